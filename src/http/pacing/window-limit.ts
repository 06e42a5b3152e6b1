import type { RateLimit } from '../options.js';
import type { Limit } from './pacer.js';

/** Clocks of two machines drift apart, and a server may round: this part of the window is added to it. */
const drift = 0.0002;
const longestDriftMs = 50;
const shortestDriftMs = 2;
/** A request is taken to have arrived late by at most this part of the window. Later answers are slow for other reasons. */
const latestPart = 0.05;

/**
 * A rolling window: never more than so many requests in it, bursts allowed. The server counts a request when it arrives,
 * and that may be as late as its answer is: a request whose answer was late keeps its place for as much longer.
 */
export class WindowLimit implements Limit {
  readonly #requests: number;
  readonly #spanMs: number;
  readonly #latestMs: number;
  /** When requests were sent, oldest first, and how long each took; from `#head` on still in the window. */
  #sends: number[] = [];
  #took: number[] = [];
  #head = 0;
  /** How long the quickest answer took. */
  #quickest = Number.POSITIVE_INFINITY;
  /** When the last of those before `#head` arrived. */
  #blocking = Number.NEGATIVE_INFINITY;

  constructor(limit: RateLimit) {
    this.#requests = limit.requests;
    const safety = Math.min(longestDriftMs, Math.max(shortestDriftMs, limit.perMs * drift));
    this.#spanMs = limit.perMs + safety;
    this.#latestMs = limit.perMs * latestPart;
  }

  readonly delay = (now: number): number => {
    const isFull = this.#sends.length - this.#head >= this.#requests;
    const last = isFull ? Math.max(this.#blocking, this.#arrivalOf(this.#head)) : this.#blocking;
    return Math.max(0, last + this.#spanMs - now);
  };

  readonly sent = (now: number): void => {
    this.#sends.push(now);
    this.#took.push(Number.POSITIVE_INFINITY);
    // Those before the last `requests` are out of the window now; until then an answer may still tell when they arrived.
    while (this.#sends.length - this.#head > this.#requests) {
      this.#blocking = Math.max(this.#blocking, this.#arrivalOf(this.#head));
      this.#head += 1;
    }
    if (this.#head > 1024 && this.#head * 2 > this.#sends.length) {
      this.#sends = this.#sends.slice(this.#head);
      this.#took = this.#took.slice(this.#head);
      this.#head = 0;
    }
  };

  readonly accepted = (sentAt: number, now: number): void => {
    const took = now - sentAt;
    this.#quickest = Math.min(this.#quickest, took);
    const index = this.#indexOf(sentAt);
    if (this.#sends[index] === sentAt) this.#took[index] = took;
  };

  readonly throttled = (): void => {};

  /** When a request arrived, at the latest. One that is not answered yet may be on its way. */
  #arrivalOf(index: number): number {
    const took = this.#took[index] ?? Number.POSITIVE_INFINITY;
    const late = Number.isFinite(took) ? took - this.#quickest : this.#latestMs;
    return (this.#sends[index] ?? 0) + Math.min(late, this.#latestMs);
  }

  /** The first request sent at that time that is not answered yet. */
  #indexOf(sentAt: number): number {
    let [low, high] = [0, this.#sends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sends[middle] ?? 0) < sentAt) low = middle + 1;
      else high = middle;
    }
    while (this.#sends[low + 1] === sentAt && Number.isFinite(this.#took[low])) low += 1;
    return low;
  }
}
