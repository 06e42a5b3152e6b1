import { UsageError } from '../../errors.js';
import { dateMeant } from '../../model/date-words.js';

/** The date that an option means, as it is written into a file. `now` is epoch milliseconds. @throws UsageError */
export function optionDate(option: string, text: string, now: number): string {
  const date = dateMeant(text, now);
  if (date !== null) return date;
  throw new UsageError(`${option} takes a date, not ${JSON.stringify(text)}`, {
    hint: 'Write a date such as 2027-01-31, an RFC 3339 time, 7d, 2w, today or a weekday.',
  });
}
