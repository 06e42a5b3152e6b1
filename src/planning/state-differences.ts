import { isSameRole } from '../model/assignment.js';
import type { DesiredAssignment, DesiredScope } from '../model/desired.js';
import { resolveRoles } from '../model/effective-roles.js';
import { BESIDE_ID, cut } from '../model/label.js';
import type { LiveAssignment } from '../model/live.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import type { StateDifference } from '../model/plan.js';
import { refAddress, refKey } from '../model/principal.js';
import { type ScopeTraits, traitsOf } from '../model/scope.js';
import { compareExclusive, compareMany } from './compare-principal.js';
import { actionOf, sourceOf } from './comparison.js';
import { Identities } from './identities.js';
import { type OfflineKeeping, offlineKeeping, type OfflineSide } from './pruning.js';

/**
 * Who gains and loses what between two desired states as of one instant, whatever is live. Assignments that leave the
 * files and are not pruned are kept, as are those of a document that is gone. Sorted by scope, label and roles.
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
    return scopeDifferences(from, to, { at, traits: traitsOf(side.catalogue, either.scope), keeping });
  });
}

interface OfflineContext {
  readonly at: number;
  readonly traits: ScopeTraits;
  readonly keeping: OfflineKeeping;
}

function scopeDifferences(
  from: DesiredScope | undefined,
  to: DesiredScope | undefined,
  context: OfflineContext,
): readonly StateDifference[] {
  const scope = (to ?? from)?.scope.address ?? '';
  const before = groupBy(from?.assignments ?? [], ({ principal }) => refKey(principal));
  const after = groupBy(to?.assignments ?? [], ({ principal }) => refKey(principal));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const shared = sharedLabels([...(from?.assignments ?? []), ...(to?.assignments ?? [])]);
  const found = keys.flatMap((key) => {
    const [earlier, now] = [before.get(key) ?? [], after.get(key) ?? []];
    const [named] = [...now, ...earlier];
    if (named === undefined) return [];
    const label = labelOf(named, shared);
    return principalDifferences(named, earlier, now, context).map((difference) => ({
      action: actionOf(difference),
      scope,
      principal: refAddress(named.principal),
      label,
      ...shownLabel(named, label),
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

type Roles = Pick<StateDifference, 'from' | 'to' | 'source' | 'kept' | 'reason'>;

/** The one comparison, with what the base asks for in place of what is live. */
function principalDifferences(
  { principal, label }: DesiredAssignment,
  earlier: readonly DesiredAssignment[],
  now: readonly DesiredAssignment[],
  { at, traits, keeping }: OfflineContext,
): readonly Roles[] {
  const id = { kind: principal.kind, id: principal.value };
  const rows = resolveRoles(earlier, at, traits).effective.map(
    ({ state }): LiveAssignment => ({ ...state, principal: id, roleId: state.role, keep: null }),
  );
  const view = {
    address: refAddress(principal),
    principal: id,
    label,
    user: null,
    ambiguous: false,
    assignments: now,
    rows,
  };
  const resolution = resolveRoles(now, at, traits);
  const compare = traits.exclusive ? compareExclusive : compareMany;
  const { differences, unlisted } = compare(view, resolution, {
    at,
    traits,
    roleOf: (role) => ({ role, roleId: role, blocked: null, unclear: false }),
    prunes: ({ role }) => keeping(principal, label, role) === null,
    blockedBy: () => null,
    unwritable: () => null,
    unverifiable: () => false,
    inactiveIsGone: false,
    grantsInactive: true,
  });
  const isNamedMember = traits.floorRole !== null && now.length > 0;
  const kept = unlisted
    .filter(({ role }) => !resolution.expired.some((ended) => isSameRole(ended.role, role, traits)))
    .map(({ role, status }): Roles => {
      const reason = isNamedMember ? STILL_NAMED : (keeping(principal, label, role) ?? '');
      return { from: { role, status }, to: null, source: null, kept: true, reason };
    });
  const changed = differences.map((one) => ({ from: one.from, to: one.to, source: sourceOf(one) }));
  return [...changed, ...kept];
}

const STILL_NAMED = 'an entry still names this member, so nobody is removed';

/** Labels that several principals share: these are shown with the address. */
function sharedLabels(assignments: readonly DesiredAssignment[]): ReadonlySet<string> {
  const principals = groupBy(assignments, ({ label }) => label);
  const shared = [...principals].filter(
    ([, group]) => new Set(group.map(({ principal }) => refKey(principal))).size > 1,
  );
  return new Set(shared.map(([label]) => label));
}

function labelOf({ label, principal }: DesiredAssignment, shared: ReadonlySet<string>): string {
  return shared.has(label) ? `${label} (${refAddress(principal)})` : label;
}

/** A key of people.yaml is shown with the address that it stands for here. */
function shownLabel(named: DesiredAssignment, label: string): Pick<StateDifference, 'who'> {
  if (label !== named.label || label === named.principal.value) return {};
  return { who: `${cut(label, BESIDE_ID)} (${refAddress(named.principal)})` };
}

/** A difference that the start of a term will make. */
export interface LaterDifference extends StateDifference {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What will differ once terms of the head start; each difference once, at its first instant. */
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
