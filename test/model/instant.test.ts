import { describe, expect, test } from 'vitest';
import { DAY, formatInstant, parseDuration, parseInstant } from '../../src/model/instant.js';

describe('an instant', () => {
  const day = Date.UTC(2027, 0, 31);

  test('of a date is its start, or as an end the start of the next day', () => {
    expect(parseInstant('2027-01-31', 'start')).toBe(day);
    expect(parseInstant('2027-01-31', 'end')).toBe(day + DAY);
    expect(parseInstant('2028-02-29', 'end')).toBe(Date.UTC(2028, 2, 1));
  });

  test('of an RFC 3339 time is that time, as a start or an end', () => {
    expect(parseInstant('2027-01-31T12:00:00Z', 'end')).toBe(day + DAY / 2);
    expect(parseInstant('2027-01-31t12:00:00.25z', 'start')).toBe(day + DAY / 2 + 250);
    expect(parseInstant('2027-01-31T12:00:00+02:30', 'start')).toBe(day + 9.5 * 3_600_000);
    expect(parseInstant('2027-01-31T12:00:00-01:00', 'start')).toBe(day + 13 * 3_600_000);
  });

  test.each([
    '2027-02-29',
    '2027-13-01',
    '2027-1-1',
    '2027-01-31T24:00:00Z',
    '2027-01-31T12:60:00Z',
    '2027-01-31T12:00:00',
    '2027-01-31 12:00:00Z',
    '2027-01-31T12:00:00+24:00',
    'tomorrow',
    '',
  ])('is not %j', (text) => expect(parseInstant(text, 'start')).toBeNull());

  test('is printed in UTC, without a fraction where there is none', () => {
    expect(formatInstant(day)).toBe('2027-01-31T00:00:00Z');
    expect(formatInstant(day + 250)).toBe('2027-01-31T00:00:00.250Z');
  });
});

test('a duration has one unit and is above zero', () => {
  expect(['500ms', '30s', '5m', '1h'].map(parseDuration)).toEqual([500, 30_000, 300_000, 3_600_000]);
  for (const text of ['0s', '1.5s', '-1s', '1', '1d', '1h30m', '9999999999999999h'])
    expect(() => parseDuration(text)).toThrow(RangeError);
});
