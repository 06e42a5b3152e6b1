import type { Action } from './change.js';
import type { SourceLocation } from './diagnostic.js';
import type { StateDifference } from './plan.js';

/** A file that a command edited, or would edit. */
export interface EditedFile {
  /** Relative to the folder of rolecall.yaml, with `/`. */
  readonly file: string;
  /** Unified diff, with the names `a/FILE` (`/dev/null` for a new file) and `b/FILE`. */
  readonly diff: string;
}

/** What an edit makes the files ask for, or no longer ask for. */
export interface EditedAssignment {
  readonly action: Action;
  /** `user:ID` or `group:ID`; the e-mail where the files give no id. */
  readonly principal: string;
  /** The role that is granted, that it changes to, or that is revoked. */
  readonly role: string;
  readonly scope: string;
  /** The entry that asks for it now, or the one that did. */
  readonly source: SourceLocation | null;
  /** Present where a role is taken out of the files and prune keeps it. */
  readonly kept?: true;
}

/** A difference that an edit makes in what the files ask for. */
export interface EditDifference extends StateDifference {
  /** The first instant from which it holds, epoch milliseconds. */
  readonly at: number;
}

/** What an editing command did to the files. */
export interface EditResult {
  readonly formatVersion: 1;
  /** Sorted by name. Empty where nothing was to be done, or nothing was written because of errors. */
  readonly files: readonly EditedFile[];
  readonly assignments: readonly EditedAssignment[];
  /** What to know beside it, in sentences. */
  readonly notes: readonly string[];
}
