import { DAY, parseInstant } from './instant.js';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const UNITS: Readonly<Record<string, number>> = { d: DAY, w: 7 * DAY };

/**
 * The date or time that a text of the command line means, as the files write it; null where it means none.
 * Dates and RFC 3339 times stay as they are. `7d` and `2w` count from the day of `now` (epoch milliseconds, UTC).
 * A weekday is the next such day, and that day itself where `now` is one.
 */
export function dateMeant(text: string, now: number): string | null {
  if (parseInstant(text, 'start') !== null) return text;
  const word = text.toLowerCase();
  if (word === 'today') return dateAt(now);
  const weekday = WEEKDAYS.indexOf(word);
  if (weekday !== -1) return dateAt(now + ((weekday - new Date(now).getUTCDay() + 7) % 7) * DAY);
  const [, count, unit = ''] = /^(\d{1,4})([dw])$/u.exec(word) ?? [];
  return count === undefined ? null : dateAt(now + Number(count) * (UNITS[unit] ?? 0));
}

function dateAt(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
