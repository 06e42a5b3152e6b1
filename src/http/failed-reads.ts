import type { FailureKind, HttpFailure, SharedCause } from './failure.js';

/** After so long a server that failed may be tried again, in milliseconds. */
const forgottenAfterMs = 30_000;
/** Failures that say something of the server and nothing of the request. */
const ofTheServer: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'certificate',
  'unreachable',
  'proxy',
  'network',
  'timeout',
]);

/**
 * The reads of a provider that failed for good, so that others with the same cause end the sooner: nothing is sent to a
 * server that is out, and the repetitions of all reads end within a minute, however many fail one after the other.
 * Times are those of the monotonic clock, in milliseconds.
 */
export class FailedReads {
  readonly #answeredAt = new Map<string, number>();
  readonly #outages = new Map<string, { readonly failure: HttpFailure; readonly at: number }>();
  #spent = 0;
  #spentUntil = Number.NEGATIVE_INFINITY;
  #lastCause: SharedCause | null = null;

  /** A response came from a server, whatever it says. */
  answered(origin: string, now: number): void {
    this.#answeredAt.set(origin, now);
    this.#outages.delete(origin);
  }

  /**
   * A read that was first sent at `startedAt` gave up: its server is out unless it answered something since then.
   * `repeated`: whether time was spent on repeating it.
   */
  add(origin: string, startedAt: number, failure: HttpFailure, repeated: boolean, now: number): void {
    const answeredAt = this.#answeredAt.get(origin) ?? Number.NEGATIVE_INFINITY;
    if (ofTheServer.has(failure.kind) && answeredAt < startedAt)
      this.#outages.set(origin, { failure, at: now });
    if (!repeated) return;
    this.#lastCause = failure.shared;
    this.#spent = this.spentWith(startedAt, now);
    this.#spentUntil = now;
  }

  /** Why nothing is sent to a server now; null where it may be. */
  outage(origin: string, now: number): HttpFailure | null {
    const outage = this.#outages.get(origin);
    return outage === undefined || now - outage.at >= forgottenAfterMs ? null : outage.failure;
  }

  /** The time spent in vain, with a read that began at `startedAt` and goes on; what several lose at once counts once. */
  spentWith(startedAt: number, now: number): number {
    return this.#spent + Math.max(0, now - Math.max(startedAt, this.#spentUntil));
  }

  /** Why the last repeated read gave up. */
  get lastCause(): SharedCause | null {
    return this.#lastCause;
  }
}
