import { comparedState, type RoleState } from './assignment.js';
import type { SourceLocation } from './source.js';

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
