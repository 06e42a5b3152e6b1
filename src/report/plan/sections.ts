import type { Change } from '../../model/change.js';
import { groupBy } from '../../model/ordering.js';
import type { Plan, PlanScope, Unlisted } from '../../model/plan.js';
import { REMOVED_TITLE, riskFirst } from '../words.js';

/** A scope as it is shown: possible changes with the high-risk ones first, then what is blocked, then what is kept. */
export interface ScopeView {
  readonly scope: PlanScope;
  readonly changes: readonly Change[];
  readonly blocked: readonly Change[];
  readonly unlisted: readonly Unlisted[];
}

/** What the plan shows apart. `title` is null where there is only one part. */
export interface PlanSection {
  readonly kind: 'all' | 'files' | 'drift' | 'removed' | 'kept';
  readonly title: string | null;
  readonly scopes: readonly ScopeView[];
}

/**
 * The plan as it is shown: with a base, what the files bring about, then what was taken out of them and stays, then drift,
 * then what else is unlisted and kept.
 */
export function planSections(plan: Plan): readonly PlanSection[] {
  if (plan.base === null) {
    return sections([{ kind: 'all', title: null, scopes: scopeViews(plan, plan.changes, plan.unlisted) }]);
  }
  const drift = plan.changes.filter(({ cause }) => cause === 'drift');
  const files = plan.changes.filter(({ cause }) => cause !== 'drift');
  const removed = plan.unlisted.filter((row) => row.removed === true);
  const kept = plan.unlisted.filter((row) => row.removed === undefined);
  return sections([
    { kind: 'files', title: 'Brought about by the files', scopes: scopeViews(plan, files, []) },
    { kind: 'removed', title: REMOVED_TITLE, scopes: scopeViews(plan, [], removed) },
    { kind: 'drift', title: 'Drift, there without these files', scopes: scopeViews(plan, drift, []) },
    { kind: 'kept', title: 'Unlisted and kept', scopes: scopeViews(plan, [], kept) },
  ]);
}

function sections(all: readonly PlanSection[]): readonly PlanSection[] {
  return all.filter(({ scopes }) => scopes.length > 0);
}

function scopeViews(
  plan: Plan,
  changes: readonly Change[],
  unlisted: readonly Unlisted[],
): readonly ScopeView[] {
  const changesOf = groupBy(changes, ({ scope }) => scope);
  const unlistedOf = groupBy(unlisted, ({ scope }) => scope);
  const known = new Map(plan.scopes.map((scope) => [scope.scope, scope]));
  for (const address of [...changesOf.keys(), ...unlistedOf.keys()]) {
    if (!known.has(address)) known.set(address, unknownScope(address));
  }
  return [...known.values()].flatMap((scope) => {
    const own = changesOf.get(scope.scope) ?? [];
    const kept = unlistedOf.get(scope.scope) ?? [];
    if (own.length + kept.length === 0) return [];
    return [
      {
        scope,
        changes: riskFirst(own.filter(({ blocked }) => blocked === null)),
        blocked: riskFirst(own.filter(({ blocked }) => blocked !== null)),
        unlisted: riskFirst(kept),
      },
    ];
  });
}

function unknownScope(address: string): PlanScope {
  return { scope: address, name: null, prune: false, complete: true, live: 0, desired: 0 };
}
