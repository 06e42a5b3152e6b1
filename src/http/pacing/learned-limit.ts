import { EvenPace } from './even-limit.js';
import type { Limit } from './pacer.js';

/** The numbers of additive increase and multiplicative decrease. Times in milliseconds. */
const aimd = {
  /** A 429 leaves what was let through since the last one, but no more and no less than these parts of the rate. */
  kept: { most: 0.9, least: 0.7 },
  /** Fewer requests than this tell nothing of what is let through: then the most is kept. */
  tellingRequests: 15,
  /** What a 429 took is won back in so many of the pauses that followed it, and over at least so many requests. */
  recovery: { pauses: 20, shortestPauseMs: 250, requests: 20 },
  /** While no limit is known the rate doubles in so long, and over at least so many requests, from this part of the first burst on. */
  slowStart: { ms: 700, requests: 5, from: 1 / 8 },
  /** A rate so many times the one that was turned away last has outgrown that limit: it doubles again. */
  outgrown: 1.1,
  /** Missed turns made up for at once under a declared limit; each 429 halves them, since the first may be chance. */
  catchUp: 3,
};

/**
 * A limit that nobody declared, learned from 429s by additive increase and multiplicative decrease, as TCP does: the rate
 * doubles until a request is turned away (slow start); from then on each 429 takes a part of it, which equal steps win
 * back. Rates are in requests a millisecond.
 */
export class LearnedLimit implements Limit {
  /** Null before the first 429: nothing is held back. */
  #pace: EvenPace | null = null;
  #slowStart = false;
  /** The rate that was turned away last, what that took off it, and the pause that followed. */
  #ceiling = 0;
  #taken = 0;
  #pauseMs = 0;
  #throttledAt = Number.NEGATIVE_INFINITY;
  #grownAt = 0;
  /** Requests let through, and since when: the first one, or the pause after a 429. */
  #accepted = 0;
  #countedFrom: number | null = null;

  /** `declared`: a rate that is never exceeded; null where there is none. */
  constructor(private readonly declared: number | null) {}

  readonly delay = (now: number): number => this.#pace?.delay(now) ?? 0;

  readonly sent = (now: number): void => {
    this.#countedFrom ??= now;
    this.#pace?.sent(now);
  };

  readonly accepted = (sentAt: number, now: number): void => {
    if (sentAt <= this.#throttledAt) return;
    this.#accepted += 1;
    const stepMs = now - this.#grownAt;
    this.#grownAt = now;
    // A rate that nobody made use of proves nothing.
    if (this.#pace?.binding) this.#increase(this.#pace, stepMs);
  };

  readonly throttled = (sentAt: number, now: number, pauseMs: number): void => {
    // What was in flight already says nothing new.
    if (sentAt <= this.#throttledAt) return;
    this.#throttledAt = now;
    this.#pauseMs = pauseMs;
    const accepted = this.#accepted;
    // A server that lets nothing through at all says nothing about its rate.
    if (accepted === 0) return;
    const letThrough = accepted / Math.max(1, now - (this.#countedFrom ?? now));
    this.#accepted = 0;
    this.#countedFrom = now + pauseMs;
    if (this.#pace === null) this.#pace = this.#start(letThrough);
    else this.#decrease(this.#pace, accepted < aimd.tellingRequests ? this.#pace.rate : letThrough);
  };

  #start(letThrough: number): EvenPace {
    this.#slowStart = this.declared === null;
    this.#ceiling = this.declared ?? letThrough;
    const rate = (this.#slowStart ? aimd.slowStart.from : aimd.kept.most) * this.#ceiling;
    this.#taken = this.#ceiling - rate;
    return new EvenPace(rate, this.#slowStart ? 0 : aimd.catchUp);
  }

  #decrease(pace: EvenPace, letThrough: number): void {
    const { most, least } = aimd.kept;
    this.#slowStart = false;
    this.#ceiling = pace.rate;
    pace.rate *= Math.min(most, Math.max(least, letThrough / pace.rate));
    this.#taken = this.#ceiling - pace.rate;
    pace.catchUp = Math.floor(pace.catchUp / 2);
  }

  #increase(pace: EvenPace, stepMs: number): void {
    if (pace.rate > aimd.outgrown * this.#ceiling) this.#slowStart = true;
    const { pauses, shortestPauseMs } = aimd.recovery;
    const wholeMs = this.#slowStart ? aimd.slowStart.ms : pauses * Math.max(shortestPauseMs, this.#pauseMs);
    const { requests } = this.#slowStart ? aimd.slowStart : aimd.recovery;
    const part = Math.min(stepMs / wholeMs, 1 / requests);
    const faster = this.#slowStart ? pace.rate * 2 ** part : pace.rate + part * this.#taken;
    pace.rate = Math.min(faster, this.declared ?? faster);
  }
}
