import { comparedState, type RoleState } from './assignment.js';
import type { PrincipalId } from './principal.js';
import type { Scope } from './scope.js';
import type { SourceLocation } from './diagnostic.js';

export type Action = 'grant' | 'change' | 'revoke';
/** `files`: the pull request (or commit) brought it about; `drift`: it would be there without. */
export type Cause = 'files' | 'drift';
/** The clock brought it about: an entry's `from` or `until`, or a person's `leaves`. */
export type Term = 'started' | 'ended' | 'left';
export type Risk = 'high' | 'normal';

/** One difference between desired and live. Inert data; the fields are those of the plan's JSON. */
export interface Change {
  readonly action: Action;
  /** Address of the scope. */
  readonly scope: string;
  /** `user:ID` or `group:ID`. */
  readonly principal: string;
  /** What people know the principal by: e-mail, else name, else id. */
  readonly label: string;
  /** Null for a grant. */
  readonly from: RoleState | null;
  /** Null for a revoke. */
  readonly to: RoleState | null;
  /** The entry that asks for it; null where no line of a file does (what is pruned). */
  readonly source: SourceLocation | null;
  readonly cause: Cause | null;
  readonly term: Term | null;
  readonly risk: Risk;
  /** Why it cannot be done; null where it can. */
  readonly blocked: string | null;
  /** Present and false where the result cannot be read back: counts for nothing in drift and convergence. */
  readonly verifiable?: false;
  /** For the removal from an organization: the assignments (`address role`) that go with it. */
  readonly takesAlong?: readonly string[];
}

/** The identity of a change: two plans hold the same change where these agree. */
export function changeKey(change: Pick<Change, 'action' | 'scope' | 'principal' | 'from' | 'to'>): string {
  const { scope, principal, action } = change;
  const from = change.from === null ? null : comparedState(scope, change.from);
  const to = change.to === null ? null : comparedState(scope, change.to);
  return JSON.stringify([
    scope,
    principal,
    action,
    from?.role ?? null,
    from?.status ?? null,
    to?.role ?? null,
    to?.status ?? null,
  ]);
}

/** A change together with what its provider needs to write it: ids instead of addresses and names. Inert data. */
export interface PlannedChange {
  readonly change: Change;
  readonly scope: Scope;
  /** Null where it is blocked for want of one. */
  readonly principal: PrincipalId | null;
  readonly fromRoleId: string | null;
  readonly toRoleId: string | null;
}

type Step = Pick<Change, 'from' | 'to'>;
type IsHighRisk = (role: string) => boolean;

/** Whether somebody holds a high-risk role by this; an inactive assignment gives nobody anything. */
export function holdsHighRisk(state: RoleState | null, isHighRisk: IsHighRisk): boolean {
  return state !== null && state.status === 'active' && isHighRisk(state.role);
}

/** Whether it gives a high-risk role, or brings an inactive one back to life. */
export function givesHighRisk({ from, to }: Step, isHighRisk: IsHighRisk): boolean {
  return holdsHighRisk(to, isHighRisk) && (from?.role !== to?.role || from?.status !== 'active');
}

/** High for what gives a high-risk role and for what takes one away. */
export function riskOf(step: Step, isHighRisk: IsHighRisk): Risk {
  return givesHighRisk(step, isHighRisk) || givesHighRisk({ from: step.to, to: step.from }, isHighRisk)
    ? 'high'
    : 'normal';
}
