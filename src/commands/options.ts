import type { ExitCode } from '../errors.js';
import type { Change } from '../model/change.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Plan } from '../model/plan.js';
import type { ApplyResult } from '../model/result.js';
import type { PlanningOptions } from './planning-run.js';
import type { AccessReview } from '../planning/access-review/review.js';
import type { Explanation } from '../model/explanation.js';
import type { ImportResult } from '../model/import-result.js';
import type { InitResult } from '../model/init-result.js';
import type { DiffResult } from '../model/diff.js';

/** What every command returns besides its result. */
export interface Outcome {
  /** Findings about the files. */
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: ExitCode;
}

export interface PlanOptions extends Omit<PlanningOptions, 'onlyScopes' | 'everyone' | 'tolerated'> {
  readonly detailedExitcode: boolean;
  /** Fail where an entry is blocked; with a base, one of cause `files`. */
  readonly failOnBlocked: boolean;
  /** Path of a file to keep the plan in; null: it is not kept. */
  readonly out: string | null;
}

export interface PlanOutcome extends Outcome {
  readonly plan: Plan;
}

export interface ApplyOptions
  extends Omit<PlanningOptions, 'onlyScopes' | 'everyone' | 'tolerated' | 'providersFrom'> {
  /** Path of a file that gets a line before and after every write; null: there is none. */
  readonly auditLog: string | null;
  readonly planFile: string | null;
  readonly digest: string | null;
  readonly yes: boolean;
  readonly interactive: boolean;
  /** Shows the plan before anything is written. */
  readonly show: (plan: Plan) => Promise<void>;
  /** Asks whether to write these changes of what was shown; not called with `yes`. */
  readonly confirm: (changes: readonly Change[]) => Promise<boolean>;
  readonly receipt: string | null;
}

export interface ApplyOutcome extends PlanOutcome {
  readonly result: ApplyResult | null;
}

export interface DiffOptions {
  readonly base: string;
  readonly head: string | null;
  readonly scope: readonly string[];
  readonly detailedExitcode: boolean;
}

export interface DiffOutcome extends Outcome {
  readonly diff: DiffResult | null;
}

export interface ExplainOptions {
  /** Null: who holds a role is asked, by `role` and `scope`. */
  readonly principal: string | null;
  readonly scope: readonly string[];
  /** Globs over role names. */
  readonly role: readonly string[];
  /** Whether to compare the answer with the live state. */
  readonly live: boolean;
  readonly concurrency: number | null;
}

export interface ExplainOutcome extends Outcome {
  readonly explanation: Explanation;
  /** What of the live state could not be read, each cause once. */
  readonly unread: readonly string[];
}

export interface ImportOptions {
  readonly scope: readonly string[];
  readonly dir: string;
  readonly merge: boolean;
  readonly concurrency: number | null;
}

export interface ImportOutcome extends Outcome {
  readonly result: ImportResult;
}

export interface ReportOptions {
  /** Days without a login after which access is called stale. */
  readonly inactiveDays: number;
  readonly scope: readonly string[];
  readonly concurrency: number | null;
}

export interface ReportOutcome extends Outcome {
  readonly review: AccessReview;
  /** What could not be read, each cause once. */
  readonly unread: readonly string[];
}

export interface InitOptions {
  readonly dir: string;
  /** Ids of the roots to start with, by provider. */
  readonly roots: ReadonlyMap<string, readonly string[]>;
  /** Whether the settings are for the sandbox of this machine. */
  readonly sandbox: boolean;
}

export interface InitOutcome extends Outcome {
  readonly result: InitResult;
}
