import type { Runtime } from '../runtime.js';
import { type Backoff, backoffMs } from './backoff.js';
import type { HttpFailure, SharedCause } from './failure.js';

/** All repetitions of one read, or of one token request, end within this time, so that a minute is never passed, in milliseconds. */
export const readBudgetMs = 50_000;
/** A server that cannot be reached is not waited for any longer, in milliseconds. */
const unreachableBudgetMs = 7_000;
/** How long a write that the server keeps turning away with 429 is repeated, in milliseconds. */
export const writeBudgetMs = 600_000;
/** The waits between repetitions where the server names none. */
const usualBackoff: Backoff = { firstMs: 250, longestMs: 15_000 };

/**
 * The time that reads spent in vain, all together: what several lose at once counts once. However many fail one after
 * the other, their repetitions end within a minute.
 */
export class SpentTime {
  #spent = 0;
  #until = Number.NEGATIVE_INFINITY;
  #cause: SharedCause | null = null;

  /** What is spent by a read that began at `startedAt` and goes on, the earlier ones included. */
  with(startedAt: number, now: number): number {
    return this.#spent + Math.max(0, now - Math.max(startedAt, this.#until));
  }

  /** Why the last read gave up. */
  cause(): SharedCause | null {
    return this.#cause;
  }

  /** A read that began at `startedAt` gave up. */
  gaveUp(startedAt: number, now: number, cause: SharedCause | null): void {
    this.#cause = cause;
    this.#spent = this.with(startedAt, now);
    this.#until = now;
  }
}

/** How long one request may still be repeated. */
export class RetryBudget {
  readonly #runtime: Runtime;
  readonly #totalMs: number;
  readonly #spent: SpentTime | null;
  /** By the runtime's monotonic clock. */
  readonly startedAt: number;
  #repetition = 0;

  /** `startedAt`: by the runtime's monotonic clock. `spent`: shared with the reads that use up the same total. */
  constructor(runtime: Runtime, totalMs: number, startedAt: number, spent: SpentTime | null = null) {
    this.#runtime = runtime;
    this.#totalMs = totalMs;
    this.startedAt = startedAt;
    this.#spent = spent;
  }

  /** What is left, in milliseconds. */
  remaining(): number {
    const now = this.#runtime.monotonic();
    return this.#totalMs - (this.#spent?.with(this.startedAt, now) ?? now - this.startedAt);
  }

  /** The wait before repeating what failed so, in milliseconds, or null where it would not end within the budget. */
  nextWait({ kind, retryAfterMs }: Pick<HttpFailure, 'kind' | 'retryAfterMs'>): number | null {
    const wait = retryAfterMs ?? backoffMs(usualBackoff, this.#repetition, this.#runtime.random);
    this.#repetition += 1;
    const elapsed = this.#runtime.monotonic() - this.startedAt;
    const left =
      kind === 'unreachable' || kind === 'proxy' ? unreachableBudgetMs - elapsed : Number.POSITIVE_INFINITY;
    return wait < Math.min(left, this.remaining()) ? wait : null;
  }
}
