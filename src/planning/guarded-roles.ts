import { roleKey, type RoleState } from '../model/assignment.js';
import { addressGlob } from '../model/glob.js';
import type { LiveAssignment } from '../model/live.js';
import type { Scope, ScopeTraits } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import { type Difference, isDoable, type ScopeComparison } from './comparison.js';

/** A role of a scope that must keep holders. */
export interface GuardedRole {
  /** As compared: folded where the provider ignores case. */
  readonly role: string;
  readonly min: number;
}

/** The guarded roles of a scope, built in and configured; where several rules name a role the highest minimum counts. */
export function guardedRoles(scope: Scope, traits: ScopeTraits, settings: Settings): readonly GuardedRole[] {
  const minimum = new Map<string, number>();
  const configured = settings.guards.minHolders.filter((rule) => addressGlob(rule.scope)(scope.address));
  for (const { role, min } of [...traits.minHolders, ...configured]) {
    const key = roleKey(role, traits.rolesIgnoreCase);
    minimum.set(key, Math.max(min, minimum.get(key) ?? 0));
  }
  return [...minimum].map(([role, min]) => ({ role, min }));
}

/** Whether a state counts as holding the role: directly and actively. */
export function holds(state: RoleState | null, role: string, traits: ScopeTraits): boolean {
  return state !== null && state.status === 'active' && roleKey(state.role, traits.rolesIgnoreCase) === role;
}

function holdersOf(rows: readonly LiveAssignment[], role: string, traits: ScopeTraits): Set<string> {
  const users = new Set<string>();
  for (const row of rows) {
    const counts = row.pending !== true && row.keep !== 'inherited';
    if (counts && row.principal.kind === 'user' && holds(row, role, traits)) users.add(row.principal.id);
  }
  return users;
}

/** The distinct users that hold a guarded role now, and once the plan is applied. */
export function holdersAround(
  comparison: Pick<ScopeComparison, 'traits' | 'live' | 'differences'>,
  role: string,
  removed: ReadonlySet<string> | undefined,
): { readonly before: number; readonly after: number } {
  const { traits } = comparison;
  const users = holdersOf(comparison.live?.assignments ?? [], role, traits);
  const before = users.size;
  for (const id of removed ?? []) users.delete(id);
  for (const { view, from, to, unverifiable } of comparison.differences.filter(isDoable)) {
    if (unverifiable || view.principal?.kind !== 'user') continue;
    if (holds(from, role, traits)) users.delete(view.principal.id);
    if (holds(to, role, traits)) users.add(view.principal.id);
  }
  return { before, after: users.size };
}

/**
 * The changes that would wait for each other for ever: each takes a guarded role that another gives. They form a cycle
 * among the guarded roles, with an edge from the role a change takes to the role it gives.
 */
export function changesInCycles(
  differences: readonly Difference[],
  guarded: readonly GuardedRole[],
  traits: ScopeTraits,
): ReadonlySet<Difference> {
  if (guarded.length < 2) return new Set();
  const names = new Set(guarded.map(({ role }) => role));
  const edges = differences.flatMap((difference) => {
    const { from, to, blocked } = difference;
    if (
      from === null ||
      to === null ||
      blocked !== null ||
      to.status !== 'active' ||
      from.status !== 'active'
    )
      return [];
    const takes = roleKey(from.role, traits.rolesIgnoreCase);
    const gives = roleKey(to.role, traits.rolesIgnoreCase);
    return names.has(takes) && names.has(gives) && takes !== gives ? [{ difference, takes, gives }] : [];
  });
  const next = new Map<string, Set<string>>();
  for (const { takes, gives } of edges) next.set(takes, (next.get(takes) ?? new Set()).add(gives));
  return new Set(
    edges.filter(({ takes, gives }) => reaches(gives, takes, next)).map(({ difference }) => difference),
  );
}

function reaches(start: string, goal: string, next: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let role = open.pop(); role !== undefined; role = open.pop()) {
    if (role === goal) return true;
    if (seen.has(role)) continue;
    seen.add(role);
    open.push(...(next.get(role) ?? []));
  }
  return false;
}
