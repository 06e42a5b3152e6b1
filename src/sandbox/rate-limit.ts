import { Refusal } from './messages.js';

/** How many requests the sandbox takes before it answers 429. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
  /**
   * `bucket` (the default) holds `requests` tokens and refills evenly over `perMs`; `window` counts the requests of
   * the last `perMs`, as the documentation describes it (R20).
   */
  readonly kind?: 'bucket' | 'window';
  /** Whether a 429 carries Retry-After; false by default, since no page documents it (A7). */
  readonly retryAfter?: boolean;
}

/** Takes one request: 0 where it is let in, else the milliseconds until one would be. */
export type Limiter = () => number;

/** Builds the limiter; `now` in milliseconds. */
export function limiter(limit: RateLimit, now: () => number): Limiter {
  return limit.kind === 'window' ? rollingWindow(limit, now) : tokenBucket(limit, now);
}

/** 429 with the current limit, as documented (R20). */
export function tooMany({ requests, retryAfter }: RateLimit, waitMs: number): Refusal {
  return new Refusal(429, 'Too many requests', {
    'x-ratelimit-limit': String(requests),
    ...(retryAfter === true ? { 'retry-after': String(Math.ceil(waitMs / 1000)) } : {}),
  });
}

function tokenBucket({ requests, perMs }: RateLimit, now: () => number): Limiter {
  const perToken = perMs / requests;
  let tokens = requests;
  let filledAt = now();
  return () => {
    const time = now();
    tokens = Math.min(requests, tokens + Math.max(0, time - filledAt) / perToken);
    filledAt = time;
    if (tokens < 1) return (1 - tokens) * perToken;
    tokens -= 1;
    return 0;
  };
}

/** The times of the last `requests` admissions, as a ring: the slot to be overwritten is the oldest. */
function rollingWindow({ requests, perMs }: RateLimit, now: () => number): Limiter {
  const admitted: number[] = [];
  let oldest = 0;
  return () => {
    const time = now();
    const slot = admitted.length < requests ? admitted.length : oldest;
    const wait = (admitted[slot] ?? Number.NEGATIVE_INFINITY) + perMs - time;
    if (wait > 0) return wait;
    admitted[slot] = time;
    oldest = (slot + 1) % requests;
    return 0;
  };
}
