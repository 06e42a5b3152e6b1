import { groupBy } from '../model/ordering.js';
import type { PlannedChange } from '../model/planned.js';
import type { Settings } from '../model/settings.js';
import { guardedRoles, holdersAround, holds } from './holders.js';
import { addGate, dependentsOf, type Entry, type Gate } from './gates.js';
import type { ScopeComparison } from './comparison.js';
import { type FadingRole, fadingRoles } from './fading-roles.js';

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
  /** Roles whose last holder cannot wait until somebody else has them, since that write waits for this one. */
  readonly unordered: readonly FadingRole[];
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
  const inOrder = entries.filter(({ isLast }) => !isLast);
  const scopes = groupBy(inOrder, ({ planned }) => planned.change.scope);
  for (const group of scopes.values()) addPhases(group, gates);
  const own = groupBy(
    entries.filter(({ isLast }) => isLast),
    ({ planned }) => planned.change.scope,
  );
  for (const group of own.values()) addPhases(group, gates);
  const ofSelf = groupBy(
    entries.filter(({ isLast }) => isLast),
    ({ planned }) => planned.change.scope,
  );
  const reaching = removalsByRole(entries);
  for (const [address, comparison] of comparisons) {
    const own = [...(scopes.get(address) ?? []), ...(ofSelf.get(address) ?? [])];
    addHolderGates(address, comparison, own, reaching, settings, gates);
  }
  addRemovalGates(inOrder, comparisons, gates);
  const unordered = fadingRoles(run.changes, run.comparisons).filter(
    (fading) => !keepsLastHolder(fading, entries, gates),
  );
  for (const [provider, last] of groupBy(
    entries.filter(({ isLast }) => isLast),
    providerOf,
  )) {
    const dependents = dependentsOf(last, entries, gates);
    addGate(
      inOrder.filter((entry) => providerOf(entry) === provider && !dependents.has(entry)),
      last,
      null,
      gates,
    );
  }
  return { writes: locked(entries), gates, unordered };
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

/** In front of every guarded role that something is taken from: wait for what gives it, then let as many pass as may. */
function addHolderGates(
  scope: string,
  comparison: ScopeComparison,
  own: readonly Entry[],
  reaching: ReadonlyMap<string, readonly Entry[]>,
  settings: Settings,
  gates: Gate[],
): void {
  const { traits, desired } = comparison;
  const guarded = guardedRoles(desired.scope, traits, settings);
  if (guarded.length === 0) return;
  for (const { role } of guarded) {
    const gives = ({ planned: { change } }: Entry): boolean =>
      holds(change.to, role, traits) && !holds(change.from, role, traits);
    const takes = ({ planned: { change } }: Entry): boolean =>
      holds(change.from, role, traits) && !holds(change.to, role, traits);
    const users = own.filter(
      ({ planned }) => planned.principal?.kind !== 'group' && planned.change.verifiable !== false,
    );
    const takers = [...users.filter(takes), ...(reaching.get(`${scope} ${role}`.toLowerCase()) ?? [])];
    const { before, after } = holdersAround(comparison, role, removedUsers(takers, comparison));
    const positions = takers.map(({ position }) => position).sort((a, b) => a - b);
    const reason = `skipped so that ${scope} keeps ${Math.min(before, after)} with role ${role}: giving it to somebody else did not succeed`;
    const holders = { live: before, desired: after, reason, takers: positions };
    addGate(users.filter(gives), takers, takers.length > 0 ? holders : null, gates);
  }
}

/** Removals from a root by what they take away inside it: `address role`, in lower case. */
function removalsByRole(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const held of new Set(entry.planned.change.takesAlong?.map((text) => text.toLowerCase()))) {
      const taking = found.get(held);
      if (taking === undefined) found.set(held, [entry]);
      else taking.push(entry);
    }
  }
  return found;
}

/** Lets the last holder of a role wait for those who get it; false where they wait for each of its holders. */
function keepsLastHolder(fading: FadingRole, entries: readonly Entry[], gates: Gate[]): boolean {
  const at = new Map(entries.map((entry) => [entry.index, entry]));
  const givers = fading.givers.flatMap((index) => at.get(index) ?? []);
  const takers = fading.takers.flatMap((index) => at.get(index) ?? []);
  if (givers.length === 0 || takers.length < fading.takers.length) return true;
  const last = takers.findLast((taker) => {
    const dependents = dependentsOf([taker], entries, gates);
    return !givers.some((giver) => dependents.has(giver));
  });
  if (last === undefined) return false;
  const reason = `skipped so that somebody holds ${fading.role} in ${fading.scope}: its id is known from its holders alone, and giving it to somebody else did not succeed`;
  addGate(givers, [last], { live: 1, desired: 1, reason, takers: [last.position] }, gates);
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

function locked(entries: readonly Entry[]): readonly ScheduledWrite[] {
  const lockOf = ({ planned: { change } }: Entry): string => `${change.scope} ${change.principal}`;
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(lockOf(entry), (counts.get(lockOf(entry)) ?? 0) + 1);
  return entries.map((entry) => {
    const lock = lockOf(entry);
    const { planned, index, waitsFor } = entry;
    return { planned, index, waitsFor, lock: (counts.get(lock) ?? 0) > 1 ? lock : null };
  });
}
