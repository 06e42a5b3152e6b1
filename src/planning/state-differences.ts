import { type RoleState, roleKey, sameState } from '../model/assignment.js';
import type { DesiredAssignment, DesiredScope } from '../model/desired.js';
import {
  type Resolution,
  resolveRoles,
  type ExpiredRole,
  type EffectiveRole,
} from '../model/effective-roles.js';
import { BESIDE_ID, cut } from '../model/label.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import type { StateDifference } from '../model/plan.js';
import { refAddress, refKey } from '../model/principal.js';
import { type ScopeTraits, traitsOf } from '../model/scope.js';
import { actionOf } from './comparison.js';
import { Identities } from './identities.js';
import { type OfflineKeeping, offlineKeeping, type OfflineSide } from './pruning.js';

/**
 * Who gains and loses what between two desired states as of one instant, whatever is live. What leaves the files and is
 * not pruned there is kept: so is all that a document granted which is gone. Sorted by scope, label and roles.
 */
export function stateDifferences(
  base: readonly DesiredScope[],
  head: readonly DesiredScope[],
  at: number,
  side: OfflineSide,
): readonly StateDifference[] {
  const before = new Map(base.map((desired) => [desired.scope.address, desired]));
  const after = new Map(head.map((desired) => [desired.scope.address, desired]));
  const addresses = [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnit);
  const identities = new Identities(side.desired.people, new Map());
  return addresses.flatMap((address) => {
    const from = before.get(address);
    const to = after.get(address);
    const either = to ?? from;
    if (either === undefined) return [];
    const keeping = offlineKeeping(either.scope, to, side, identities);
    return scopeDifferences(from, to, at, traitsOf(side.catalogue, either.scope), keeping);
  });
}

type Side = ReadonlyMap<string, readonly DesiredAssignment[]>;

function scopeDifferences(
  from: DesiredScope | undefined,
  to: DesiredScope | undefined,
  at: number,
  traits: ScopeTraits,
  keeping: OfflineKeeping,
): readonly StateDifference[] {
  const scope = (to ?? from)?.scope.address ?? '';
  const before: Side = groupBy(from?.assignments ?? [], ({ principal }) => refKey(principal));
  const after: Side = groupBy(to?.assignments ?? [], ({ principal }) => refKey(principal));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const shared = sharedLabels([...(from?.assignments ?? []), ...(to?.assignments ?? [])]);
  const found = keys.flatMap((key) => {
    const assignments = [...(after.get(key) ?? []), ...(before.get(key) ?? [])];
    const label = labelOf(assignments, shared);
    const who = shownLabel(assignments, label);
    const now = after.get(key) ?? [];
    const held = resolveRoles(before.get(key) ?? [], at, traits);
    const effective = resolveRoles(now, at, traits);
    const keeps = keepsOf(assignments, keeping);
    const differences = traits.exclusive
      ? exclusiveDifference(held, effective, { traits, keeps, isNamed: now.length > 0 })
      : manyDifferences(held, effective, keeps);
    return differences.map((difference) => ({
      action: actionOf(difference),
      scope,
      label,
      ...who,
      ...difference,
    }));
  });
  return found.sort(
    byKeys(
      ({ label }) => label,
      (difference) => difference.from?.role ?? null,
      (difference) => difference.to?.role ?? null,
    ),
  );
}

/** Why a principal's role stays that the files no longer ask for; null where it is revoked. */
type Keeps = (role: string) => string | null;

function keepsOf([assignment]: readonly DesiredAssignment[], keeping: OfflineKeeping): Keeps {
  return (role) => (assignment === undefined ? null : keeping(assignment.principal, assignment.label, role));
}

type Roles = Pick<StateDifference, 'from' | 'to' | 'source' | 'kept' | 'reason'>;

function lost({ state }: Pick<EffectiveRole, 'state'>, reason: string | null): Roles {
  const kept = reason === null ? {} : { kept: true as const, reason };
  return { from: state, to: null, source: null, ...kept };
}

interface ExclusiveContext {
  readonly traits: ScopeTraits;
  readonly keeps: Keeps;
  /** Whether any entry names the principal, in force or not. */
  readonly isNamed: boolean;
}

function exclusiveDifference(
  held: Resolution,
  effective: Resolution,
  { traits, keeps, isNamed }: ExclusiveContext,
): readonly Roles[] {
  const [before] = held.effective;
  const [want] = effective.effective;
  const from = before?.state ?? null;
  if (want !== undefined) {
    if (from !== null && sameRole(from.role, want.state.role, traits)) return [];
    return [{ from, to: want.state, source: want.assignment.source }];
  }
  if (before === undefined) return [];
  const { role } = before.state;
  const expired = effective.expired.find((end) => sameRole(end.role, role, traits));
  const hasLeft = effective.expired.some(({ ending }) => ending === 'left');
  const { floorRole } = traits;
  if (floorRole === null) return [lostOrExpired(before, expired, keeps)];
  if (!isNamed || (hasLeft && keeps(role) === null))
    return [{ ...lost(before, keeps(role)), source: expired?.assignment.source ?? null }];
  if (expired === undefined) return [lost(before, STILL_NAMED)];
  if (sameRole(role, floorRole, traits)) return [];
  return [{ ...expiredRole(before, expired), to: { role: floorRole, status: 'active' } }];
}

