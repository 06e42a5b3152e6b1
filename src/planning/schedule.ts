import { groupBy } from '../model/ordering.js';
import type { PlannedChange } from '../model/change.js';
import type { Settings } from '../model/settings.js';
import { guardedRoles, holdersAround, holds } from './guarded-roles.js';
import { addGate, dependentsOf, type Entry, type Gate } from './gates.js';
import type { ScopeComparison } from './comparison.js';
import { type HandedOverRole, handedOverRoles } from './role-handover.js';

/** One change to be written. */
export interface ScheduledWrite {
  readonly planned: PlannedChange;
  /** Index in the plan. */
  readonly index: number;
  /** Gates that must be open before it starts. */
  readonly waitsFor: readonly number[];
  /** Writes with the same lock never overlap; null: there is nothing to overlap with. */
  readonly lock: string | null;
}

/** Which write waits for which: data that the engine runs and tests can walk. Positions count in plan order. */
export interface Schedule {
  readonly writes: readonly ScheduledWrite[];
  readonly gates: readonly Gate[];
  /** Roles whose last holder cannot wait for the next one, since that write waits for this one. */
  readonly unordered: readonly HandedOverRole[];
}

/** What is scheduled: the changes of a plan, and the comparisons that they come from. */
export interface Scheduled {
  readonly changes: readonly PlannedChange[];
  readonly comparisons: readonly ScopeComparison[];
}

/**
 * Orders the changes of a planned run (those at `indexes`). In each scope grants come before changes and changes before
 * revokes; what takes a guarded role away waits for all that give it; a removal from the root waits for the other
 * writes inside it; a role whose id its holders alone tell is given before the last of them loses it; the credential's
 * own user comes last.
 */
export function scheduleOf(run: Scheduled, indexes: readonly number[], settings: Settings): Schedule {
  const comparisons = new Map(
    run.comparisons.map((comparison) => [comparison.desired.scope.address, comparison]),
  );
  const entries = indexes.flatMap((index, position): readonly Entry[] => {
    const planned = run.changes[index];
    if (planned === undefined) return [];
    return [{ position, index, planned, waitsFor: [], isLast: isSelf(planned, comparisons) }];
  });
  const gates: Gate[] = [];
  const [inOrder, last] = [entries.filter(({ isLast }) => !isLast), entries.filter(({ isLast }) => isLast)];
  for (const part of [inOrder, last]) {
    for (const group of groupBy(part, scopeOf).values()) addPhases(group, gates);
  }
  const scopes = groupBy(entries, scopeOf);
  const reaching = removalsByRole(entries);
  for (const [address, comparison] of comparisons) {
    addHolderGates(comparison, scopes.get(address) ?? [], reaching, settings, gates);
  }
  addRemovalGates(inOrder, comparisons, gates);
  const unordered = handedOverRoles(run.changes, run.comparisons).filter(
    (role) => !keepsLastHolder(role, entries, gates),
  );
  for (const [provider, own] of groupBy(last, providerOf)) {
    const dependents = dependentsOf(own, entries, gates);
    const before = inOrder.filter((entry) => providerOf(entry) === provider && !dependents.has(entry));
    addGate(before, own, null, gates);
  }
  return { writes: locked(entries, comparisons), gates, unordered };
}

function scopeOf({ planned }: Entry): string {
  return planned.change.scope;
}

function providerOf({ planned }: Entry): string {
  return planned.scope.provider;
}

function isSelf({ change }: PlannedChange, comparisons: ReadonlyMap<string, ScopeComparison>): boolean {
  const protection = comparisons.get(change.scope)?.protection;
  return protection?.isSelf({ address: change.principal, label: change.label, user: null }) ?? false;
}

function addPhases(entries: readonly Entry[], gates: Gate[]): void {
  const phase = groupBy(entries, ({ planned }) => planned.change.action);
  const grants = phase.get('grant') ?? [];
  const changes = phase.get('change') ?? [];
  const revokes = phase.get('revoke') ?? [];
  addGate(grants, [...changes, ...revokes], null, gates);
  addGate(changes, revokes, null, gates);
}

