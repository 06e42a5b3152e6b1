/**
 * What a terminal, a log or an eye could be misled by: controls (C0, C1), format characters (bidi embeddings and
 * isolates, zero-width ones, tags), line and paragraph separators, lone surrogates and characters without a shape.
 * Variation selectors 1-16 stay: they only choose how an emoji looks.
 */
export const INVISIBLE =
  /(?![\uFE00-\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** What most texts are: printable ASCII in which a runner finds no command. */
const HARMLESS = /^(?! *::)(?!.*##\[)[ -~]*$/;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Foreign text for one line of a terminal or a log. What cannot be seen is shown as `\n`, `\x1b` or `\u{202e}`; what a
 * GitHub runner would take for a workflow command (`::` at the start of a line, `##[` anywhere) is broken.
 */
export function visible(text: string): string {
  if (HARMLESS.test(text)) return text;
  const seen = text.replace(INVISIBLE, escapeCharacter);
  return seen.replace(/^(\s*):(?=:)/u, '$1\\x3a').replaceAll('##[', '#\\x23[');
}

function escapeCharacter(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Foreign text for HTML, as content or within a quoted attribute. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"'`]/gu, (character) => ENTITIES[character] ?? character);
}

/** The same as code; in Markdown it may stand in a `<summary>`, where mentions are read, but not in code. */
export function codeHtml(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** What a spreadsheet would take for a formula, wide forms included. */
const FORMULA = /^\s*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** A value as a field of RFC 4180. One that a spreadsheet would run gets a leading apostrophe. */
export function csvField(text: string): string {
  const shown = visible(text);
  const inert = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",;\r\n]|^\s|\s$/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A record of RFC 4180, with its line end. */
export function csvRecord(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

/** The message of a GitHub workflow command (`::error::MESSAGE`). */
export function workflowMessage(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a GitHub workflow command (`::error file=VALUE::`). */
export function workflowProperty(text: string): string {
  return workflowMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
