import { createHash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.js';
import { inFolder } from './diagnostics.js';
import { visible } from './escape.js';
import { jsonText } from './json.js';

/** An invalid file stops plan and apply; a warning stops nothing. */
const SEVERITIES = { error: 'critical', warning: 'minor' } as const;

/**
 * Renders findings as a Code Quality report of GitLab (docs.gitlab.com/ci/testing/code_quality, "Code Quality report
 * format"): an array, empty if there are none. `folder` is the folder of the configuration, relative to the top of the
 * repository (`''` if it is the top itself).
 *
 * GitLab compares fingerprints with those of the target branch. A finding whose line has moved, or the line that its
 * message names, keeps its fingerprint, and of several alike in one file each has its own.
 */
export function diagnosticsCodeQuality(diagnostics: readonly Diagnostic[], folder = ''): string {
  const alike = new Map<string, number>();
  return jsonText(
    diagnostics.map(({ severity, code, message, file, line }) => {
      const path = inFolder(folder, file);
      const content = JSON.stringify([path, code, message.replaceAll(/:\d+/gu, ':')]);
      const earlier = alike.get(content) ?? 0;
      alike.set(content, earlier + 1);
      return {
        description: visible(message),
        check_name: code,
        fingerprint: createHash('sha256').update(`${earlier}\n${content}`).digest('hex'),
        severity: SEVERITIES[severity],
        location: { path, lines: { begin: line } },
      };
    }),
  );
}
