import { describe, expect, test } from 'vitest';
import { dateMeant } from '../../src/model/date-words.js';

describe('a date of the command line', () => {
  /** A Friday, shortly before midnight UTC. */
  const now = Date.parse('2026-11-27T23:30:00Z');

  test.each(['2027-01-31', '2027-01-31T18:00:00Z', '2027-01-31T18:00:00.5+01:00'])(
    'is written as it stands where it is a date or a time: %s',
    (text) => expect(dateMeant(text, now)).toBe(text),
  );

  test.each([
    ['today', '2026-11-27'],
    ['0d', '2026-11-27'],
    ['7d', '2026-12-04'],
    ['2w', '2026-12-11'],
    ['35D', '2027-01-01'],
  ])('counts from the day of now in UTC: %s is %s', (text, date) => expect(dateMeant(text, now)).toBe(date));

  test.each([
    ['friday', '2026-11-27'],
    ['Saturday', '2026-11-28'],
    ['SUNDAY', '2026-11-29'],
    ['thursday', '2026-12-03'],
  ])('is the next day of a weekday, today included: %s is %s', (text, date) =>
    expect(dateMeant(text, now)).toBe(date),
  );

  test.each([
    '',
    'd',
    '7',
    '-1d',
    '7 d',
    '1.5w',
    '7h',
    '99999d',
    'fryday',
    'never',
    '2027-02-29',
    '31.1.2027',
  ])('is nothing else: %j', (text) => expect(dateMeant(text, now)).toBeNull());
});
