import type { Plan } from '../model/plan.js';
import type { ChangeResult } from '../model/result.js';

/** What a run tells while it goes on. Nothing here is needed for its result; a sink may drop any of it. */
export type EngineEvent =
  | { readonly kind: 'plan-started' }
  /** Null where no plan came of it. */
  | { readonly kind: 'plan-ended'; readonly plan: Plan | null }
  | { readonly kind: 'read-started'; readonly roots: number; readonly scopes: number }
  | {
      readonly kind: 'root-read';
      readonly root: string;
      /** Scopes that were read with it. */
      readonly scopes: number;
      readonly done: number;
      readonly roots: number;
      readonly complete: boolean;
    }
  | { readonly kind: 'apply-started'; readonly writes: number }
  | {
      readonly kind: 'change-done';
      readonly result: ChangeResult;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'verifying'; readonly scopes: number; readonly attempt: number }
  | {
      readonly kind: 'request';
      readonly provider: string;
      readonly method: string;
      readonly path: string;
      readonly status: number | null;
      readonly ms: number;
      readonly attempt: number;
      /** From the caller's asking (or the last attempt's end) to the sending, in milliseconds. */
      readonly waitMs: number;
    }
  | { readonly kind: 'note'; readonly message: string };

/** Where a run's events go. */
export type EventSink = (event: EngineEvent) => void;
