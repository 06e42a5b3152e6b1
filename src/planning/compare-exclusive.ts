import { type RoleState, roleKey } from '../model/assignment.js';
import { type Decision, type Ended, type Wanted, decide } from '../model/force.js';
import type { LiveAssignment } from '../model/live.js';
import type { ComparisonSettings } from './comparison-settings.js';
import type { Difference, SubjectComparison } from './difference.js';
import type { Subject } from './subject.js';

/** Desired and live where a principal holds at most one role: a different role is a change, not two. */
export function compareExclusive(subject: Subject, settings: ComparisonSettings): SubjectComparison {
  const decision = decide(subject.claims, settings.at, settings.traits);
  const [want] = decision.wanted;
  const [row] = subject.rows;
  const wanted = decision.wanted.length;
  if (want === undefined && row !== undefined) {
    const { differences, unlisted, leftButListed } = withoutClaim(subject, row, decision, settings);
    return { differences, unlisted, unchanged: 0, wanted, leftButListed };
  }
  const difference = want === undefined ? null : toWanted(subject, want, row, decision, settings);
  const differences = difference === null ? [] : [difference];
  const unchanged = want !== undefined && difference === null ? 1 : 0;
  return { differences, unlisted: [], unchanged, wanted, leftButListed: false };
}

function toWanted(
  subject: Subject,
  want: Wanted,
  row: LiveAssignment | undefined,
  decision: Decision,
  settings: ComparisonSettings,
): Difference | null {
  const role = settings.roleOf(want.state.role);
  if (row !== undefined && sameRole(row.role, role.role, settings)) return null;
  const ended = row === undefined ? undefined : endedOn(row, decision, settings);
  return {
    subject,
    from: row === undefined ? null : stateOf(row),
    to: { role: role.role, status: want.state.status },
    fromRoleId: row?.roleId ?? null,
    toRoleId: role.roleId,
    source: want.claim.source,
    ...(want.started
      ? { term: 'started', termAt: want.claim.from }
      : { term: ended?.ending ?? null, termAt: ended?.at ?? null }),
    blocked: role.blocked,
    unverifiable: false,
  };
}

type Unclaimed = Pick<SubjectComparison, 'differences' | 'unlisted' | 'leftButListed'>;

/** Nobody claims what is live: its term has ended, or it is unlisted. */
function withoutClaim(
  subject: Subject,
  row: LiveAssignment,
  decision: Decision,
  settings: ComparisonSettings,
): Unclaimed {
  const { floorRole } = settings.traits;
  const ended = endedOn(row, decision, settings);
  if (floorRole !== null) return aboveFloor(subject, row, decision, floorRole, settings);
  if (ended !== undefined || settings.prunes(row, subject))
    return differs(revoke(subject, row, ended ?? null));
  return kept(row, false);
}

/**
 * Where everyone has a role, one whose term ended falls back to the lowest. Only whom no entry names, or who left, is
 * removed: nothing here could bring them back.
 */
function aboveFloor(
  subject: Subject,
  row: LiveAssignment,
  decision: Decision,
  floorRole: string,
  settings: ComparisonSettings,
): Unclaimed {
  const onFloor = sameRole(row.role, floorRole, settings);
  const own = endedOn(row, decision, settings);
  const left = leavingOf(subject, settings.at);
  if ((left !== null || subject.claims.length === 0) && settings.prunes(row, subject)) {
    const isKnown = own !== undefined || (onFloor && decision.ended.length > 0);
    return differs(revoke(subject, row, isKnown ? left : null));
  }
  if (own === undefined || onFloor) return kept(row, left !== null);
  const floor = settings.roleOf(floorRole);
  const difference: Difference = {
    ...revoke(subject, row, own),
    to: { role: floor.role, status: 'active' },
    toRoleId: floor.roleId,
    blocked: floor.blocked,
  };
  return { differences: [difference], unlisted: [], leftButListed: left !== null };
}

/** How a person who has left did; null where nobody has. */
function leavingOf({ claims }: Subject, at: number): Ended | null {
  for (const claim of claims) {
    const { role, leaves } = claim;
    if (leaves !== null && leaves <= at) return { role, ending: 'left', claim, at: leaves };
  }
  return null;
}

function kept(row: LiveAssignment, leftButListed: boolean): Unclaimed {
  return { differences: [], unlisted: [row], leftButListed };
}

function differs(difference: Difference): Unclaimed {
  return { differences: [difference], unlisted: [], leftButListed: false };
}

function revoke(subject: Subject, row: LiveAssignment, ended: Ended | null): Difference {
  return {
    subject,
    from: stateOf(row),
    to: null,
    fromRoleId: row.roleId,
    toRoleId: null,
    source: ended?.claim.source ?? null,
    term: ended?.ending ?? null,
    termAt: ended?.at ?? null,
    blocked: null,
    unverifiable: false,
  };
}

function endedOn(row: LiveAssignment, decision: Decision, settings: ComparisonSettings): Ended | undefined {
  return decision.ended.find(({ role }) => sameRole(row.role, role, settings));
}

function sameRole(a: string, b: string, { traits }: ComparisonSettings): boolean {
  return roleKey(a, traits.rolesIgnoreCase) === roleKey(b, traits.rolesIgnoreCase);
}

function stateOf(row: LiveAssignment): RoleState {
  return { role: row.role, status: row.status };
}
