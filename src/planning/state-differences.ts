import { type RoleState, roleKey, sameState } from '../model/assignment.js';
import type { Claim, DesiredScope } from '../model/desired.js';
import { type Decision, decide, type Ended, type Wanted } from '../model/force.js';
import { BESIDE_ID, cut } from '../model/label.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import type { StateDifference } from '../model/plan.js';
import { refAddress, refKey } from '../model/principal.js';
import { type ScopeTraits, traitsOf } from '../model/scope.js';
import { actionOf } from './difference.js';
import { type OfflineKeeping, offlineKeeping, type OfflineSide } from './offline-keeping.js';

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
  return addresses.flatMap((address) => {
    const from = before.get(address);
    const to = after.get(address);
    const either = to ?? from;
    if (either === undefined) return [];
    const keeping = offlineKeeping(either.scope, to, side);
    return scopeDifferences(from, to, at, traitsOf(side.catalogue, either.scope), keeping);
  });
}

type Side = ReadonlyMap<string, readonly Claim[]>;

function scopeDifferences(
  from: DesiredScope | undefined,
  to: DesiredScope | undefined,
  at: number,
  traits: ScopeTraits,
  keeping: OfflineKeeping,
): readonly StateDifference[] {
  const scope = (to ?? from)?.scope.address ?? '';
  const before: Side = groupBy(from?.claims ?? [], ({ principal }) => refKey(principal));
  const after: Side = groupBy(to?.claims ?? [], ({ principal }) => refKey(principal));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const shared = sharedLabels([...(from?.claims ?? []), ...(to?.claims ?? [])]);
  const found = keys.flatMap((key) => {
    const claims = [...(after.get(key) ?? []), ...(before.get(key) ?? [])];
    const label = labelOf(claims, shared);
    const who = shownLabel(claims, label);
    const now = after.get(key) ?? [];
    const held = decide(before.get(key) ?? [], at, traits);
    const wanted = decide(now, at, traits);
    const keeps = keepsOf(claims, keeping);
    const differences = traits.exclusive
      ? exclusiveDifference(held, wanted, { traits, keeps, isNamed: now.length > 0 })
      : manyDifferences(held, wanted, keeps);
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

function keepsOf([claim]: readonly Claim[], keeping: OfflineKeeping): Keeps {
  return (role) => (claim === undefined ? null : keeping(claim.principal, claim.label, role));
}

type Roles = Pick<StateDifference, 'from' | 'to' | 'source' | 'kept' | 'reason'>;

function lost({ state }: Pick<Wanted, 'state'>, reason: string | null): Roles {
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
  held: Decision,
  wanted: Decision,
  { traits, keeps, isNamed }: ExclusiveContext,
): readonly Roles[] {
  const [before] = held.wanted;
  const [want] = wanted.wanted;
  const from = before?.state ?? null;
  if (want !== undefined) {
    if (from !== null && sameRole(from.role, want.state.role, traits)) return [];
    return [{ from, to: want.state, source: want.claim.source }];
  }
  if (before === undefined) return [];
  const { role } = before.state;
  const ended = wanted.ended.find((end) => sameRole(end.role, role, traits));
  const hasLeft = wanted.ended.some(({ ending }) => ending === 'left');
  const { floorRole } = traits;
  if (floorRole === null) return [lostOrEnded(before, ended, keeps)];
  if (!isNamed || (hasLeft && keeps(role) === null))
    return [{ ...lost(before, keeps(role)), source: ended?.claim.source ?? null }];
  if (ended === undefined) return [lost(before, STILL_NAMED)];
  if (sameRole(role, floorRole, traits)) return [];
  return [{ ...endedRole(before, ended), to: { role: floorRole, status: 'active' } }];
}

const STILL_NAMED = 'an entry still names this member, so nobody is removed';

function endedRole({ state }: Wanted, { claim }: Ended): Roles {
  return { from: state, to: null, source: claim.source };
}

function sameRole(a: string, b: string, { rolesIgnoreCase }: ScopeTraits): boolean {
  return roleKey(a, rolesIgnoreCase) === roleKey(b, rolesIgnoreCase);
}

/**
 * Status changes stay on their role; then the i-th role that is lost and the i-th that is gained make one change. What is
 * kept is neither lost nor replaced.
 */
function manyDifferences(held: Decision, wanted: Decision, keeps: Keeps): readonly Roles[] {
  const before = new Map(held.wanted.map((one) => [one.state.role, one]));
  const after = new Map(wanted.wanted.map((one) => [one.state.role, one]));
  const ended = new Map(wanted.ended.map((one) => [one.role, one]));
  const statuses = [...after.values()].flatMap(({ state, claim }): readonly Roles[] => {
    const from = before.get(state.role)?.state;
    return from === undefined || sameState(from, state) ? [] : [{ from, to: state, source: claim.source }];
  });
  const gains = [...after.values()].filter(({ state }) => !before.has(state.role)).sort(byRole);
  const left = [...before.values()]
    .filter(({ state }) => !after.has(state.role))
    .sort(byRole)
    .map((one) => lostOrEnded(one, ended.get(one.state.role), keeps));
  const losses = left.filter(({ kept }) => kept === undefined);
  const moves = Array.from({ length: Math.max(gains.length, losses.length) }, (_, index): Roles => {
    const gain = gains[index];
    const loss = losses[index];
    const source = gain?.claim.source ?? loss?.source ?? null;
    return { from: loss?.from ?? null, to: gain?.state ?? null, source };
  });
  return [...statuses, ...moves, ...left.filter(({ kept }) => kept === true)];
}

function lostOrEnded(before: Wanted, ended: Ended | undefined, keeps: Keeps): Roles {
  return ended === undefined ? lost(before, keeps(before.state.role)) : endedRole(before, ended);
}

const byRole = byKeys<{ readonly state: RoleState }>(({ state }) => state.role);

/** Labels that stand for more than one principal: there the principal is told too. */
function sharedLabels(claims: readonly Claim[]): ReadonlySet<string> {
  const principals = groupBy(claims, ({ label }) => label);
  const shared = [...principals].filter(
    ([, group]) => new Set(group.map(({ principal }) => refKey(principal))).size > 1,
  );
  return new Set(shared.map(([label]) => label));
}

function labelOf(claims: readonly Claim[], shared: ReadonlySet<string>): string {
  const [claim] = claims;
  if (claim === undefined) return '';
  return shared.has(claim.label) ? `${claim.label} (${refAddress(claim.principal)})` : claim.label;
}

/** A key of people.yaml with the address beside it, which is what the key stands for here. */
function shownLabel([claim]: readonly Claim[], label: string): Pick<StateDifference, 'who'> {
  if (claim === undefined || label !== claim.label || label === claim.principal.value) return {};
  return { who: `${cut(label, BESIDE_ID)} (${refAddress(claim.principal)})` };
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
  const starts = head.flatMap(({ claims }) => claims.flatMap(({ from }) => from ?? []));
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
