import type { Change } from '../../model/change.js';
import { groupBy } from '../../model/ordering.js';
import type { Plan, PlanScope, Unlisted } from '../../model/plan.js';
import { isRisky, REMOVED_TITLE, riskFirst } from '../words.js';

/** A scope as it is shown: possible changes with the high-risk ones first, then what is blocked, then what is kept. */
export interface ScopeView {
  readonly scope: PlanScope;
  readonly changes: readonly Change[];
  readonly blocked: readonly Change[];
  readonly unlisted: readonly Unlisted[];
}

/** A part of a plan that is shown apart. `title` is null if there is only one part. */
export interface PlanSection {
  readonly title: string | null;
  readonly scopes: readonly ScopeView[];
}

/**
 * Divides a plan as it is shown. With a base there are up to four sections: what the files bring about, what was taken
 * out of them and stays, drift, and what else is unlisted and kept.
 */
export function planSections(plan: Plan): readonly PlanSection[] {
  const { changes, unlisted } = plan;
  if (plan.base === null) return sections([{ title: null, scopes: scopeViews(plan, changes, unlisted) }]);
  const drift = changes.filter(({ cause }) => cause === 'drift');
  const files = changes.filter(({ cause }) => cause !== 'drift');
  const removed = unlisted.filter((row) => row.removed === true);
  const kept = unlisted.filter((row) => row.removed === undefined);
  return sections([
    { title: 'Brought about by the files', scopes: scopeViews(plan, files, []) },
    { title: REMOVED_TITLE, scopes: scopeViews(plan, [], removed) },
    { title: 'Drift, there without these files', scopes: scopeViews(plan, drift, []) },
    { title: 'Unlisted and kept', scopes: scopeViews(plan, [], kept) },
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
    if (!known.has(address))
      known.set(address, { scope: address, name: null, prune: false, complete: true, live: 0, desired: 0 });
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

/** How many rows are left out. */
export interface HiddenRows {
  /** Blocked ones too. */
  readonly changes: number;
  /** Those of the changes that are of high risk. */
  readonly risky: number;
  readonly unlisted: number;
}

/** The rows of a scope that are shown. */
export interface ShownScope extends ScopeView {
  readonly hidden: HiddenRows;
}

/** The rows of a section that are shown, and a count of those in scopes of which no row is shown. */
export interface ShownSection {
  readonly title: string | null;
  readonly scopes: readonly ShownScope[];
  readonly hiddenScopes: number;
  readonly hidden: HiddenRows;
}

/**
 * Keeps the first rows of all sections together: changes of high risk, other changes, then unlisted rows. Blocked changes
 * come after possible ones.
 */
export function firstRows(all: readonly PlanSection[], most: number): readonly ShownSection[] {
  const views = all.flatMap(({ scopes }) => scopes);
  const changes = views.flatMap((view) => view.changes);
  const blocked = views.flatMap((view) => view.blocked);
  const risky = [...changes.filter(isRisky), ...blocked.filter(isRisky)];
  const ranked = [
    ...new Set([...risky, ...changes, ...blocked]),
    ...views.flatMap(({ unlisted }) => unlisted),
  ];
  const shown = new Set(ranked.slice(0, most));
  return all.map(({ title, scopes }) => {
    const cut = scopes.map((view) => withRows(view, shown));
    const hidden = cut.filter((view) => !hasRows(view));
    return {
      title,
      scopes: cut.filter(hasRows),
      hiddenScopes: hidden.length,
      hidden: total(hidden.map((view) => view.hidden)),
    };
  });
}

/** A scope with only those of its rows that are shown. */
export function withRows(view: ScopeView, shown: ReadonlySet<Change | Unlisted>): ShownScope {
  const isShown = (row: Change | Unlisted): boolean => shown.has(row);
  const left = [...view.changes, ...view.blocked].filter((row) => !isShown(row));
  const unlisted = view.unlisted.filter(isShown);
  return {
    scope: view.scope,
    changes: view.changes.filter(isShown),
    blocked: view.blocked.filter(isShown),
    unlisted,
    hidden: {
      changes: left.length,
      risky: left.filter(isRisky).length,
      unlisted: view.unlisted.length - unlisted.length,
    },
  };
}

/** Whether a scope has any row. */
export function hasRows({ changes, blocked, unlisted }: ScopeView): boolean {
  return changes.length + blocked.length + unlisted.length > 0;
}

function total(all: readonly HiddenRows[]): HiddenRows {
  const sum = (key: keyof HiddenRows): number => all.reduce((number, one) => number + one[key], 0);
  return { changes: sum('changes'), risky: sum('risky'), unlisted: sum('unlisted') };
}

/** Counts all rows that are left out. */
export function hiddenRows(shown: readonly ShownSection[]): HiddenRows {
  return total(shown.flatMap(({ hidden, scopes }) => [hidden, ...scopes.map((scope) => scope.hidden)]));
}
