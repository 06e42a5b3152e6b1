import { visible } from './escape.js';

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
