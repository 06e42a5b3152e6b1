import { type Change, givesHighRisk, type PlannedChange, riskOf } from '../model/change.js';
import { byKeys } from '../model/ordering.js';
import type { Scope } from '../model/scope.js';
import { actionOf, type Difference, type ScopeComparison, sourceOf } from './comparison.js';

/** A planned change with the difference that it comes from. */
export interface PlannedDifference extends PlannedChange {
  readonly difference: Difference;
  readonly comparison: ScopeComparison;
}

const ACTION_RANK = { grant: 0, change: 1, revoke: 2 } as const;

/**
 * The changes of all scopes in plan order: by scope, what gives a high-risk role first, then what takes one away, then
 * grants, changes and revokes, by principal and role. The cause is null until the plan is compared with a base.
 */
export function plannedChanges(
  comparisons: readonly ScopeComparison[],
  isHighRisk: (role: string) => boolean,
): readonly PlannedDifference[] {
  return comparisons
    .flatMap((comparison) =>
      comparison.differences.map((difference) => planned(difference, comparison, isHighRisk)),
    )
    .sort(
      byKeys(
        ({ change }) => change.scope,
        ({ change }) => riskRank(change, isHighRisk),
        ({ change }) => ACTION_RANK[change.action],
        ({ change }) => change.principal,
        ({ change }) => change.from?.role ?? null,
        ({ change }) => change.to?.role ?? null,
      ),
    );
}

function planned(
  difference: Difference,
  comparison: ScopeComparison,
  isHighRisk: (role: string) => boolean,
): PlannedDifference {
  const { view, to } = difference;
  const takesAlong = to === null ? comparison.cascades.get(view.address) : undefined;
  const one = plannedChange(difference, comparison.desired.scope, isHighRisk);
  const change = takesAlong === undefined ? one.change : { ...one.change, takesAlong };
  return { ...one, change, difference, comparison };
}

/** The change that a difference in a scope makes, as a provider is asked to write it. */
export function plannedChange(
  difference: Difference,
  scope: Scope,
  isHighRisk: (role: string) => boolean,
): PlannedChange {
  const { view, from, to, fromRoleId, toRoleId } = difference;
  const change: Change = {
    action: actionOf(difference),
    scope: scope.address,
    principal: view.address,
    label: view.label,
    from,
    to,
    source: sourceOf(difference),
    cause: null,
    term: difference.term,
    risk: riskOf(difference, isHighRisk),
    blocked: difference.blocked,
    ...(difference.unverifiable ? { verifiable: false as const } : {}),
  };
  return { change, scope, principal: view.principal, fromRoleId, toRoleId };
}

/** A change that was split: it took one role because a term ended, and gave another for a reason of its own. */
export interface SplitChange {
  readonly revoke: PlannedDifference;
  readonly grant: PlannedDifference;
}

/**
 * Splits a pair whose revoke is due to a term that ended, so that the revoke can be written without the grant. Null for
 * any other change, and in scopes where a principal has one role: there a change is one thing.
 */
export function splitExpired(
  { difference, comparison, change: { cause } }: PlannedDifference,
  isHighRisk: (role: string) => boolean,
): SplitChange | null {
  const { effective, expired } = difference;
  if (comparison.traits.exclusive || effective === null || expired === null) return null;
  const { from: start } = effective.assignment;
  const starts = start === null ? { term: null, termAt: null } : { term: 'started' as const, termAt: start };
  const ends = { term: expired.ending, termAt: expired.at };
  const halves = {
    revoke: { ...difference, to: null, toRoleId: null, effective: null, ...ends },
    grant: { ...difference, from: null, fromRoleId: null, expired: null, ...starts },
  };
  const withCause = (half: Difference): PlannedDifference => {
    const one = planned(half, comparison, isHighRisk);
    return { ...one, change: { ...one.change, cause } };
  };
  return { revoke: withCause(halves.revoke), grant: withCause(halves.grant) };
}

function riskRank(change: Change, isHighRisk: (role: string) => boolean): number {
  if (change.risk !== 'high') return 2;
  return givesHighRisk(change, isHighRisk) ? 0 : 1;
}
