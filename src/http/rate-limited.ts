import type { RawResponse } from './call.js';
import { parseRetryAfter } from './retries.js';

type Answer = Pick<RawResponse, 'status' | 'header'>;

/** A shorter wait than this is none, in milliseconds: a server that asks for it again and again would be hammered. */
const leastWaitMs = 100;
/** A window ends within a day of now; another number in that header is no time of day. */
const longestWindowMs = 86_400_000;

/**
 * Whether a response turns a request away because there were too many: 429, or 403 with how long to wait. GitHub limits
 * with both (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api). A 403 that names no wait is a
 * refusal, whatever its words are.
 * @param now the time of day, in milliseconds
 */
export function isRateLimit({ status, header }: Answer, now: number): boolean {
  return status === 429 || (status === 403 && waitAskedFor({ header }, now) !== null);
}

/**
 * How long a response asks to wait, in milliseconds: by Retry-After, else until the window ends that has no request left
 * (X-RateLimit-Remaining: 0, and X-RateLimit-Reset in seconds of the epoch). Null where it does not say.
 */
export function waitAskedFor({ header }: Pick<Answer, 'header'>, now: number): number | null {
  const asked = parseRetryAfter(header('retry-after'), now) ?? windowLeft({ header }, now);
  return asked === null || asked < leastWaitMs ? null : asked;
}

function windowLeft({ header }: Pick<Answer, 'header'>, now: number): number | null {
  const reset = header('x-ratelimit-reset')?.trim() ?? '';
  if (header('x-ratelimit-remaining')?.trim() !== '0' || !/^\d{1,12}$/.test(reset)) return null;
  const left = Number(reset) * 1000 - now;
  return left > 0 && left <= longestWindowMs ? left : null;
}
