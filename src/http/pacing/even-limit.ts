import type { RateLimit } from '../../model/settings.js';
import type { Limit } from './pacer.js';

/** Who sends nothing for longer than this was not late but had nothing to send, in milliseconds. */
const restMs = 100;

/** Spreads requests evenly: one each `1 / rate` milliseconds. */
export class EvenPace {
  /** Whether the last request would have been sent earlier but for the pace. */
  binding = false;
  #next = Number.NEGATIVE_INFINITY;

  constructor(
    /** Requests a millisecond. */
    public rate: number,
    /** How much lateness the next requests may make up for, in distances between requests. */
    public catchUp: number,
  ) {}

  /** From one request to the next, in milliseconds. */
  get distanceMs(): number {
    return 1 / this.rate;
  }

  /** How long the next request must wait from now, in milliseconds. */
  delay(now: number): number {
    return Math.max(0, this.#next - now);
  }

  /** A request is sent now. One that comes after a rest starts a new row and has nothing to make up for. */
  sent(now: number): void {
    const distance = this.distanceMs;
    const late = now - this.#next;
    this.binding = late <= distance;
    const rested = late > Math.max(restMs, 4 * distance);
    this.#next = now - (rested ? 0 : Math.min(late, this.catchUp * distance)) + distance;
  }
}

/** The part of the allowed rate that is used: the rest absorbs requests that arrive closer together than they left. */
export const usedPart = 0.985;
/** So many missed turns are made up for at once. A bucket too small for that shows itself by a 429. */
const catchUp = 4;
/** So many of the last requests that followed the one before them too soon are remembered, to tell what brought a 429 about. */
const remembered = 256;
/** So many requests after a burst a bucket may still lack what it took: it wins back one in as many. */
const recovery = 67;

/**
 * A declared rate, spread evenly. What a server calls 200 in a second may be a bucket that holds two, so nothing is sent
 * in a burst; with a short window that costs no more than its length.
 */
export class EvenLimit implements Limit {
  readonly #pace: EvenPace;
  readonly #distanceMs: number;
  #lastSentAt = Number.NEGATIVE_INFINITY;
  #throttledAt = Number.NEGATIVE_INFINITY;
  /** When requests were sent to make up for missed turns. */
  readonly #bursts: number[] = [];

  constructor(limit: RateLimit) {
    const rate = (limit.requests / limit.perMs) * usedPart;
    this.#pace = new EvenPace(rate, catchUp);
    this.#distanceMs = 1 / rate;
  }

  readonly delay = (now: number): number => this.#pace.delay(now);
  readonly sent = (now: number): void => {
    if (now - this.#lastSentAt < 0.9 * this.#distanceMs) {
      this.#bursts.push(now);
      if (this.#bursts.length > remembered) this.#bursts.shift();
    }
    this.#lastSentAt = now;
    this.#pace.sent(now);
  };
  readonly accepted = (): void => {};
  readonly throttled = (sentAt: number, now: number): void => {
    // What was in flight already says nothing new.
    if (sentAt < this.#throttledAt) return;
    this.#throttledAt = now;
    const since = sentAt - recovery * this.#distanceMs;
    const afterBurst = this.#bursts.some((at) => at <= sentAt && at >= since);
    if (afterBurst) this.#pace.catchUp = Math.floor(this.#pace.catchUp / 2);
  };
}
