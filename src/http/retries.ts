import type { Runtime } from '../runtime.js';
import type { FailedReads } from './failed-reads.js';
import type { FailureKind, HttpFailure } from './failure.js';
import type { HttpOptions } from './options.js';

/** How waits grow: the first is at most `firstMs`, each further one at most twice as long, none above `longestMs`. */
export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Which failures of a request are repeated, and for how long. */
export interface RetryPolicy {
  /** All repetitions end within this time, in milliseconds. */
  readonly budgetMs: number;
  readonly repeats: (failure: Pick<HttpFailure, 'kind' | 'status'>) => boolean;
  /** Whether the requests wait for their turn, so that the pause after a 429 holds for this one as well. */
  readonly paced: boolean;
}

/** Faults that may pass, and after which a request that changes nothing can be sent again. */
const passingFaults: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'rate-limited',
  'network',
  'unreachable',
  'proxy',
  'timeout',
  'garbled',
]);
/** Responses that a read may be repeated after (A9). */
const passingStatuses: ReadonlySet<number | null> = new Set([500, 502, 503, 504]);

/** A read ends within a minute, its last attempt included. */
export const readPolicy: RetryPolicy = {
  budgetMs: 50_000,
  repeats: ({ kind, status }) =>
    passingFaults.has(kind) || (kind === 'server' && passingStatuses.has(status)),
  paced: true,
};

/** A write is repeated only where it surely did not land. */
export const writePolicy: RetryPolicy = {
  budgetMs: 600_000,
  repeats: ({ kind }) => kind === 'rate-limited',
  paced: true,
};

/** A request for a token grants nothing that another one does not. */
export const tokenPolicy: RetryPolicy = {
  budgetMs: 50_000,
  repeats: ({ kind }) => passingFaults.has(kind) || kind === 'server',
  paced: false,
};

/** A policy whose repetitions end sooner where the options ask for it. */
export function bounded(policy: RetryPolicy, { repeatForMs }: Pick<HttpOptions, 'repeatForMs'>): RetryPolicy {
  return repeatForMs === undefined ? policy : { ...policy, budgetMs: Math.min(policy.budgetMs, repeatForMs) };
}

/** A server that cannot be reached is not waited for any longer, in milliseconds. */
const unreachableBudgetMs = 7_000;
/** The waits between repetitions where the server names none. */
const usualBackoff: Backoff = { firstMs: 250, longestMs: 15_000 };

/** The repetitions of one request: whether it may be sent again, and after which wait. */
export class Retries {
  #repetitions = 0;
  #throttled = 0;

  /** `failedReads`: those that use up the same budget; null where this request has one of its own. */
  constructor(
    private readonly policy: RetryPolicy,
    private readonly runtime: Runtime,
    /** When it was first sent, by the runtime's monotonic clock. */
    readonly startedAt: number,
    private readonly failedReads: FailedReads | null,
  ) {}

  /** What is left of the budget, in milliseconds. */
  remaining(): number {
    const now = this.runtime.monotonic();
    return this.policy.budgetMs - (this.failedReads?.spentWith(this.startedAt, now) ?? now - this.startedAt);
  }

  /** The wait before the request is repeated, in milliseconds; null where it is not to be, or not within the budget. */
  waitAfter(failure: Pick<HttpFailure, 'kind' | 'status' | 'retryAfterMs'>): number | null {
    if (!this.policy.repeats(failure)) return null;
    let asked = failure.retryAfterMs;
    if (failure.kind === 'rate-limited' && this.policy.paced) {
      // The pause for everyone comes first; a request that is throttled again and again also waits for itself.
      this.#throttled += 1;
      if (this.#throttled === 1) return 0;
      if (asked !== null) asked = 0;
    }
    const wait = asked ?? backoffMs(usualBackoff, this.#repetitions, this.runtime.random);
    this.#repetitions += 1;
    return wait < Math.min(this.#reachableFor(failure.kind), this.remaining()) ? wait : null;
  }

  #reachableFor(kind: FailureKind): number {
    if (kind !== 'unreachable' && kind !== 'proxy') return Number.POSITIVE_INFINITY;
    return unreachableBudgetMs - (this.runtime.monotonic() - this.startedAt);
  }
}

/** Exponential back-off with full jitter: a random wait below the bound of this repetition (from 0), in milliseconds. */
export function backoffMs(backoff: Backoff, repetition: number, random: () => number): number {
  return random() * Math.min(backoff.longestMs, backoff.firstMs * 2 ** Math.min(repetition, 30));
}

/**
 * How long a Retry-After header asks to wait, in milliseconds (RFC 9110 section 10.2.3): seconds or an HTTP date. Null
 * where there is none or it cannot be read. `now` is the time of day in milliseconds.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) {
    const ms = Number(text) * 1000;
    return Number.isFinite(ms) ? ms : null;
  }
  if (!/[a-z]{3}/i.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
