import type { FailureKind, HttpFailure } from './failure.js';

/** After so long somebody may try again whether a server is back, in milliseconds. */
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
 * Which servers have failed for good, so that the same cause is not found out again for each request. A server is out
 * where a read gave up on it and nothing was answered since the read was first sent.
 */
export class Outages {
  readonly #answeredAt = new Map<string, number>();
  readonly #out = new Map<string, { readonly failure: HttpFailure; readonly at: number }>();

  /** An answer came, whatever it says. */
  answered(origin: string, now: number): void {
    this.#answeredAt.set(origin, now);
    this.#out.delete(origin);
  }

  /** A read that was first sent at `startedAt` gave up. Times are those of the monotonic clock. */
  gaveUp(origin: string, startedAt: number, failure: HttpFailure, now: number): void {
    if (!ofTheServer.has(failure.kind)) return;
    const answeredAt = this.#answeredAt.get(origin) ?? Number.NEGATIVE_INFINITY;
    if (answeredAt < startedAt) this.#out.set(origin, { failure, at: now });
  }

  /** Why nothing is sent to a server now; null where it may be. */
  outage(origin: string, now: number): HttpFailure | null {
    const out = this.#out.get(origin);
    return out === undefined || now - out.at >= forgottenAfterMs ? null : out.failure;
  }
}
