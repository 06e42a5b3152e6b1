import type { RateLimit } from '../options.js';
import { EvenPace } from './even-pace.js';
import type { Limit } from './limit.js';

/** The part of the allowed rate that is used: the rest absorbs requests that arrive closer together than they left. */
export const usedPart = 0.985;
/** So many missed turns are made up for at once. A bucket too small for that shows itself by bouncing. */
const forgiving = 4;

/**
 * A declared rate, spread evenly. What a server calls 200 in a second may be a bucket that holds two, so nothing is sent
 * in a burst; with a short window that costs no more than its length.
 */
export class EvenLimit implements Limit {
  readonly #pace: EvenPace;
  #bouncedAt = Number.NEGATIVE_INFINITY;

  constructor(limit: RateLimit) {
    this.#pace = new EvenPace((limit.requests / limit.perMs) * usedPart, forgiving);
  }

  readonly delay = (now: number): number => this.#pace.delay(now);
  readonly sent = (now: number): void => this.#pace.sent(now);
  readonly accepted = (): void => {};
  readonly bounced = (sentAt: number, now: number): void => {
    // What was in flight already says nothing new.
    if (sentAt < this.#bouncedAt) return;
    this.#bouncedAt = now;
    this.#pace.catchUp = Math.floor(this.#pace.catchUp / 2);
  };
}
