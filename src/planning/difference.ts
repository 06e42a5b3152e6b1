import type { RoleState } from '../model/assignment.js';
import type { Action, Term } from '../model/change.js';
import type { LiveAssignment } from '../model/live.js';
import type { SourceLocation } from '../model/source.js';
import type { PrincipalView } from './principal-views.js';

/** A difference between desired and live, before anything is asked but what it is. */
export interface Difference {
  readonly view: PrincipalView;
  readonly from: RoleState | null;
  readonly to: RoleState | null;
  readonly fromRoleId: string | null;
  readonly toRoleId: string | null;
  readonly source: SourceLocation | null;
  readonly term: Term | null;
  /** When the term began or ended, or the person left, epoch milliseconds; null where there is no term. */
  readonly termAt: number | null;
  readonly blocked: string | null;
  readonly unverifiable: boolean;
}

/** What a role of the files is in the API. */
export interface ResolvedRole {
  readonly role: string;
  readonly roleId: string | null;
  readonly blocked: string | null;
  /** Nobody can tell which role of the API is meant. */
  readonly unclear: boolean;
}

/** What one principal's side by side came to. */
export interface PrincipalComparison {
  readonly differences: readonly Difference[];
  /** Live and unlisted, and kept. */
  readonly unlisted: readonly LiveAssignment[];
  readonly unchanged: number;
  /** Assignments the files ask for now. */
  readonly effective: number;
  /** The person has left and is a member all the same, since nothing may remove members here. */
  readonly leftButListed: boolean;
}

export function actionOf(difference: Pick<Difference, 'from' | 'to'>): Action {
  if (difference.from === null) return 'grant';
  return difference.to === null ? 'revoke' : 'change';
}

/** Whether it takes something away: a role, or the activity of one. */
export function takesAway({ from, to }: Pick<Difference, 'from' | 'to'>): boolean {
  if (from === null) return false;
  return to === null || to.role !== from.role || (from.status === 'active' && to.status === 'inactive');
}

/** Whether nothing stands in its way. */
export function isDoable({ blocked }: Pick<Difference, 'blocked'>): boolean {
  return blocked === null;
}
