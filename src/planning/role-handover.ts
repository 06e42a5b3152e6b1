import { groupBy } from '../model/ordering.js';
import type { PlannedChange } from '../model/change.js';
import type { ScopeComparison } from './comparison.js';

/** A role that all of its holders lose and others get, while nothing but its holders tells its id. */
export interface HandedOverRole {
  /** Where it is given first. */
  readonly scope: string;
  readonly role: string;
  /** Indexes of the changes that give it. */
  readonly givers: readonly number[];
  /** Indexes of the changes that take it, one for each holder. */
  readonly takers: readonly number[];
}

/**
 * The roles whose id would be lost if they were taken before they are given. Scopes of one kind in one root share the
 * ids that their holders tell.
 */
export function handedOverRoles(
  planned: readonly PlannedChange[],
  comparisons: readonly ScopeComparison[],
): readonly HandedOverRole[] {
  const learned = new Set(comparisons.flatMap(learnedRoles));
  if (learned.size === 0) return [];
  const gifts = planned.flatMap(({ change, scope, fromRoleId, toRoleId }, giver) => {
    if (change.blocked !== null || change.to === null) return [];
    if (toRoleId === null || fromRoleId === toRoleId) return [];
    const key = keyOf(scope, toRoleId);
    return learned.has(key) ? [{ key, giver, scope: change.scope, role: change.to.role }] : [];
  });
  const given = groupBy(gifts, ({ key }) => key);
  if (given.size === 0) return [];
  const holders = holdersOf(planned, comparisons, new Set(given.keys()));
  return [...given].flatMap(([key, gift]) => {
    const takers = holders.get(key) ?? [];
    const all = takers.flatMap(({ taker }) => taker ?? []);
    if (all.length === 0 || all.length < takers.length) return [];
    const [{ scope, role }] = gift;
    const givers = gift.map(({ giver }) => giver);
    return [{ scope, role, givers, takers: [...new Set(all)].sort((a, b) => a - b) }];
  });
}

/** A holder of a role: the index of the change that takes it away, or null. */
interface Holder {
  readonly key: string;
  readonly taker: number | null;
}

function holdersOf(
  planned: readonly PlannedChange[],
  comparisons: readonly ScopeComparison[],
  given: ReadonlySet<string>,
): ReadonlyMap<string, readonly Holder[]> {
  const takers = planned.flatMap(({ change, fromRoleId }, index) =>
    change.blocked === null && fromRoleId !== null
      ? [[`${change.scope} ${change.principal}`, index] as const]
      : [],
  );
  const taken = new Map(takers);
  const held = comparisons.flatMap(({ desired: { scope }, views, complete, removed }): readonly Holder[] =>
    (complete ? views : []).flatMap(({ address, rows }) => {
      const from = removed.has(address) ? scope.rootAddress : scope.address;
      const taker = taken.get(`${from} ${address}`) ?? null;
      return rows.map(({ roleId }) => ({ key: keyOf(scope, roleId), taker }));
    }),
  );
  return groupBy(
    held.filter(({ key }) => given.has(key)),
    ({ key }) => key,
  );
}

function learnedRoles({ desired, live }: ScopeComparison): readonly string[] {
  return (live?.roles ?? []).flatMap(({ roleId, fromHolders }) =>
    fromHolders === true ? [keyOf(desired.scope, roleId)] : [],
  );
}

function keyOf({ rootAddress, kind }: PlannedChange['scope'], roleId: string): string {
  return `${rootAddress} ${kind} ${roleId}`;
}
