/**
 * Characters that could mislead a terminal, a log or a reader: controls (C0, C1), format characters (bidi embeddings and
 * isolates, zero-width ones, tags), line and paragraph separators, lone surrogates and characters without a shape.
 * Variation selectors 1-16 are harmless: they only choose how an emoji looks.
 */
export const INVISIBLE =
  /(?![\uFE00-\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Most texts: printable ASCII in which a GitHub runner finds no command. */
const HARMLESS = /^(?! *::)(?!.*##\[)[ -~]*$/;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Escapes foreign text for one line of a terminal or a log. Invisible characters become `\n`, `\x1b` or `\u{202e}`, and
 * workflow commands of a GitHub runner (`::` at the start of a line, `##[` anywhere) are broken up.
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

/** Escapes foreign text for HTML, as content or within a quoted attribute. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"'`]/gu, (character) => ENTITIES[character] ?? character);
}

/** Renders foreign text as code in HTML, also for a `<summary>` in Markdown, where GitHub reads mentions outside code. */
export function codeHtml(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** The start of a formula in a spreadsheet, full-width forms included. */
const FORMULA = /^\s*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Renders a value as a field of RFC 4180. A formula gets a leading apostrophe, so that no spreadsheet runs it. */
export function csvField(text: string): string {
  const shown = visible(text);
  const inert = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",;\r\n]|^\s|\s$/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Renders a record of RFC 4180, with its line end. */
export function csvRecord(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

/** Escapes the message of a GitHub workflow command (`::error::MESSAGE`). */
export function workflowMessage(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes a property of a GitHub workflow command (`::error file=VALUE::`). */
export function workflowProperty(text: string): string {
  return workflowMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
