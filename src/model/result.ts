import type { Change } from './change.js';
import type { GuardRefusal, PlanWarning } from './plan.js';

export type ResultStatus = 'applied' | 'failed' | 'skipped' | 'blocked' | 'alreadyDone' | 'held';

/** What became of one change. */
export interface ChangeResult extends Change {
  readonly status: ResultStatus;
  /** Why it was not applied; null where it was. */
  readonly reason: string | null;
  /** The API's request id of the last answer. */
  readonly requestId: string | null;
  /** From the first request to the last answer, milliseconds. */
  readonly ms: number;
}

export type ResultSummary = { readonly [status in ResultStatus]: number };

/** What `apply` did. */
export interface ApplyResult {
  readonly formatVersion: 1;
  readonly summary: ResultSummary;
  /** Whether the touched scopes, read again, match what was asked. True where nothing was written. */
  readonly converged: boolean;
  readonly digest: string;
  readonly guards: readonly GuardRefusal[];
  /** Changes the fresh plan holds and the review did not: nothing was written because of them. */
  readonly unreviewed: readonly Change[];
  /** What the fresh plan warned of. */
  readonly warnings?: readonly PlanWarning[];
  readonly results: readonly ChangeResult[];
}
