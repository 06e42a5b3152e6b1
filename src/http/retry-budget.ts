import type { Runtime } from '../runtime.js';
import { type Backoff, backoffMs } from './backoff.js';

/** All repetitions of one read, or of one token request, end within this time, so that a minute is never passed, in milliseconds. */
export const readBudgetMs = 50_000;
/** How long a write that the server keeps turning away with 429 is repeated, in milliseconds. */
export const writeBudgetMs = 600_000;
/** The waits between repetitions where the server names none. */
const usualBackoff: Backoff = { firstMs: 250, longestMs: 15_000 };

/** How long one request may still be repeated. */
export class RetryBudget {
  readonly #runtime: Runtime;
  readonly #endsAt: number;
  #repetition = 0;

  /** `startedAt`: by the runtime's monotonic clock. */
  constructor(runtime: Runtime, totalMs: number, startedAt: number) {
    this.#runtime = runtime;
    this.#endsAt = startedAt + totalMs;
  }

  /** What is left, in milliseconds. */
  remaining(): number {
    return this.#endsAt - this.#runtime.monotonic();
  }

  /** The wait before the next repetition in milliseconds, or null where it would not end within the budget. */
  nextWait(retryAfterMs: number | null): number | null {
    const wait = retryAfterMs ?? backoffMs(usualBackoff, this.#repetition, this.#runtime.random);
    this.#repetition += 1;
    return wait < this.remaining() ? wait : null;
  }
}
