/** Milliseconds of a day. */
export const DAY = 86_400_000;

const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const TIME = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-](\d{2}):(\d{2}))$/u;

/**
 * A date or an RFC 3339 time as epoch milliseconds; null where it is neither, or not a real day.
 * As a start a date means 00:00 UTC of that day; as an end, the end of that day, which is the start of the next.
 */
export function parseInstant(text: string, edge: 'start' | 'end'): number | null {
  if (DATE.test(text)) {
    const day = realDay(text);
    if (day === null) return null;
    return edge === 'start' ? day : day + DAY;
  }
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, date = '', hour, minute, second, fraction = '', zone = '', zoneHour = '0', zoneMinute = '0'] =
    match;
  const day = realDay(date);
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  if (Number(zoneHour) > 23 || Number(zoneMinute) > 59) return null;
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000 * (zone.startsWith('-') ? -1 : 1);
  const milliseconds = fraction === '' ? 0 : Math.floor(Number(fraction) * 1000);
  return day + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000 + milliseconds - offset;
}

function realDay(date: string): number | null {
  const day = Date.parse(`${date}T00:00:00Z`);
  return new Date(day).getUTCDate() === Number(date.slice(8)) ? day : null;
}

/** RFC 3339 in UTC; whole seconds without a fraction. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** The day in UTC, as in `2027-01-31`. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The last day an end still counts, `2027-01-31`, for an end at midnight; else the full time. */
export function formatEnd(end: number): string {
  return end % DAY === 0 ? new Date(end - DAY).toISOString().slice(0, 10) : formatInstant(end);
}

/** A start as a date where it is at midnight, else the full time. */
export function formatStart(start: number): string {
  return start % DAY === 0 ? new Date(start).toISOString().slice(0, 10) : formatInstant(start);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * `500ms`, `30s`, `5m`, `1h` as milliseconds.
 * @throws RangeError for anything else, which the schema of the settings lets nobody write
 */
export function parseDuration(text: string): number {
  const match = /^(\d+)(ms|s|m|h)$/u.exec(text);
  const value = Number(match?.[1]) * (UNITS[match?.[2] ?? ''] ?? Number.NaN);
  if (!Number.isSafeInteger(value) || value <= 0)
    throw new RangeError(`${JSON.stringify(text)} is not a duration`);
  return value;
}
