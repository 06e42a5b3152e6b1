import { isSameRole } from '../model/assignment.js';
import type { ExpiredRole, Resolution } from '../model/effective-roles.js';
import type { LiveAssignment } from '../model/live.js';
import type { ComparisonRules, Difference, PrincipalComparison } from './comparison.js';
import { granting, revoking } from './comparison.js';
import type { PrincipalView } from './principal-views.js';

const NOTHING: PrincipalComparison = { differences: [], unlisted: [], unchanged: 0, leftButListed: false };

/** Desired and live where a principal holds at most one role: a different role is a change, not two. */
export function compareExclusive(
  view: PrincipalView,
  { effective, expired }: Resolution,
  rules: ComparisonRules,
): PrincipalComparison {
  const [row] = view.rows;
  const [wanted] = effective;
  const ended = row === undefined ? null : expiredOn(row, expired, rules);
  if (wanted === undefined)
    return row === undefined ? NOTHING : withoutEntry(view, row, { ended, expired }, rules);
  if (row !== undefined && isSameRole(row.role, wanted.state.role, rules.traits))
    return { ...NOTHING, unchanged: 1 };
  const difference = granting(view, row, wanted, rules.roleOf(wanted.assignment.role));
  if (wanted.started || ended === null) return differs(difference);
  return differs({ ...difference, expired: ended, term: ended.ending, termAt: ended.at });
}

interface Expired {
  /** What expired of the live role; null if nothing did. */
  readonly ended: ExpiredRole | null;
  /** All roles of the principal that expired. */
  readonly expired: readonly ExpiredRole[];
}

/** No entry asks for what is live: its term has ended, or it is unlisted. */
function withoutEntry(
  view: PrincipalView,
  row: LiveAssignment,
  { ended, expired }: Expired,
  rules: ComparisonRules,
): PrincipalComparison {
  const { floorRole } = rules.traits;
  if (floorRole !== null) return aboveFloor(view, row, { ended, expired }, floorRole, rules);
  return ended !== null || rules.prunes(row, view)
    ? differs(revoking(view, row, ended))
    : { ...NOTHING, unlisted: [row] };
}

/**
 * Where every member has a role, an expired role falls back to the lowest. Members are removed only if no entry names
 * them or they left, since the API cannot bring them back.
 */
function aboveFloor(
  view: PrincipalView,
  row: LiveAssignment,
  { ended, expired }: Expired,
  floorRole: string,
  rules: ComparisonRules,
): PrincipalComparison {
  const onFloor = isSameRole(row.role, floorRole, rules.traits);
  const left = leavingOf(view, rules.at);
  const leftButListed = left !== null;
  if ((left !== null || view.assignments.length === 0) && rules.prunes(row, view)) {
    const isListed = ended !== null || (onFloor && expired.length > 0);
    return differs(revoking(view, row, isListed ? left : null));
  }
  if (ended === null || onFloor) return { ...NOTHING, unlisted: [row], leftButListed };
  const floor = rules.roleOf(floorRole);
  const difference: Difference = {
    ...revoking(view, row, ended),
    to: { role: floor.role, status: 'active' },
    toRoleId: floor.roleId,
    blocked: floor.blocked,
  };
  return { ...differs(difference), leftButListed };
}

function leavingOf({ assignments }: PrincipalView, at: number): ExpiredRole | null {
  for (const assignment of assignments) {
    const { role, leaves } = assignment;
    if (leaves !== null && leaves <= at) return { role, ending: 'left', assignment, at: leaves };
  }
  return null;
}

function differs(difference: Difference): PrincipalComparison {
  return { ...NOTHING, differences: [difference] };
}

function expiredOn(
  row: LiveAssignment,
  expired: readonly ExpiredRole[],
  rules: ComparisonRules,
): ExpiredRole | null {
  return expired.find(({ role }) => isSameRole(row.role, role, rules.traits)) ?? null;
}