const STILL_NAMED = 'an entry still names this member, so nobody is removed';

function expiredRole({ state }: EffectiveRole, { assignment }: ExpiredRole): Roles {
  return { from: state, to: null, source: assignment.source };
}

function sameRole(a: string, b: string, { rolesIgnoreCase }: ScopeTraits): boolean {
  return roleKey(a, rolesIgnoreCase) === roleKey(b, rolesIgnoreCase);
}

/**
 * Status changes stay on their role; then the i-th role that is lost and the i-th that is gained make one change. What is
 * kept is neither lost nor replaced.
 */
function manyDifferences(held: Resolution, effective: Resolution, keeps: Keeps): readonly Roles[] {
  const before = new Map(held.effective.map((one) => [one.state.role, one]));
  const after = new Map(effective.effective.map((one) => [one.state.role, one]));
  const expired = new Map(effective.expired.map((one) => [one.role, one]));
  const statuses = [...after.values()].flatMap(({ state, assignment }): readonly Roles[] => {
    const from = before.get(state.role)?.state;
    return from === undefined || sameState(from, state)
      ? []
      : [{ from, to: state, source: assignment.source }];
  });
  const gains = [...after.values()].filter(({ state }) => !before.has(state.role)).sort(byRole);
  const left = [...before.values()]
    .filter(({ state }) => !after.has(state.role))
    .sort(byRole)
    .map((one) => lostOrExpired(one, expired.get(one.state.role), keeps));
  const losses = left.filter(({ kept }) => kept === undefined);
  const moves = Array.from({ length: Math.max(gains.length, losses.length) }, (_, index): Roles => {
    const gain = gains[index];
    const loss = losses[index];
    const source = gain?.assignment.source ?? loss?.source ?? null;
    return { from: loss?.from ?? null, to: gain?.state ?? null, source };
  });
  return [...statuses, ...moves, ...left.filter(({ kept }) => kept === true)];
}

function lostOrExpired(before: EffectiveRole, expired: ExpiredRole | undefined, keeps: Keeps): Roles {
  return expired === undefined ? lost(before, keeps(before.state.role)) : expiredRole(before, expired);
}

const byRole = byKeys<{ readonly state: RoleState }>(({ state }) => state.role);

/** Labels that stand for more than one principal: there the principal is told too. */
function sharedLabels(assignments: readonly DesiredAssignment[]): ReadonlySet<string> {
  const principals = groupBy(assignments, ({ label }) => label);
  const shared = [...principals].filter(
    ([, group]) => new Set(group.map(({ principal }) => refKey(principal))).size > 1,
  );
  return new Set(shared.map(([label]) => label));
}

function labelOf(assignments: readonly DesiredAssignment[], shared: ReadonlySet<string>): string {
  const [assignment] = assignments;
  if (assignment === undefined) return '';
  return shared.has(assignment.label)
    ? `${assignment.label} (${refAddress(assignment.principal)})`
    : assignment.label;
}

/** A key of people.yaml with the address beside it, which is what the key stands for here. */
function shownLabel([assignment]: readonly DesiredAssignment[], label: string): Pick<StateDifference, 'who'> {
  if (assignment === undefined || label !== assignment.label || label === assignment.principal.value)
    return {};
  return { who: `${cut(label, BESIDE_ID)} (${refAddress(assignment.principal)})` };
}

/** A difference that the start of a term will make. */
export interface LaterDifference extends StateDifference {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What differs once terms of the head have started, and does not yet; each once, at its first instant. */
export function laterDifferences(
  base: readonly DesiredScope[],
  head: readonly DesiredScope[],
  now: number,
  side: OfflineSide,
): readonly LaterDifference[] {
  const starts = head.flatMap(({ assignments }) => assignments.flatMap(({ from }) => from ?? []));
  const instants = [...new Set(starts)].filter((start) => start > now).sort((a, b) => a - b);
  const seen = new Set(stateDifferences(base, head, now, side).map(identityOf));
  const later: LaterDifference[] = [];
  for (const at of instants) {
    for (const difference of stateDifferences(base, head, at, side)) {
      const identity = identityOf(difference);
      if (seen.has(identity) || difference.kept === true) continue;
      seen.add(identity);
      later.push({ ...difference, at });
    }
  }
  return later;
}

function identityOf({ scope, label, from, to }: StateDifference): string {
  return JSON.stringify([scope, label, from?.role, from?.status, to?.role, to?.status]);
}
