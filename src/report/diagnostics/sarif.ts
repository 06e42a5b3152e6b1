import type { Diagnostic } from '../../model/diagnostic.js';
import { byCodeUnit } from '../../model/ordering.js';
import { jsonText, visible } from '../escape.js';
import { inFolder } from './github.js';

/** Where and by what the findings were made. */
export interface SarifOptions {
  /** Version of rolecall. */
  readonly version: string;
  /** Folder of the configuration, relative to the top of the repository; `''` where it is the top itself. */
  readonly folder?: string;
}

/** Findings as SARIF 2.1.0 (OASIS), for code scanning. Paths are relative URIs. */
export function diagnosticsSarif(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort(byCodeUnit);
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'rolecall',
            semanticVersion: options.version,
            rules: codes.map((code) => ({ id: code, shortDescription: { text: sentence(code) } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(({ severity, code, message, file, line, column }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: severity,
          message: { text: plainSarif(visible(message)) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: relativeUri(inFolder(options.folder ?? '', file)) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  });
}

/** SARIF reads `[text](target)` in a message as a link; a backslash makes the bracket plain (section 3.11.6). */
function plainSarif(message: string): string {
  return message.replaceAll('\\', '\\\\').replaceAll('[', '\\[').replaceAll(']', '\\]');
}

function relativeUri(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
}

function sentence(code: string): string {
  const words = code.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
