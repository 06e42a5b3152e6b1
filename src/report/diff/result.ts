import type { StateDifference } from '../../model/plan.js';

/** The desired states of two revisions compared, offline. */
export interface DiffResult {
  readonly formatVersion: 1;
  readonly base: string;
  /** Null: the working tree. */
  readonly head: string | null;
  readonly summary: { readonly grant: number; readonly change: number; readonly revoke: number };
  readonly changes: readonly StateDifference[];
}
