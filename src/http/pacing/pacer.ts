import type { Runtime } from '../../runtime.js';
import { type Backoff, backoffMs } from '../retries.js';

/** Says when the next request may be sent. Times are those of the monotonic clock, in milliseconds. */
export interface Limit {
  /** How long the next request must wait from now; 0 if it may be sent. */
  readonly delay: (now: number) => number;
  /** A request is sent now. */
  readonly sent: (now: number) => void;
  /** A request sent at `sentAt` was let through, and its response is here. */
  readonly accepted: (sentAt: number, now: number) => void;
  /** A request sent at `sentAt` was turned away with 429. `pauseMs`: nothing is sent for so long. */
  readonly throttled: (sentAt: number, now: number, pauseMs: number) => void;
}

/**
 * When the turn came, by which the request is known from then on: send now, it is counted. `again`: circumstances changed
 * while waiting; nothing is counted, look again.
 */
export type Turn = number | 'again';

interface Waiter {
  readonly stillReady: () => boolean;
  readonly resolve: (turn: Turn) => void;
}

/** Waits after a 429 or 503 that names none. */
const pauseBackoff: Backoff = { firstMs: 250, longestMs: 60_000 };
/** Timers may be late by this much; the rest of a wait is spent without one, in milliseconds. */
const timerSlackMs = 1.5;
/** Sleeps from this length on can be cut short, in milliseconds. */
const longNapMs = 20;

/** The one queue in which all requests of a provider wait for their turn, reads and writes alike. */
export class Pacer {
  readonly #waiters: Waiter[] = [];
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #pauseSetAt = Number.NEGATIVE_INFINITY;
  #pausesInARow = 0;
  #turning = false;
  #nap: AbortController | null = null;

  constructor(
    private readonly runtime: Runtime,
    private readonly limits: readonly Limit[],
  ) {}

  /** Waits for the next turn. `stillReady` is asked when it comes: if not, the turn goes to the next one in the queue. */
  async turn(stillReady: () => boolean): Promise<Turn> {
    const now = this.runtime.monotonic();
    if (this.#waiters.length === 0 && this.#delay(now) <= 0) {
      this.#count(now);
      return now;
    }
    return new Promise((resolve) => {
      this.#waiters.push({ stillReady, resolve });
      if (!this.#turning) void this.#turnOver();
    });
  }

  /** How long nobody may send, in milliseconds. */
  pausedFor(): number {
    if (this.#pausedUntil === Number.NEGATIVE_INFINITY) return 0;
    return Math.max(0, this.#pausedUntil - this.runtime.monotonic());
  }

  /** How long a request that asks now waits at the least, in milliseconds. */
  expectedWait(): number {
    return Math.max(0, this.#delay(this.runtime.monotonic()));
  }

  /** A response other than 429 and 503 came to a request whose turn was at `sentAt`. */
  accepted(sentAt: number): void {
    if (sentAt >= this.#pauseSetAt) this.#pausesInARow = 0;
    const now = this.runtime.monotonic();
    for (const limit of this.limits) limit.accepted(sentAt, now);
    this.#nap?.abort();
  }

  /** 429 came to a request sent at `sentAt`: everyone waits, and limits may learn. */
  throttled(sentAt: number, retryAfterMs: number | null): void {
    const pauseMs = this.slowDown(sentAt, retryAfterMs);
    const now = this.runtime.monotonic();
    for (const limit of this.limits) limit.throttled(sentAt, now, pauseMs);
  }

  /** 429 or 503 came: nobody sends for as long as the server says, else for a random while that grows. */
  slowDown(sentAt: number, retryAfterMs: number | null): number {
    const now = this.runtime.monotonic();
    const known = sentAt < this.#pauseSetAt;
    if (known && retryAfterMs === null) return Math.max(0, this.#pausedUntil - now);
    const pauseMs = retryAfterMs ?? backoffMs(pauseBackoff, this.#pausesInARow, this.runtime.random);
    if (!known) this.#pausesInARow += 1;
    this.#pauseSetAt = now;
    if (now + pauseMs > this.#pausedUntil) {
      this.#pausedUntil = now + pauseMs;
      this.wake();
    }
    return Math.max(0, this.#pausedUntil - now);
  }

  /** Has everyone who waits look again. */
  wake(): void {
    for (const waiter of this.#waiters.splice(0)) waiter.resolve('again');
    this.#nap?.abort();
  }

  #delay(now: number): number {
    let delay = this.#pausedUntil - now;
    for (const limit of this.limits) delay = Math.max(delay, limit.delay(now));
    return delay;
  }

  #count(now: number): void {
    for (const limit of this.limits) limit.sent(now);
  }

  async #turnOver(): Promise<void> {
    this.#turning = true;
    while (this.#waiters.length > 0) {
      const now = this.runtime.monotonic();
      const delay = this.#delay(now);
      if (delay > 0) {
        await this.#rest(delay);
        continue;
      }
      const waiter = this.#waiters.shift();
      if (waiter === undefined) break;
      const ready = waiter.stillReady();
      if (ready) this.#count(now);
      waiter.resolve(ready ? now : 'again');
    }
    this.#turning = false;
  }

  /** Sleeps for most of a delay. A long sleep ends when everyone is woken, so that nothing waits for nobody. */
  async #rest(delay: number): Promise<void> {
    const ms = delay > timerSlackMs + 1 ? delay - timerSlackMs : Math.min(delay, 0.9);
    if (ms < longNapMs) return this.runtime.sleep(ms);
    const nap = new AbortController();
    this.#nap = nap;
    try {
      await this.runtime.sleep(ms, nap.signal);
    } catch (error) {
      if (!nap.signal.aborted) throw error;
    } finally {
      this.#nap = null;
    }
  }
}
