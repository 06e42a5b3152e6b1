import { roleKey } from '../model/assignment.js';
import type { ScopeTraits } from '../model/scope.js';
import type { Difference } from './comparison.js';
import type { GuardedRole } from './holders.js';

/**
 * The changes that would wait for each other for ever: each takes a guarded role that another gives. Such a ring is a
 * cycle among the guarded roles, with an edge from the role a change takes to the role it gives.
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
