import { asciiLower } from '../model/principal.js';
import { isRecord } from '../model/record.js';

/** The fields of a JSON object; none where the value is something else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** Text that is not empty; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An e-mail, as all e-mails are compared: in lower case, as far as A to Z go. */
export function emailOf(value: unknown): string | null {
  const text = textOf(value);
  return text === null ? null : asciiLower(text);
}

/** An id as text: the APIs send ids as strings in one place and as numbers in another (A1). */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  return textOf(value);
}

/** A whole number, zero or more; null for anything else. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

const longestShown = 120;

/** A value as JSON for a message, cut where it is long. */
export function shown(value: unknown): string {
  const short = typeof value === 'string' ? value.slice(0, longestShown + 1) : value;
  const json = JSON.stringify(short) ?? 'nothing';
  return json.length <= longestShown ? json : `${json.slice(0, longestShown)}…`;
}
