import type { ChangeResult } from '../model/result.js';

/** What a run tells while it goes on. Nothing here is needed for its result; a sink may drop any of it. */
export type EngineEvent =
  | { readonly kind: 'read-started'; readonly roots: number; readonly scopes: number }
  | {
      readonly kind: 'root-read';
      readonly root: string;
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
    }
  | { readonly kind: 'note'; readonly message: string };

/** Where a run's events go. */
export type EventSink = (event: EngineEvent) => void;
