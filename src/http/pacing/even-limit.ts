import type { RateLimit } from '../options.js';
import { EvenPace } from './even-pace.js';
import type { Limit } from './limit.js';

/** The part of the allowed rate that is used: the rest absorbs requests that arrive closer together than they left. */
export const usedPart = 0.985;
/** So many missed turns are made up for at once. A bucket too small for that shows itself by bouncing. */
const forgiving = 4;
/** Requests that followed the one before them too soon are remembered, the last ones, to tell what made one bounce. */
const remembered = 256;
/** So many requests after a hurry a bucket may still lack what it took: it wins back one in as many. */
const recovery = 67;

/**
 * A declared rate, spread evenly. What a server calls 200 in a second may be a bucket that holds two, so nothing is sent
 * in a burst; with a short window that costs no more than its length.
 */
export class EvenLimit implements Limit {
  readonly #pace: EvenPace;
  readonly #distanceMs: number;
  #lastSentAt = Number.NEGATIVE_INFINITY;
  #bouncedAt = Number.NEGATIVE_INFINITY;
  /** When requests were sent to make up for missed turns. */
  readonly #hurried: number[] = [];

  constructor(limit: RateLimit) {
    const rate = (limit.requests / limit.perMs) * usedPart;
    this.#pace = new EvenPace(rate, forgiving);
    this.#distanceMs = 1 / rate;
  }

  readonly delay = (now: number): number => this.#pace.delay(now);
  readonly sent = (now: number): void => {
    if (now - this.#lastSentAt < 0.9 * this.#distanceMs) {
      this.#hurried.push(now);
      if (this.#hurried.length > remembered) this.#hurried.shift();
    }
    this.#lastSentAt = now;
    this.#pace.sent(now);
  };
  readonly accepted = (): void => {};
  readonly throttled = (sentAt: number, now: number): void => {
    // What was in flight already says nothing new.
    if (sentAt < this.#bouncedAt) return;
    this.#bouncedAt = now;
    const since = sentAt - recovery * this.#distanceMs;
    const hurried = this.#hurried.some((at) => at <= sentAt && at >= since);
    if (hurried) this.#pace.catchUp = Math.floor(this.#pace.catchUp / 2);
  };
}
