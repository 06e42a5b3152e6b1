import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../src/http/retries.js';

const now = Date.UTC(2026, 10, 22, 9, 0, 0);

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    ['1.5', 1_500],
    [' 3 ', 3_000],
    ['Sun, 22 Nov 2026 09:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 08:00:00 GMT', 0],
  ])('%j is a wait', (value, ms) => {
    expect(parseRetryAfter(value, now)).toBe(ms);
  });

  it.each([undefined, '', 'soon', '-5', '1e3', '2026-11-22'])('%j is none', (value) => {
    expect(parseRetryAfter(value, now)).toBeNull();
  });
});
