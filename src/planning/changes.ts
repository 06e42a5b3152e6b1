import type { Change } from '../model/change.js';
import { byKeys } from '../model/ordering.js';
import type { PlannedChange } from '../model/planned.js';
import { givesHighRisk, riskOf } from '../model/risk.js';
import { actionOf, type Difference } from './difference.js';
import type { ScopeComparison } from './compare.js';

const ACTION_RANK = { grant: 0, change: 1, revoke: 2 } as const;

/**
 * The changes of all scopes in plan order: by scope, what gives a high-risk role first, then what takes one away, then
 * grants, changes and revokes, by principal and role. The cause is filled in later, where there is a base to tell it.
 */
export function plannedChanges(
  comparisons: readonly ScopeComparison[],
  isHighRisk: (role: string) => boolean,
): readonly PlannedChange[] {
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
): PlannedChange {
  const { view, from, to } = difference;
  const takesAlong = to === null ? comparison.cascades.get(view.address) : undefined;
  const change: Change = {
    action: actionOf(difference),
    scope: comparison.desired.scope.address,
    principal: view.address,
    label: view.label,
    from,
    to,
    source: difference.source,
    cause: null,
    term: difference.term,
    risk: riskOf(difference, isHighRisk),
    blocked: difference.blocked,
    ...(difference.unverifiable ? { verifiable: false as const } : {}),
    ...(takesAlong === undefined ? {} : { takesAlong }),
  };
  const { fromRoleId, toRoleId } = difference;
  return { change, scope: comparison.desired.scope, principal: view.principal, fromRoleId, toRoleId };
}

function riskRank(change: Change, isHighRisk: (role: string) => boolean): number {
  if (change.risk !== 'high') return 2;
  return givesHighRisk(change, isHighRisk) ? 0 : 1;
}
