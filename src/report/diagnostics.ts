import type { Diagnostic } from '../model/diagnostic.js';
import { capital } from '../model/label.js';
import { byCodeUnit } from '../model/ordering.js';
import { visible, workflowMessage, workflowProperty } from './escape.js';
import { jsonText } from './json.js';
import { type Colours, colours, columns, folded, type RenderOptions } from './terminal.js';
import { counts } from './words.js';

/** Gives the text of a file that findings name, or null if it cannot or must not be shown. */
export type SourceText = (file: string) => string | null;

/**
 * Renders findings as text: `file:line:column severity code message`, the line with a caret if its text is known, then a
 * count. Empty if there are none.
 */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
  sourceText: SourceText = () => null,
): string {
  if (diagnostics.length === 0) return '';
  const paint = colours(options.color);
  const lines = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const known = lines.get(file) ?? sourceText(file)?.split(/\r\n|[\r\n]/u) ?? [];
    lines.set(file, known);
    return known;
  };
  const findings = diagnostics.map((diagnostic) => findingText(diagnostic, paint, options, linesOf));
  return folded(`${[...findings, '', diagnosticsCount(diagnostics)].join('\n')}\n`, options.width);
}

function diagnosticsCount(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = counts([
    [errors, errors === 1 ? 'error' : 'errors'],
    [warnings, warnings === 1 ? 'warning' : 'warnings'],
  ]);
  return `${parts.join(', ')}.`;
}

function findingText(
  diagnostic: Diagnostic,
  paint: Colours,
  options: RenderOptions,
  linesOf: (file: string) => readonly string[],
): string {
  const { severity, code, message, file, line, column } = diagnostic;
  const place = paint.heading(`${visible(file)}:${line}:${column}`);
  const finding = `${place} ${paint[severity](severity)} ${paint.quiet(visible(code))} ${visible(message)}`;
  const excerpt = excerptText(linesOf(file)[line - 1], line, column, paint, options);
  return excerpt === null ? finding : `${finding}\n${excerpt}`;
}

function excerptText(
  text: string | undefined,
  line: number,
  column: number,
  paint: Colours,
  options: RenderOptions,
): string | null {
  const content = text?.trimEnd();
  if (content === undefined || content === '') return null;
  const gutter = `  ${line} | `;
  const room = (options.width ?? 120) - gutter.length;
  // No more than can be shown: a line may be as long as its file, and hold thousands of findings.
  const before = visible(content.slice(Math.max(0, column - 1 - room), column - 1));
  const after = visible(content.slice(column - 1, column - 1 + room));
  const shift = Math.max(0, columns(before) - Math.floor(room / 2));
  const shown = [...before, ...after].slice(shift, shift + room).join('');
  const caret = `${' '.repeat(gutter.length - 2)}| ${' '.repeat(columns(before) - shift)}^`;
  return `${paint.quiet(gutter)}${shown}\n${paint.quiet(caret)}`;
}

/**
 * Renders findings as workflow commands, which GitHub shows on the lines of the files. `folder` is the folder of the
 * configuration, relative to the top of the repository (`''` if it is the top itself).
 */
export function diagnosticsGithub(diagnostics: readonly Diagnostic[], folder = ''): string {
  return diagnostics
    .map(({ severity, code, message, file, line, column }) => {
      const path = workflowProperty(inFolder(folder, file));
      const place = `file=${path},line=${line},col=${column},title=${workflowProperty(code)}`;
      return `::${severity} ${place}::${workflowMessage(message)}\n`;
    })
    .join('');
}

/** The path of a file from the top of the repository. */
export function inFolder(folder: string, file: string): string {
  return folder === '' ? file : `${folder}/${file}`;
}

/** The run that made the findings. */
export interface SarifOptions {
  /** The version of rolecall. */
  readonly version: string;
  /** The folder of the configuration, relative to the top of the repository; `''` if it is the top itself. */
  readonly folder?: string;
}

/** Renders findings as SARIF 2.1.0 (OASIS), for code scanning. Paths are relative URIs. */
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
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: capital(code.replaceAll('-', ' ')) },
            })),
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
