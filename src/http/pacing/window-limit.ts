import type { RateLimit } from '../../model/settings.js';
import type { Limit } from './pacer.js';

/** Clocks of two machines drift apart, and a server may round: this part of the window is added to it. */
const drift = 0.0002;
const longestDriftMs = 50;
const shortestDriftMs = 2;
/** A request is taken to have arrived late by at most this part of the window. Later answers are slow for other reasons. */
const latestPart = 0.05;

interface Send {
  readonly at: number;
  /** From the sending to the response; null before that. */
  took: number | null;
}

/**
 * A rolling window: never more than so many requests in it, bursts allowed. The server counts a request when it arrives,
 * and that may be as late as its response is: a request whose response was late keeps its place for as much longer.
 */
export class WindowLimit implements Limit {
  readonly #requests: number;
  readonly #spanMs: number;
  readonly #latestMs: number;
  /** The last `requests` of them, oldest first. */
  readonly #sends: Send[] = [];
  /** How long the quickest response took. */
  #quickest = Number.POSITIVE_INFINITY;
  /** When the last of those that came before `#sends` arrived. */
  #blocking = Number.NEGATIVE_INFINITY;

  constructor(limit: RateLimit) {
    this.#requests = limit.requests;
    const safety = Math.min(longestDriftMs, Math.max(shortestDriftMs, limit.perMs * drift));
    this.#spanMs = limit.perMs + safety;
    this.#latestMs = limit.perMs * latestPart;
  }

  readonly delay = (now: number): number => {
    const [oldest] = this.#sends;
    const isFull = oldest !== undefined && this.#sends.length >= this.#requests;
    const last = isFull ? Math.max(this.#blocking, this.#arrivalOf(oldest)) : this.#blocking;
    return Math.max(0, last + this.#spanMs - now);
  };

  readonly sent = (now: number): void => {
    this.#sends.push({ at: now, took: null });
    const oldest = this.#sends.length > this.#requests ? this.#sends.shift() : undefined;
    if (oldest !== undefined) this.#blocking = Math.max(this.#blocking, this.#arrivalOf(oldest));
  };

  readonly accepted = (sentAt: number, now: number): void => {
    const took = now - sentAt;
    this.#quickest = Math.min(this.#quickest, took);
    const send = this.#sends.findLast((each) => each.at === sentAt && each.took === null);
    if (send !== undefined) send.took = took;
  };

  readonly throttled = (): void => {};

  /** When a request arrived, at the latest. One without a response yet may be on its way. */
  #arrivalOf({ at, took }: Send): number {
    const late = took === null ? this.#latestMs : took - this.#quickest;
    return at + Math.min(late, this.#latestMs);
  }
}
