import type { RoleState, Status } from './assignment.js';
import { cut } from './label.js';
import type { Action, Change } from './change.js';
import type { Prune } from './desired.js';
import type { SourceLocation } from './diagnostic.js';

/** What a run was narrowed to; empty where it was not. */
export interface Narrowing {
  readonly scope?: readonly string[];
  readonly shard?: string;
  readonly changedSince?: string;
}

export interface PlanSummary {
  readonly grant: number;
  readonly change: number;
  readonly revoke: number;
  readonly blocked: number;
  readonly unlisted: number;
  readonly unchanged: number;
  /** Changes whose result cannot be read back; not counted under their action. Left out where there are none. */
  readonly unverifiable?: number;
}

export interface PlanScope {
  readonly scope: string;
  readonly name: string | null;
  readonly prune: Prune;
  readonly complete: boolean;
  /** Live assignments. */
  readonly live: number;
  /** Assignments the files ask for at the plan's time. */
  readonly desired: number;
  /** Unified diff of the role lists, where the scope changes. */
  readonly diff?: string;
}

export interface Unlisted {
  readonly scope: string;
  readonly principal: string;
  readonly label: string;
  readonly role: string;
  readonly status: Status;
  /** Present where it is a high-risk role. */
  readonly risk?: 'high';
  /** Present where the base's files ask for it, and these do not. */
  readonly removed?: true;
  /** With `removed`: why it is kept, and what would revoke it. */
  readonly reason?: string;
}

/** The code of the warning that something was taken out of the files and stays live. */
export const REMOVED_KEPT = 'removed-kept';

/** The code of the warning that a document of the base is gone. */
export const DOCUMENT_REMOVED = 'document-removed';

/** Code of the warning that counts what is assumed about the APIs. It is told once a run, beside the plan. */
export const ASSUMED_FACTS = 'assumed-facts';

/** That something was taken out of the files and stays live: who, what, where, and what would revoke it. */
export function removedWords({ label, role, scope, reason }: Unlisted, keeps = 'keeps'): string {
  return `${label} ${keeps} ${cut(role)} in ${scope}, though it was taken out of the files: ${reason ?? 'it is kept'}`;
}

/** A guard that refuses the plan. `scope` is null where it counts over the whole run. */
export interface GuardRefusal {
  readonly guard: string;
  readonly scope: string | null;
  readonly message: string;
}

export interface PlanWarning {
  readonly code: string;
  readonly message: string;
  readonly source: SourceLocation | null;
  /** Addresses of the scopes it is about, where it is about several. */
  readonly scopes?: readonly string[];
}

/** What the plan costs: requests sent to make it, writes to apply it, and how long these take under the limits. */
export interface RequestEstimate {
  readonly made: number;
  readonly toApply: number;
  readonly estimatedSeconds: number;
}

/** The ordered changes, as inert data: what `plan --format json` prints and `--out` keeps. */
export interface Plan {
  readonly formatVersion: 1;
  /** RFC 3339, UTC. */
  readonly now: string;
  /** The revision given with `--base`. */
  readonly base: string | null;
  readonly narrowing: Narrowing;
  readonly digest: string;
  readonly summary: PlanSummary;
  readonly scopes: readonly PlanScope[];
  readonly changes: readonly Change[];
  readonly unlisted: readonly Unlisted[];
  readonly guards: readonly GuardRefusal[];
  readonly warnings: readonly PlanWarning[];
  readonly requests: RequestEstimate;
  /** What terms will start, told where a plan is kept for review. */
  readonly later?: readonly LaterChange[];
}

/** A change that a term will start. */
export interface LaterChange extends Pick<Change, 'scope' | 'principal' | 'label' | 'from' | 'to' | 'risk'> {
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** One line of the offline comparison of two revisions. */
export interface StateDifference {
  readonly action: Action;
  readonly scope: string;
  /** The address of the principal, as far as the files tell. */
  readonly principal: string;
  readonly label: string;
  /** The label as it is shown: with the address beside a key of people.yaml. Left out where it is the label. */
  readonly who?: string;
  readonly from: RoleState | null;
  readonly to: RoleState | null;
  readonly source: SourceLocation | null;
  /** Present where a role is taken out of the files and stays: that is no revoke. */
  readonly kept?: true;
  /** With `kept`: why, and what would revoke it. */
  readonly reason?: string;
}

/** Whether every read failed, so that there is no plan. */
export function nothingRead({ scopes, changes, unlisted }: Plan): boolean {
  const found = changes.length + unlisted.length;
  return scopes.length > 0 && found === 0 && scopes.every(({ complete, live }) => !complete && live === 0);
}
