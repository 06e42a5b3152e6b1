import { isSameRole, type RoleState } from '../model/assignment.js';
import type { EffectiveRole, ExpiredRole, Resolution } from '../model/effective-roles.js';
import { cut } from '../model/label.js';
import type { LiveAssignment } from '../model/live.js';
import { byCodeUnit } from '../model/ordering.js';
import type { ComparisonRules, Difference, PrincipalComparison } from './comparison.js';
import { granting, revoking } from './comparison.js';
import type { PrincipalView } from './principal-views.js';
import type { ResolvedRole } from './roles.js';

const NOTHING: PrincipalComparison = { differences: [], unlisted: [], unchanged: 0, leftButListed: false };

/**
 * Desired and live where a principal holds at most one role: a different role is a change, not two. What is inherited is
 * neither revoked nor replaced.
 */
export function compareExclusive(
  view: PrincipalView,
  { effective, expired }: Resolution,
  rules: ComparisonRules,
): PrincipalComparison {
  const [row] = view.rows;
  const [wanted] = effective;
  const ended = row === undefined || row.keep === 'inherited' ? null : expiredOn(row, expired, rules);
  if (wanted === undefined)
    return row === undefined ? NOTHING : withoutEntry(view, row, { ended, expired }, rules);
  if (row !== undefined && isSameRole(row.role, wanted.state.role, rules.traits))
    return { ...NOTHING, unchanged: 1 };
  const replaced = row?.keep === 'inherited' ? undefined : row;
  const role = rules.roleOf(wanted.state.role);
  const difference = granting(view, replaced, wanted, {
    ...role,
    blocked: role.blocked ?? outranked(row, role, rules),
  });
  if (wanted.started || ended === null) return differs(difference);
  return differs({ ...difference, expired: ended, term: ended.ending, termAt: ended.at });
}

/** That a role has no effect beside a higher one that is inherited; null where it has. */
function outranked(
  row: LiveAssignment | undefined,
  { rank }: ResolvedRole,
  { roleOf }: ComparisonRules,
): string | null {
  if (row?.keep !== 'inherited' || rank === undefined) return null;
  const inherited = roleOf(row.role).rank;
  return inherited === undefined || inherited <= rank
    ? null
    : `${JSON.stringify(cut(row.role))} is inherited here and is higher: revoke it where it comes from`;
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

/** Desired and live where a principal may hold many roles. What is revoked and what is granted pair up into changes. */
export function compareMany(
  view: PrincipalView,
  { effective, expired }: Resolution,
  rules: ComparisonRules,
): PrincipalComparison {
  if (rules.unverifiable(view)) return compareUnseen(view, { effective, expired }, rules);
  const rows = new Map(view.rows.map((row) => [row.role, row]));
  const endings = new Map(expired.map((ended) => [ended.role, ended]));
  const grants: Difference[] = [];
  const revokes: Difference[] = [];
  const statusChanges: Difference[] = [];
  const unlisted: LiveAssignment[] = [];
  let unchanged = 0;
  for (const wanted of effective) {
    const row = rows.get(wanted.state.role);
    rows.delete(wanted.state.role);
    if (row?.status === wanted.state.status) unchanged += 1;
    else if (row !== undefined) statusChanges.push(withStatus(view, row, wanted, rules));
    else if (rules.grantsInactive || wanted.state.status === 'active')
      grants.push(grant(view, wanted, rules));
    else unchanged += 1;
  }
  for (const row of rows.values()) {
    if (row.status === 'inactive' && rules.inactiveIsGone) continue;
    const ended = endings.get(row.role);
    if (row.keep === 'inherited') unlisted.push(row);
    else if (ended !== undefined) revokes.push({ ...revoking(view, row, ended), blocked: unrevocable(row) });
    else if (rules.prunes(row, view)) revokes.push(revoking(view, row, null));
    else if (row.keep !== 'system-role') unlisted.push(row);
  }
  const differences = [...pair(grants, revokes, rules), ...statusChanges];
  return { differences, unlisted, unchanged, leftButListed: false };
}

/** Principals whose assignments cannot be read are granted each time; only an ended term takes anything away. */
function compareUnseen(
  view: PrincipalView,
  { effective, expired }: Resolution,
  rules: ComparisonRules,
): PrincipalComparison {
  const grants = effective
    .filter(({ state }) => state.status === 'active')
    .map((wanted) => grant(view, wanted, rules));
  const revokes = expired.map((ended): Difference => {
    const { role, roleId, blocked } = rules.roleOf(ended.assignment.role);
    const row = { role, status: ended.assignment.status, roleId };
    return { ...revoking(view, row, ended), blocked: roleId === null ? blocked : null };
  });
  const differences = [...grants, ...revokes].map((difference) => ({ ...difference, unverifiable: true }));
  return { differences, unlisted: [], unchanged: 0, leftButListed: false };
}

function grant(view: PrincipalView, wanted: EffectiveRole, rules: ComparisonRules): Difference {
  return granting(view, undefined, wanted, rules.roleOf(wanted.assignment.role));
}

function withStatus(
  view: PrincipalView,
  row: LiveAssignment,
  wanted: EffectiveRole,
  rules: ComparisonRules,
): Difference {
  return { ...granting(view, row, wanted, rules.roleOf(wanted.assignment.role)), toRoleId: row.roleId };
}

/** Why a role that git names cannot be taken by API; null where it can. */
function unrevocable({ role, keep }: LiveAssignment): string | null {
  switch (keep) {
    case 'resource-role':
      return `${JSON.stringify(cut(role))} is a role of RESOURCE scope, which this API cannot revoke`;
    case 'project-missing':
      return `${JSON.stringify(cut(role))} is a role of PROJECT scope and the API does not say in which project it is held`;
    case 'system-role':
    case 'group':
    case 'unknown-role':
    case 'maybe-inherited':
    case 'inherited':
    case null:
      return null;
  }
}

/**
 * The i-th role to revoke and the i-th to grant, each sorted by id, make one change. Blocked differences are not
 * paired, nor are two whose change has no request.
 */
function pair(
  grants: readonly Difference[],
  revokes: readonly Difference[],
  { blockedBy, unwritable }: ComparisonRules,
): readonly Difference[] {
  const giving = grants.toSorted((a, b) => byRole(a.to, b.to));
  const taking = revokes.toSorted((a, b) => byRole(a.from, b.from));
  const pairable = giving.filter((difference) => blockedBy(difference) === null);
  const replaceable = taking.filter((difference) => blockedBy(difference) === null);
  const pairs = Math.min(pairable.length, replaceable.length);
  const paired = new Set([...pairable.slice(0, pairs), ...replaceable.slice(0, pairs)]);
  const changes = pairable.slice(0, pairs).flatMap((given, index): readonly Difference[] => {
    const taken = replaceable[index];
    if (taken === undefined) return [];
    const { from, fromRoleId, expired } = taken;
    const change = { ...given, from, fromRoleId, expired, ...termOfPair(given, taken) };
    return unwritable(change) === null ? [change] : [given, taken];
  });
  return [...changes, ...[...giving, ...taking].filter((difference) => !paired.has(difference))];
}

function byRole(a: RoleState | null, b: RoleState | null): number {
  return byCodeUnit(a?.role ?? '', b?.role ?? '');
}

/** A pair has a term only if both halves do, as of the earlier date. */
function termOfPair(given: Difference, taken: Difference): Pick<Difference, 'term' | 'termAt'> {
  if (given.termAt === null || taken.termAt === null) return { term: null, termAt: null };
  return { term: given.term, termAt: Math.min(given.termAt, taken.termAt) };
}
