import type { RateLimit } from '../options.js';
import type { Limit } from './limit.js';

/** Clocks of two machines drift apart, and a server may round: this part of the window is added to it. */
const drift = 0.0002;
const longestDriftMs = 50;
const shortestDriftMs = 2;

/**
 * A rolling window: never more than so many requests in it, bursts allowed. The server counts a request when it arrives,
 * which may be as late as its answer; so a slow answer keeps its place for longer.
 */
export class WindowLimit implements Limit {
  readonly #requests: number;
  readonly #spanMs: number;
  /** When requests were sent, oldest first, from `#head` on. */
  #sends: number[] = [];
  #head = 0;
  #quickest = Number.POSITIVE_INFINITY;
  /** How much longer than the quickest the recent answers took. */
  #lateness = 0;

  constructor(limit: RateLimit) {
    this.#requests = limit.requests;
    const safety = Math.min(longestDriftMs, Math.max(shortestDriftMs, limit.perMs * drift));
    this.#spanMs = limit.perMs + safety;
  }

  readonly delay = (now: number): number => {
    const span = this.#spanMs + this.#lateness;
    for (let first = this.#sends[this.#head]; first !== undefined && first + span <= now; ) {
      this.#head += 1;
      first = this.#sends[this.#head];
    }
    if (this.#head > 1024 && this.#head * 2 > this.#sends.length) {
      this.#sends = this.#sends.slice(this.#head);
      this.#head = 0;
    }
    const blocking = this.#sends[this.#sends.length - this.#requests];
    if (this.#sends.length - this.#head < this.#requests || blocking === undefined) return 0;
    return Math.max(0, blocking + span - now);
  };

  readonly sent = (now: number): void => {
    this.#sends.push(now);
  };

  readonly accepted = (sentAt: number, now: number): void => {
    const took = now - sentAt;
    this.#quickest = Math.min(this.#quickest, took);
    const late = Math.min(took - this.#quickest, this.#spanMs / 50);
    this.#lateness = Math.max(late, this.#lateness * 0.99);
  };

  readonly bounced = (): void => {};
}
