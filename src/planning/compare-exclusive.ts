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
  const started = want.started ? 'started' : null;
  const ended = row === undefined ? undefined : endedOn(row, decision, settings);
  return {
    subject,
    from: row === undefined ? null : stateOf(row),
    to: { role: role.role, status: want.state.status },
    fromRoleId: row?.roleId ?? null,
    toRoleId: role.roleId,
    source: want.claim.source,
    term: started ?? ended?.ending ?? null,
    blocked: role.blocked,
    unverifiable: false,
  };
}

/** Nobody claims what is live: its term has ended, or it is unlisted. */
function withoutClaim(
  subject: Subject,
  row: LiveAssignment,
  decision: Decision,
  settings: ComparisonSettings,
): Pick<SubjectComparison, 'differences' | 'unlisted' | 'leftButListed'> {
  const { floorRole } = settings.traits;
  const onFloor = floorRole !== null && sameRole(row.role, floorRole, settings);
  const ended = endedOn(row, decision, settings) ?? (onFloor ? decision.ended[0] : undefined);
  const left = floorRole !== null && decision.ended.some(({ ending }) => ending === 'left');
  if (ended === undefined) {
    if (settings.prunes(row, subject)) return differs(revoke(subject, row, null));
    return { differences: [], unlisted: [row], leftButListed: left };
  }
  if (floorRole === null) return differs(revoke(subject, row, ended));
  if (settings.prunes(row, subject)) return differs(revoke(subject, row, ended));
  if (onFloor) return { differences: [], unlisted: [row], leftButListed: left };
  const floor = settings.roleOf(floorRole);
  const difference: Difference = {
    ...revoke(subject, row, ended),
    to: { role: floor.role, status: 'active' },
    toRoleId: floor.roleId,
    blocked: floor.blocked,
  };
  return { differences: [difference], unlisted: [], leftButListed: left };
}

function differs(
  difference: Difference,
): Pick<SubjectComparison, 'differences' | 'unlisted' | 'leftButListed'> {
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
