import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { diagnosticsCodeQuality } from '../../src/report/code-quality.js';

const error: Diagnostic = {
  severity: 'error',
  code: 'unknown-person',
  message: 'no person "adda"; did you mean "ada"?',
  file: 'access/acme.yaml',
  line: 3,
  column: 7,
};

interface Issue {
  readonly fingerprint: string;
  readonly description: string;
}

function issues(diagnostics: readonly Diagnostic[], folder = ''): readonly Issue[] {
  const report: readonly Issue[] = JSON.parse(diagnosticsCodeQuality(diagnostics, folder));
  return report;
}

function fingerprints(diagnostics: readonly Diagnostic[], folder = ''): readonly string[] {
  return issues(diagnostics, folder).map(({ fingerprint }) => fingerprint);
}

describe('a Code Quality report', () => {
  test('has exactly what GitLab reads of a finding, its path from the top of the repository', () => {
    expect(issues([error, { ...error, severity: 'warning' }], 'ops')).toEqual(
      ['critical', 'minor'].map((severity) => ({
        description: 'no person "adda"; did you mean "ada"?',
        check_name: 'unknown-person',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/u),
        severity,
        location: { path: 'ops/access/acme.yaml', lines: { begin: 3 } },
      })),
    );
  });

  test('is an empty array where there are no findings', () => {
    expect(diagnosticsCodeQuality([])).toBe('[]\n');
  });

  test('keeps the fingerprint of a finding whose line has moved', () => {
    const twice = (line: number): Diagnostic => ({
      ...error,
      line,
      message: `twice: also at a.yaml:${line - 1}:5`,
    });
    expect(fingerprints([twice(30)])).toEqual(fingerprints([twice(3)]));
  });

  test('gives different findings different fingerprints, also several alike in one file', () => {
    const others = [
      { ...error, line: 9 },
      { ...error, code: 'unknown-team' },
      { ...error, file: 'b.yaml' },
      { ...error, message: 'other' },
    ];
    const all = [...fingerprints([error, ...others]), ...fingerprints([error], 'ops')];
    expect(new Set(all).size).toBe(6);
  });

  test('shows foreign text escaped, and begins without a byte order mark', () => {
    const [issue] = issues([{ ...error, message: 'a\u202Eb\nc' }]);
    expect(issue?.description).toBe(String.raw`a\u{202e}b\nc`);
    expect(diagnosticsCodeQuality([error]).startsWith('[\n')).toBe(true);
  });
});
