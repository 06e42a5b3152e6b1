import type { PlannedChange } from '../model/planned.js';
import { principalAddress } from '../model/principal.js';
import type { ScopeComparison } from './comparison.js';

/** A role that all of its holders lose and others get, while nothing but its holders tells its id. */
export interface FadingRole {
  /** Where it is given first. */
  readonly scope: string;
  readonly role: string;
  /** Indexes of the changes that give it. */
  readonly givers: readonly number[];
  /** Indexes of the changes that take it, one for each holder. */
  readonly takers: readonly number[];
}

interface Giving {
  readonly scope: string;
  readonly role: string;
  readonly givers: number[];
}

/**
 * The roles whose id would be lost on the way if they were taken before they are given. Scopes of one kind in one root
 * tell each other the ids.
 */
export function fadingRoles(
  planned: readonly PlannedChange[],
  comparisons: readonly ScopeComparison[],
): readonly FadingRole[] {
  const learned = new Set(comparisons.flatMap(learnedRoles));
  if (learned.size === 0) return [];
  const given = new Map<string, Giving>();
  const taken = new Map<string, number>();
  planned.forEach(({ change, scope, fromRoleId, toRoleId }, index) => {
    if (change.blocked !== null) return;
    if (fromRoleId !== null) taken.set(`${change.scope} ${change.principal}`, index);
    if (toRoleId === null || change.to === null || fromRoleId === toRoleId) return;
    const key = keyOf(scope, toRoleId);
    if (!learned.has(key)) return;
    const giving = given.get(key);
    if (giving === undefined) given.set(key, { scope: change.scope, role: change.to.role, givers: [index] });
    else giving.givers.push(index);
  });
  if (given.size === 0) return [];
  const holders = takersOfHolders(comparisons, given, taken);
  return [...given].flatMap(([key, giving]) => {
    const takers = holders.get(key) ?? [];
    const all = takers.filter((taker) => taker !== null);
    return all.length === 0 || all.length < takers.length
      ? []
      : [{ ...giving, takers: [...new Set(all)].sort((a, b) => a - b) }];
  });
}

/** For each role that is given, which change takes it from each of its holders; null where none does. */
function takersOfHolders(
  comparisons: readonly ScopeComparison[],
  given: ReadonlyMap<string, Giving>,
  taken: ReadonlyMap<string, number>,
): ReadonlyMap<string, (number | null)[]> {
  const found = new Map<string, (number | null)[]>();
  for (const { desired, live, complete, removed } of comparisons) {
    if (!complete) continue;
    for (const { principal, roleId } of live?.assignments ?? []) {
      const key = keyOf(desired.scope, roleId);
      if (!given.has(key)) continue;
      const address = principalAddress(principal.kind, principal.id);
      const scope = removed.has(address) ? desired.scope.rootAddress : desired.scope.address;
      const taker = taken.get(`${scope} ${address}`) ?? null;
      const takers = found.get(key);
      if (takers === undefined) found.set(key, [taker]);
      else takers.push(taker);
    }
  }
  return found;
}

function learnedRoles({ desired, live }: ScopeComparison): readonly string[] {
  return (live?.roles ?? []).flatMap(({ roleId, fromHolders }) =>
    fromHolders === true ? [keyOf(desired.scope, roleId)] : [],
  );
}

function keyOf({ rootAddress, kind }: PlannedChange['scope'], roleId: string): string {
  return `${rootAddress} ${kind} ${roleId}`;
}
