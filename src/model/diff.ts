import type { StateDifference } from './plan.js';

interface DiffSummary {
  readonly grant: number;
  readonly change: number;
  readonly revoke: number;
  /** Taken out of the files, and not revoked. */
  readonly kept: number;
}

/** The desired states of two revisions compared, offline. */
export interface DiffResult {
  readonly formatVersion: 1;
  readonly base: string;
  /** Null: the working tree. */
  readonly head: string | null;
  readonly summary: DiffSummary;
  readonly changes: readonly StateDifference[];
}
