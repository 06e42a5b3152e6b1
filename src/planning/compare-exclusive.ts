import { type RoleState, roleKey } from '../model/assignment.js';
import {
  type Resolution,
  type ExpiredRole,
  type EffectiveRole,
  resolveRoles,
} from '../model/effective-roles.js';
import type { LiveAssignment } from '../model/live.js';
import type { ComparisonSettings } from './comparison-settings.js';
import type { Difference, PrincipalComparison } from './difference.js';
import type { PrincipalView } from './principal-views.js';

/** Desired and live where a principal holds at most one role: a different role is a change, not two. */
export function compareExclusive(view: PrincipalView, settings: ComparisonSettings): PrincipalComparison {
  const resolution = resolveRoles(view.assignments, settings.at, settings.traits);
  const [want] = resolution.effective;
  const [row] = view.rows;
  const effective = resolution.effective.length;
  if (want === undefined && row !== undefined) {
    const { differences, unlisted, leftButListed } = withoutAssignment(view, row, resolution, settings);
    return { differences, unlisted, unchanged: 0, effective, leftButListed };
  }
  const difference = want === undefined ? null : toEffective(view, want, row, resolution, settings);
  const differences = difference === null ? [] : [difference];
  const unchanged = want !== undefined && difference === null ? 1 : 0;
  return { differences, unlisted: [], unchanged, effective, leftButListed: false };
}

function toEffective(
  view: PrincipalView,
  want: EffectiveRole,
  row: LiveAssignment | undefined,
  resolution: Resolution,
  settings: ComparisonSettings,
): Difference | null {
  const role = settings.roleOf(want.state.role);
  if (row !== undefined && sameRole(row.role, role.role, settings)) return null;
  const expired = row === undefined ? undefined : expiredOn(row, resolution, settings);
  return {
    view,
    from: row === undefined ? null : stateOf(row),
    to: { role: role.role, status: want.state.status },
    fromRoleId: row?.roleId ?? null,
    toRoleId: role.roleId,
    source: want.assignment.source,
    ...(want.started
      ? { term: 'started', termAt: want.assignment.from }
      : { term: expired?.ending ?? null, termAt: expired?.at ?? null }),
    blocked: role.blocked,
    unverifiable: false,
  };
}

type Undesired = Pick<PrincipalComparison, 'differences' | 'unlisted' | 'leftButListed'>;

/** No entry asks for what is live: its term has ended, or it is unlisted. */
function withoutAssignment(
  view: PrincipalView,
  row: LiveAssignment,
  resolution: Resolution,
  settings: ComparisonSettings,
): Undesired {
  const { floorRole } = settings.traits;
  const expired = expiredOn(row, resolution, settings);
  if (floorRole !== null) return aboveFloor(view, row, resolution, floorRole, settings);
  if (expired !== undefined || settings.prunes(row, view)) return differs(revoke(view, row, expired ?? null));
  return kept(row, false);
}

/**
 * Where everyone has a role, one whose term ended falls back to the lowest. Only whom no entry names, or who left, is
 * removed: nothing here could bring them back.
 */
function aboveFloor(
  view: PrincipalView,
  row: LiveAssignment,
  resolution: Resolution,
  floorRole: string,
  settings: ComparisonSettings,
): Undesired {
  const onFloor = sameRole(row.role, floorRole, settings);
  const own = expiredOn(row, resolution, settings);
  const left = leavingOf(view, settings.at);
  if ((left !== null || view.assignments.length === 0) && settings.prunes(row, view)) {
    const isKnown = own !== undefined || (onFloor && resolution.expired.length > 0);
    return differs(revoke(view, row, isKnown ? left : null));
  }
  if (own === undefined || onFloor) return kept(row, left !== null);
  const floor = settings.roleOf(floorRole);
  const difference: Difference = {
    ...revoke(view, row, own),
    to: { role: floor.role, status: 'active' },
    toRoleId: floor.roleId,
    blocked: floor.blocked,
  };
  return { differences: [difference], unlisted: [], leftButListed: left !== null };
}

/** How a person who has left did; null where nobody has. */
function leavingOf({ assignments }: PrincipalView, at: number): ExpiredRole | null {
  for (const assignment of assignments) {
    const { role, leaves } = assignment;
    if (leaves !== null && leaves <= at) return { role, ending: 'left', assignment, at: leaves };
  }
  return null;
}

function kept(row: LiveAssignment, leftButListed: boolean): Undesired {
  return { differences: [], unlisted: [row], leftButListed };
}

function differs(difference: Difference): Undesired {
  return { differences: [difference], unlisted: [], leftButListed: false };
}

function revoke(view: PrincipalView, row: LiveAssignment, expired: ExpiredRole | null): Difference {
  return {
    view,
    from: stateOf(row),
    to: null,
    fromRoleId: row.roleId,
    toRoleId: null,
    source: expired?.assignment.source ?? null,
    term: expired?.ending ?? null,
    termAt: expired?.at ?? null,
    blocked: null,
    unverifiable: false,
  };
}

function expiredOn(
  row: LiveAssignment,
  resolution: Resolution,
  settings: ComparisonSettings,
): ExpiredRole | undefined {
  return resolution.expired.find(({ role }) => sameRole(row.role, role, settings));
}

function sameRole(a: string, b: string, { traits }: ComparisonSettings): boolean {
  return roleKey(a, traits.rolesIgnoreCase) === roleKey(b, traits.rolesIgnoreCase);
}

function stateOf(row: LiveAssignment): RoleState {
  return { role: row.role, status: row.status };
}
