import type { RoleState } from '../model/assignment.js';
import { type ExpiredRole, type EffectiveRole, resolveRoles } from '../model/effective-roles.js';
import { cut } from '../model/label.js';
import type { LiveAssignment } from '../model/live.js';
import { byCodeUnit } from '../model/ordering.js';
import type { ComparisonSettings } from './comparison-settings.js';
import type { Difference, PrincipalComparison } from './difference.js';
import { withRolesOf } from './roles.js';
import type { PrincipalView } from './principal-views.js';

/** Desired and live where a principal may hold many roles. What is revoked and what is granted pair up into changes. */
export function compareMany(view: PrincipalView, settings: ComparisonSettings): PrincipalComparison {
  const assignments = withRolesOf(settings.roleOf, view.assignments);
  const { effective, expired } = resolveRoles(assignments, settings.at, settings.traits);
  if (settings.unverifiable(view)) return compareUnseen(view, effective, expired, settings);
  const rows = new Map(view.rows.map((row) => [row.role, row]));
  const expiredRoles = new Map(expired.map((end) => [settings.roleOf(end.role).role, end]));
  const grants: Difference[] = [];
  const revokes: Difference[] = [];
  const statusChanges: Difference[] = [];
  const unlisted: LiveAssignment[] = [];
  let unchanged = 0;
  for (const want of effective) {
    const difference = toEffective(view, want, rows.get(settings.roleOf(want.state.role).role), settings);
    rows.delete(settings.roleOf(want.state.role).role);
    if (difference === null) unchanged += 1;
    else if (difference.from !== null) statusChanges.push(difference);
    else if (difference.to?.status === 'active') grants.push(difference);
  }
  for (const row of rows.values()) {
    if (row.status === 'inactive' && settings.inactiveIsGone) continue;
    const end = expiredRoles.get(row.role);
    if (end !== undefined) revokes.push({ ...revoke(view, row, end), blocked: unrevocable(row) });
    else if (settings.prunes(row, view)) revokes.push(revoke(view, row, null));
    else if (row.keep !== 'system-role') unlisted.push(row);
  }
  const differences = [...pair(grants, revokes, settings), ...statusChanges];
  return { differences, unlisted, unchanged, effective: effective.length, leftButListed: false };
}

/** Principals whose assignments cannot be read are granted each time; only an ended term takes anything away. */
function compareUnseen(
  view: PrincipalView,
  effective: readonly EffectiveRole[],
  expired: readonly ExpiredRole[],
  settings: ComparisonSettings,
): PrincipalComparison {
  const grants = effective
    .filter(({ state }) => state.status === 'active')
    .flatMap((want) => toEffective(view, want, undefined, settings) ?? []);
  const revokes = expired.map((end): Difference => {
    const { role, roleId, blocked } = settings.roleOf(end.role);
    const from: RoleState = { role, status: end.assignment.status };
    return { ...gone(view, from, roleId, end), blocked: roleId === null ? blocked : null };
  });
  const differences = [...grants, ...revokes].map((difference) => ({ ...difference, unverifiable: true }));
  return { differences, unlisted: [], unchanged: 0, effective: effective.length, leftButListed: false };
}

function toEffective(
  view: PrincipalView,
  want: EffectiveRole,
  row: LiveAssignment | undefined,
  settings: ComparisonSettings,
): Difference | null {
  const role = settings.roleOf(want.state.role);
  if (row === undefined && want.state.status === 'inactive') return null;
  if (row?.status === want.state.status) return null;
  return {
    view,
    from: row === undefined ? null : { role: row.role, status: row.status },
    to: { role: role.role, status: want.state.status },
    fromRoleId: row?.roleId ?? null,
    toRoleId: row?.roleId ?? role.roleId,
    source: want.assignment.source,
    term: want.started ? 'started' : null,
    termAt: want.started ? want.assignment.from : null,
    blocked: role.blocked,
    unverifiable: false,
  };
}

function revoke(view: PrincipalView, row: LiveAssignment, expired: ExpiredRole | null): Difference {
  return gone(view, { role: row.role, status: row.status }, row.roleId, expired);
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
    case null:
      return null;
  }
}

function gone(
  view: PrincipalView,
  from: RoleState,
  fromRoleId: string | null,
  expired: ExpiredRole | null,
): Difference {
  return {
    view,
    from,
    to: null,
    fromRoleId,
    toRoleId: null,
    source: expired?.assignment.source ?? null,
    term: expired?.ending ?? null,
    termAt: expired?.at ?? null,
    blocked: null,
    unverifiable: false,
  };
}

/**
 * The i-th role to revoke and the i-th to grant, each sorted by id, make one change. What is blocked pairs with nothing,
 * and neither does anything where no role may be taken away.
 */
function pair(
  grants: readonly Difference[],
  revokes: readonly Difference[],
  settings: ComparisonSettings,
): readonly Difference[] {
  const giving = [...grants].sort((a, b) => byCodeUnit(a.to?.role ?? '', b.to?.role ?? ''));
  const taking = [...revokes].sort((a, b) => byCodeUnit(a.from?.role ?? '', b.from?.role ?? ''));
  const pairable = giving.filter((grant) => settings.blockedBy(grant) === null);
  const replaceable = taking.filter((taken) => settings.blockedBy(taken) === null);
  const pairs = Math.min(pairable.length, replaceable.length);
  const paired = new Set([...pairable.slice(0, pairs), ...replaceable.slice(0, pairs)]);
  const changes = pairable.slice(0, pairs).map((grant, index): Difference => {
    const taken = replaceable[index];
    const taking = { from: taken?.from ?? null, fromRoleId: taken?.fromRoleId ?? null };
    return { ...grant, ...taking, ...termOfPair(grant, taken) };
  });
  return [...changes, ...[...giving, ...taking].filter((difference) => !paired.has(difference))];
}

/** A pair is due to the clock where both halves are, since the earlier of the two dates. */
function termOfPair(grant: Difference, taken: Difference | undefined): Pick<Difference, 'term' | 'termAt'> {
  if (grant.termAt === null || taken?.termAt == null) return { term: null, termAt: null };
  return { term: grant.term, termAt: Math.min(grant.termAt, taken.termAt) };
}
