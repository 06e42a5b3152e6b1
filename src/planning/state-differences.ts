import { type RoleState, roleKey, sameState } from '../model/assignment.js';
import type { Claim, DesiredScope } from '../model/desired.js';
import { type Decision, decide } from '../model/force.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import type { StateDifference } from '../model/plan.js';
import { refAddress, refKey } from '../model/principal.js';
import { type ProviderCatalogue, type ScopeTraits, traitsOf } from '../model/scope.js';
import { actionOf } from './difference.js';

/**
 * Who gains and loses what between two desired states as of one instant, whatever is live. A document that is gone
 * takes what it granted. Sorted by scope, label and roles.
 */
export function stateDifferences(
  base: readonly DesiredScope[],
  head: readonly DesiredScope[],
  at: number,
  catalogue: ProviderCatalogue,
): readonly StateDifference[] {
  const before = new Map(base.map((desired) => [desired.scope.address, desired]));
  const after = new Map(head.map((desired) => [desired.scope.address, desired]));
  const addresses = [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnit);
  return addresses.flatMap((address) => {
    const from = before.get(address);
    const to = after.get(address);
    const either = to ?? from;
    if (either === undefined) return [];
    return scopeDifferences(from, to, at, traitsOf(catalogue, either.scope), address);
  });
}

type Side = ReadonlyMap<string, readonly Claim[]>;

function scopeDifferences(
  from: DesiredScope | undefined,
  to: DesiredScope | undefined,
  at: number,
  traits: ScopeTraits,
  scope: string,
): readonly StateDifference[] {
  const before: Side = groupBy(from?.claims ?? [], ({ principal }) => refKey(principal));
  const after: Side = groupBy(to?.claims ?? [], ({ principal }) => refKey(principal));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const shared = sharedLabels([...(from?.claims ?? []), ...(to?.claims ?? [])]);
  const found = keys.flatMap((key) => {
    const claims = [...(after.get(key) ?? []), ...(before.get(key) ?? [])];
    const label = labelOf(claims, shared);
    const held = decide(before.get(key) ?? [], at, traits);
    const wanted = decide(after.get(key) ?? [], at, traits);
    const differences = traits.exclusive
      ? exclusiveDifference(held, wanted, traits, to?.prune === true)
      : manyDifferences(held, wanted);
    return differences.map((difference) => ({ action: actionOf(difference), scope, label, ...difference }));
  });
  return found.sort(
    byKeys(
      ({ label }) => label,
      (difference) => difference.from?.role ?? null,
      (difference) => difference.to?.role ?? null,
    ),
  );
}

type Roles = Pick<StateDifference, 'from' | 'to' | 'source'>;

function exclusiveDifference(
  held: Decision,
  wanted: Decision,
  traits: ScopeTraits,
  prunes: boolean,
): readonly Roles[] {
  const from = held.wanted[0]?.state ?? null;
  const want = wanted.wanted[0];
  const ended = wanted.ended[0];
  const isRemoved = prunes && wanted.ended.some(({ ending }) => ending === 'left');
  const falls = want === undefined && from !== null && ended !== undefined && !isRemoved;
  const floor: RoleState | null =
    falls && traits.floorRole !== null ? { role: traits.floorRole, status: 'active' } : null;
  const to = want?.state ?? floor;
  if (from !== null && to !== null && sameRole(from, to, traits)) return [];
  if (from === null && to === null) return [];
  return [{ from, to, source: want?.claim.source ?? (from === null ? null : (ended?.claim.source ?? null)) }];
}

function sameRole(a: RoleState, b: RoleState, traits: ScopeTraits): boolean {
  return roleKey(a.role, traits.rolesIgnoreCase) === roleKey(b.role, traits.rolesIgnoreCase);
}

/** Status changes stay on their role; then the i-th role that is lost and the i-th that is gained make one change. */
function manyDifferences(held: Decision, wanted: Decision): readonly Roles[] {
  const before = new Map(held.wanted.map((one) => [one.state.role, one]));
  const after = new Map(wanted.wanted.map((one) => [one.state.role, one]));
  const statuses = [...after.values()].flatMap(({ state, claim }): readonly Roles[] => {
    const from = before.get(state.role)?.state;
    return from === undefined || sameState(from, state) ? [] : [{ from, to: state, source: claim.source }];
  });
  const gains = [...after.values()].filter(({ state }) => !before.has(state.role)).sort(byRole);
  const losses = [...before.values()].filter(({ state }) => !after.has(state.role)).sort(byRole);
  const moves = Array.from({ length: Math.max(gains.length, losses.length) }, (_, index): Roles => {
    const gain = gains[index];
    const loss = losses[index];
    const ended = wanted.ended.find(({ role }) => role === loss?.state.role);
    const source = gain?.claim.source ?? ended?.claim.source ?? null;
    return { from: loss?.state ?? null, to: gain?.state ?? null, source };
  });
  return [...statuses, ...moves];
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
  catalogue: ProviderCatalogue,
): readonly LaterDifference[] {
  const starts = head.flatMap(({ claims }) => claims.flatMap(({ from }) => from ?? []));
  const instants = [...new Set(starts)].filter((start) => start > now).sort((a, b) => a - b);
  const seen = new Set(stateDifferences(base, head, now, catalogue).map(identityOf));
  const later: LaterDifference[] = [];
  for (const at of instants) {
    for (const difference of stateDifferences(base, head, at, catalogue)) {
      const identity = identityOf(difference);
      if (seen.has(identity)) continue;
      seen.add(identity);
      later.push({ ...difference, at });
    }
  }
  return later;
}

function identityOf({ scope, label, from, to }: StateDifference): string {
  return JSON.stringify([scope, label, from?.role, from?.status, to?.role, to?.status]);
}