/** Makes revokes of a guarded role wait for the grants of it, then lets as many pass as leave enough holders. */
function addHolderGates(
  comparison: ScopeComparison,
  own: readonly Entry[],
  reaching: ReadonlyMap<string, readonly { readonly entry: Entry }[]>,
  settings: Settings,
  gates: Gate[],
): void {
  const { traits, desired } = comparison;
  const { address } = desired.scope;
  const users = own.filter(
    ({ planned }) => planned.principal?.kind !== 'group' && planned.change.verifiable !== false,
  );
  for (const { role } of guardedRoles(desired.scope, traits, settings)) {
    const step = ({ planned: { change } }: Entry): number =>
      Number(holds(change.to, role, traits)) - Number(holds(change.from, role, traits));
    const givers = users.filter((entry) => step(entry) > 0);
    const removals = reaching.get(`${address} ${role}`.toLowerCase()) ?? [];
    const takers = [...users.filter((entry) => step(entry) < 0), ...removals.map(({ entry }) => entry)];
    const { before, after } = holdersAround(comparison, role, removedUsers(takers, comparison));
    const positions = takers.map(({ position }) => position).sort((a, b) => a - b);
    const reason = `skipped so that ${address} keeps ${Math.min(before, after)} with role ${role}: granting it to somebody else failed`;
    const holders = { live: before, desired: after, reason, takers: positions };
    addGate(givers, takers, takers.length > 0 ? holders : null, gates);
  }
}

/** Removals from a root by what they take away inside it: `address role`, in lower case. */
function removalsByRole(
  entries: readonly Entry[],
): ReadonlyMap<string, readonly { readonly entry: Entry }[]> {
  const taken = entries.flatMap((entry) =>
    [...new Set(entry.planned.change.takesAlong?.map((text) => text.toLowerCase()))].map((role) => ({
      role,
      entry,
    })),
  );
  return groupBy(taken, ({ role }) => role);
}

/** Makes the last holder of a role wait for those who get it; false if they wait for each of its holders. */
function keepsLastHolder(
  { scope, role, givers, takers }: HandedOverRole,
  entries: readonly Entry[],
  gates: Gate[],
): boolean {
  const at = new Map(entries.map((entry) => [entry.index, entry]));
  const giving = givers.flatMap((index) => at.get(index) ?? []);
  const taking = takers.flatMap((index) => at.get(index) ?? []);
  if (giving.length === 0 || taking.length < takers.length) return true;
  const last = taking.findLast((taker) => {
    const dependents = dependentsOf([taker], entries, gates);
    return !giving.some((giver) => dependents.has(giver));
  });
  if (last === undefined) return false;
  const reason = `skipped so that somebody holds ${role} in ${scope}: its id is known from its holders alone, and giving it to somebody else did not succeed`;
  addGate(giving, [last], { live: 1, desired: 1, reason, takers: [last.position] }, gates);
  return true;
}

function removedUsers(takers: readonly Entry[], { desired }: ScopeComparison): ReadonlySet<string> {
  const removals = takers.filter(({ planned }) => planned.change.scope !== desired.scope.address);
  return new Set(removals.flatMap(({ planned }) => planned.principal?.id ?? []));
}

function addRemovalGates(
  entries: readonly Entry[],
  comparisons: ReadonlyMap<string, ScopeComparison>,
  gates: Gate[],
): void {
  const removals = entries.filter(
    ({ planned: { change } }) =>
      change.action === 'revoke' && comparisons.get(change.scope)?.traits.removal === true,
  );
  for (const [root, group] of groupBy(removals, ({ planned }) => planned.change.scope)) {
    const inside = entries.filter(
      ({ planned }) => planned.scope.rootAddress === root && planned.change.scope !== root,
    );
    addGate(inside, group, null, gates);
  }
}

function locked(
  entries: readonly Entry[],
  comparisons: ReadonlyMap<string, ScopeComparison>,
): readonly ScheduledWrite[] {
  const lockOf = ({ planned: { change, scope } }: Entry): string => {
    const shared = comparisons.get(change.scope)?.traits.replacesRoles === true;
    return `${shared ? scope.provider : change.scope} ${change.principal}`;
  };
  const groups = groupBy(entries, lockOf);
  return entries.map((entry) => {
    const lock = lockOf(entry);
    const { planned, index, waitsFor } = entry;
    return { planned, index, waitsFor, lock: groups.get(lock)?.length === 1 ? null : lock };
  });
}
