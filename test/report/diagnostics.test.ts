import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { diagnosticsGithub, diagnosticsSarif, diagnosticsText } from '../../src/report/diagnostics.js';
import { diagnosticsJson } from '../../src/report/json.js';

const error: Diagnostic = {
  severity: 'error',
  code: 'unknown-person',
  message: 'no person "adda"; did you mean "ada"?',
  file: 'access/acme.yaml',
  line: 3,
  column: 7,
};
const warning: Diagnostic = {
  ...error,
  severity: 'warning',
  code: 'name-differs',
  message: 'x',
  line: 1,
  column: 1,
};

describe('findings as text', () => {
  test('ask for the text of a file once, however many findings it has', () => {
    const asked: string[] = [];
    const sourceText = (file: string): string => {
      asked.push(file);
      return 'a\nb\n    - adda\n';
    };
    diagnosticsText([error, warning, error], { color: false }, sourceText);
    expect(asked).toEqual(['access/acme.yaml']);
  });

  test('say where, how grave, what, and end with a count', () => {
    expect(diagnosticsText([warning, error], { color: false })).toBe(
      `access/acme.yaml:1:1 warning name-differs x
access/acme.yaml:3:7 error unknown-person no person "adda"; did you mean "ada"?

1 error, 1 warning.
`,
    );
  });

  test('show the line with a caret where its text is known', () => {
    const text = diagnosticsText([error], { color: false }, () => 'a\nb\n    - adda\n');
    expect(text).toContain('\n  3 |     - adda\n    |       ^\n');
  });

  test('keep the caret in its place behind escaped characters', () => {
    const text = diagnosticsText([{ ...error, line: 1, column: 3 }], { color: false }, () => 'a\u200Bxyz');
    expect(text).toContain('  1 | a\\u{200b}xyz\n    |          ^\n');
  });

  test('show the part of a long line around the finding', () => {
    const line = `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`;
    const text = diagnosticsText(
      [{ ...error, line: 1, column: 5001 }],
      { color: false, width: 80 },
      () => line,
    );
    const [, , excerpt = '', caret = ''] = text.split('\n');
    expect(excerpt).toHaveLength(80);
    expect(excerpt.slice(caret.indexOf('^'), caret.indexOf('^') + 4)).toBe('HERE');
  });

  test('are nothing where there are none', () => {
    expect(diagnosticsText([], { color: false })).toBe('');
  });
});

test('findings as JSON carry the format version', () => {
  expect(JSON.parse(diagnosticsJson([error]))).toEqual({ formatVersion: 1, diagnostics: [error] });
});

test('findings as workflow commands stand on the lines of the repository', () => {
  const hostile = { ...warning, file: 'a,line=9::b.yaml', message: 'x\n::error::y 100%' };
  expect(diagnosticsGithub([error, hostile], 'ops')).toBe(
    '::error file=ops/access/acme.yaml,line=3,col=7,title=unknown-person::no person "adda"; did you mean "ada"?\n' +
      '::warning file=ops/a%2Cline=9%3A%3Ab.yaml,line=1,col=1,title=name-differs::x\\n::error::y 100%25\n',
  );
});

test('findings as SARIF name a rule each and relative places', () => {
  const sarif: unknown = JSON.parse(
    diagnosticsSarif([error, { ...warning, file: 'a b/ü.yaml', message: '[x](http://y)' }], {
      version: '1.2.3',
    }),
  );
  expect(sarif).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'rolecall',
            semanticVersion: '1.2.3',
            rules: [{ id: 'name-differs' }, { id: 'unknown-person' }],
          },
        },
        results: [
          {
            ruleId: 'unknown-person',
            ruleIndex: 1,
            level: 'error',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'access/acme.yaml' },
                  region: { startLine: 3, startColumn: 7 },
                },
              },
            ],
          },
          {
            level: 'warning',
            message: { text: String.raw`\[x\](http://y)` },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b/%C3%BC.yaml' } } }],
          },
        ],
      },
    ],
  });
});
