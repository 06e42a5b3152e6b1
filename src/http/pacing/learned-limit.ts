import { EvenPace } from './even-pace.js';
import type { Limit } from './limit.js';

/** The part of the rate that is kept after a bounce. */
const kept = 0.95;
/** The part that is kept where, from one bounce to the next, less than this part of the rate was let through. */
const keptFarAbove = 0.7;
/** What a bounce took is won back in so many of its pauses: about one part in as many of the time is lost by pausing. */
const pausesToRecover = 20;
/** A pause counts as at least so long, in milliseconds. */
const shortestPauseMs = 250;
/** What a bounce took is won back over at least so many requests: about one in as many of a slow server's bounces. */
const requestsToRecover = 20;
/** While no limit is known, the rate doubles in so many milliseconds. */
const doublingMs = 700;
/** It doubles over at least so many requests. */
const requestsToDouble = 5;
/** The first rate is this part of the one that bounced first, which was a burst. */
const firstPart = 1 / 8;
/** At so many times the rate that bounced last, its limit is known to be gone. */
const goneAt = 1.1;
/** Missed turns made up for at once under a declared limit: its first bounce may be chance, each later one halves them. */
const forgiving = 3;
/** The first request after a bounce goes alone; if nothing is heard of it for so long, another one does. */
const aloneMs = 1_000;
/** After so long without a request, beyond pace and pause, what was let through is counted anew, in milliseconds. */
const restMs = 1_000;

/**
 * A limit that nobody declared, learned from bounces by additive increase and multiplicative decrease, as TCP does: the
 * rate doubles until something bounces (slow start); from then on each bounce takes a part of it, which equal steps win
 * back. Rates are in requests a millisecond.
 */
export class LearnedLimit implements Limit {
  readonly #declared: number | null;
  /** Null before the first bounce: nothing is held back. */
  #pace: EvenPace | null = null;
  #doubling = false;
  /** The rate that bounced last, what that took off it, and the pause that followed. */
  #ceiling = 0;
  #taken = 0;
  #pauseMs = 0;
  #bouncedAt = Number.NEGATIVE_INFINITY;
  #lastSentAt = Number.NEGATIVE_INFINITY;
  #grownAt = 0;
  /** Whether nothing was let through since the last bounce. */
  #alone = false;
  /** Requests let through, and since when they are counted: a bounce, or the end of a rest. */
  #accepted = 0;
  #countedFrom = 0;

  /** `declared`: a rate that is never exceeded; null where there is none. */
  constructor(declared: number | null) {
    this.#declared = declared;
  }

  readonly delay = (now: number): number => {
    const waitsForFirst = this.#alone && this.#lastSentAt > this.#bouncedAt;
    return Math.max(waitsForFirst ? this.#lastSentAt + aloneMs - now : 0, this.#pace?.delay(now) ?? 0);
  };

  readonly sent = (now: number): void => {
    const dueAt = Math.max(this.#lastSentAt, this.#bouncedAt + this.#pauseMs) + (this.#pace?.distanceMs ?? 0);
    if (now - dueAt > restMs) {
      this.#countedFrom = now;
      this.#accepted = 0;
    }
    this.#lastSentAt = now;
    this.#pace?.sent(now);
  };

  readonly accepted = (sentAt: number, now: number): void => {
    if (sentAt <= this.#bouncedAt) return;
    this.#accepted += 1;
    this.#alone = false;
    const stepMs = now - this.#grownAt;
    this.#grownAt = now;
    // A rate that nobody made use of proves nothing.
    if (this.#pace?.binding) this.#speedUp(this.#pace, stepMs);
  };

  readonly throttled = (sentAt: number, now: number, pauseMs: number): void => {
    // What was in flight already says nothing new.
    if (sentAt <= this.#bouncedAt) return;
    this.#bouncedAt = now;
    this.#pauseMs = pauseMs;
    this.#alone = true;
    // A server that lets nothing through at all says nothing about its rate.
    if (this.#accepted === 0) return;
    const letThrough = this.#accepted / Math.max(1, now - this.#countedFrom);
    this.#countedFrom = now;
    this.#accepted = 0;
    if (this.#pace === null) this.#pace = this.#firstPace(letThrough);
    else this.#slowDown(this.#pace, letThrough);
  };

  #firstPace(letThrough: number): EvenPace {
    this.#doubling = this.#declared === null;
    this.#ceiling = this.#declared ?? letThrough;
    this.#taken = (1 - kept) * this.#ceiling;
    return this.#doubling
      ? new EvenPace(firstPart * this.#ceiling, 0)
      : new EvenPace(kept * this.#ceiling, forgiving);
  }

  #slowDown(pace: EvenPace, letThrough: number): void {
    this.#doubling = false;
    this.#ceiling = pace.rate;
    pace.rate *= letThrough < keptFarAbove * pace.rate ? keptFarAbove : kept;
    this.#taken = this.#ceiling - pace.rate;
    pace.catchUp = Math.floor(pace.catchUp / 2);
  }

  #speedUp(pace: EvenPace, stepMs: number): void {
    if (pace.rate > goneAt * this.#ceiling) this.#doubling = true;
    const wholeMs = this.#doubling ? doublingMs : pausesToRecover * Math.max(shortestPauseMs, this.#pauseMs);
    const part = Math.min(stepMs / wholeMs, 1 / (this.#doubling ? requestsToDouble : requestsToRecover));
    const faster = this.#doubling ? pace.rate * 2 ** part : pace.rate + part * this.#taken;
    pace.rate = Math.min(faster, this.#declared ?? faster);
  }
}
