import { DAY } from '../model/instant.js';
import { groupBy } from '../model/ordering.js';
import type { GuardRefusal } from '../model/plan.js';
import type { Settings } from '../model/settings.js';
import { type Difference, isDoable, type ScopeComparison, takesAway } from './comparison.js';
import { guardedRoles, holdersAround } from './guarded-roles.js';
import type { PrincipalView } from './principal-views.js';

/** Scopes with at least this many principals are never emptied. */
const EMPTYING_FROM = 3;

/** A term that began or ended more days ago does not excuse a revoke: it was missed for a month, or its date is mistyped. */
const RECENT_DAYS = 30;

/** The guards that refuse the plan. `allowRevokes` stands in place of `maxRevokes`, over the whole run. */
export function refusals(
  comparisons: readonly ScopeComparison[],
  settings: Settings,
  isHighRisk: (role: string) => boolean,
  allowRevokes: number | null,
  at: number,
): readonly GuardRefusal[] {
  const removed = removedEverywhere(comparisons);
  const holders = comparisons.flatMap((comparison) => tooFewHolders(comparison, settings, removed));
  const revokes = comparisons.map((comparison) => countedRevokes(comparison, isHighRisk, at));
  const total = revokes.reduce((sum, counted) => sum + counted, 0);
  if (allowRevokes === null) {
    const limited = comparisons.flatMap((comparison, index) => {
      const counted = revokes[index] ?? 0;
      return (
        tooManyRevokes(comparison, settings, counted, total) ?? emptying(comparison, counted, total, at) ?? []
      );
    });
    return [...limited, ...holders];
  }
  if (total <= allowRevokes) return holders;
  const message = `${revokesAre(total, ' in this run')} more than the ${allowRevokes} that --allow-revokes permits`;
  return [{ guard: 'maxRevokes', scope: null, message }, ...holders];
}

function doable({ differences }: ScopeComparison): readonly Difference[] {
  return differences.filter(isDoable).filter(({ unverifiable }) => !unverifiable);
}

/**
 * Counts revokes however they are written, deactivations, and changes from a high-risk role to another; not those that a
 * recent date brought about.
 */
function countedRevokes(
  comparison: ScopeComparison,
  isHighRisk: (role: string) => boolean,
  at: number,
): number {
  return doable(comparison).filter((difference) => {
    const { from, to } = difference;
    if (isByClock(difference, at) || from === null || !takesAway(difference)) return false;
    return to === null || to.status === 'inactive' || isHighRisk(from.role);
  }).length;
}

function isByClock({ termAt }: Pick<Difference, 'termAt'>, at: number): boolean {
  return termAt !== null && at - termAt <= RECENT_DAYS * DAY;
}

function tooManyRevokes(
  comparison: ScopeComparison,
  settings: Settings,
  counted: number,
  total: number,
): GuardRefusal | null {
  const { count, percent } = settings.guards.maxRevokes;
  const scope = comparison.desired.scope.address;
  const live = comparison.live?.assignments.length ?? 0;
  const limit = Math.max(count, (percent * live) / 100);
  if (counted <= limit) return null;
  const message = `${revokesAre(counted)} more than maxRevokes permits here: ${count}, or ${percent} % of ${live} live assignments; check the files, then allow all ${total} of this run with --allow-revokes ${total}`;
  return { guard: 'maxRevokes', scope, message };
}

function revokesAre(count: number, where = ''): string {
  return count === 1 ? `1 revoke${where} is` : `${count} revokes${where} are`;
}

/** Refuses a plan that leaves nobody in a scope of several, whatever the limit, unless only recent dates take. */
function emptying(
  comparison: ScopeComparison,
  counted: number,
  total: number,
  at: number,
): GuardRefusal | null {
  const { desired, removed, views } = comparison;
  const isTaken = ({ address, rows }: PrincipalView): boolean => {
    const removal = removed.get(address);
    return removal !== undefined && rows.length > 0 && !isByClock(removal, at);
  };
  if (counted === 0 && !views.some(isTaken)) return null;
  const principals = emptied(comparison);
  if (principals < EMPTYING_FROM) return null;
  const message = `the plan would remove all ${principals} principals of this scope; check the files, then allow all ${total} revokes of this run with --allow-revokes ${total}`;
  return { guard: 'maxRevokes', scope: desired.scope.address, message };
}

/** The number of principals that hold something here, if the plan would leave no holder; else 0. */
function emptied(comparison: ScopeComparison): number {
  const differences = groupBy(doable(comparison), ({ view }) => view.address);
  let holders = 0;
  for (const { address, rows } of comparison.views) {
    const before = rows.filter(({ status }) => status === 'active').length;
    const kept = comparison.removed.has(address) ? 0 : before;
    const steps = (differences.get(address) ?? []).map(
      ({ from, to }) => Number(to?.status === 'active') - Number(from?.status === 'active'),
    );
    if (steps.reduce((sum, step) => sum + step, kept) > 0) return 0;
    if (before > 0) holders += 1;
  }
  return holders;
}

/** The ids of users who are removed from a root, by its address. */
function removedEverywhere(
  comparisons: readonly ScopeComparison[],
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    comparisons
      .filter(({ traits }) => traits.removal)
      .map((comparison) => {
        const gone = doable(comparison).filter(({ to }) => to === null);
        return [
          comparison.desired.scope.address,
          new Set(gone.flatMap(({ view }) => view.principal?.id ?? [])),
        ];
      }),
  );
}

function tooFewHolders(
  comparison: ScopeComparison,
  settings: Settings,
  removed: ReadonlyMap<string, ReadonlySet<string>>,
): readonly GuardRefusal[] {
  const { scope } = comparison.desired;
  return guardedRoles(scope, comparison.traits, settings).flatMap((guarded) => {
    const { before, after } = holdersAround(comparison, guarded.role, removed.get(scope.rootAddress));
    if (after >= before || after >= guarded.min) return [];
    const message = `role ${JSON.stringify(guarded.role)} would have ${after} of at least ${guarded.min} holders (${before} now): grant it to somebody else first`;
    return [{ guard: 'minHolders', scope: scope.address, message }];
  });
}
