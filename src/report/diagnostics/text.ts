import type { Diagnostic } from '../../model/diagnostic.js';
import { type Colours, colours } from '../colour.js';
import { visible } from '../escape.js';
import { columns, folded } from '../layout.js';
import type { RenderOptions } from '../options.js';
import { count } from '../words.js';

/** The text of a file by the name its findings give, or null where it shall not or cannot be shown. */
export type SourceText = (file: string) => string | null;

/**
 * Findings as text: `file:line:column severity code message`, with the line and a caret where its text is at hand,
 * then a count. Empty where there are none.
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

/** `2 errors, 1 warning.` */
function diagnosticsCount(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return parts.length === 0 ? 'No findings.' : `${parts.join(', ')}.`;
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
