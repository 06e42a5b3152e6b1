import type { Plan } from '../../model/plan.js';
import { type Amount, amountOf, NONE, sum } from './amount.js';
import { type PlanSection, planSections } from './sections.js';
import { shortenedScopes, type ShownScope } from './shortened-scopes.js';

/** Rows of tables and items of lists up to which a page shows everything. */
const MOST_WHOLE = 10_000;
/** What a shortened page shows of each list beside the scopes, and of what a removal takes along. */
const MOST_ITEMS = 1000;
const MOST_TAKEN = 20;

export interface ShownSection {
  readonly title: string | null;
  readonly scopes: readonly ShownScope[];
  /** What is in the scopes that are not named. */
  readonly hidden: Amount;
}

/** What a page shows of a plan. */
export interface ShownPlan {
  readonly shortened: boolean;
  readonly sections: readonly ShownSection[];
  /** The most that it shows of a list beside the scopes. */
  readonly items: number;
  /** The most that it shows of what a removal takes along. */
  readonly taken: number;
}

/** What a page shows of a plan: up to some size all of it; of a larger one some of each scope, high risk first. */
export function shownPlan(plan: Plan): ShownPlan {
  const sections = planSections(plan);
  if (rowsOf(plan) <= MOST_WHOLE) {
    const all = Number.POSITIVE_INFINITY;
    return { shortened: false, sections: sections.map(wholeSection), items: all, taken: all };
  }
  const shown = shortenedScopes(sections.flatMap(({ scopes }) => scopes));
  const shorten = ({ title, scopes }: PlanSection): ShownSection => ({
    title,
    scopes: scopes.flatMap((view) => shown.get(view) ?? []),
    hidden: sum(scopes.filter((view) => !shown.has(view)).map(amountOf)),
  });
  return { shortened: true, sections: sections.map(shorten), items: MOST_ITEMS, taken: MOST_TAKEN };
}

/** All that the page leaves out of its scopes. */
export function hiddenIn({ sections }: ShownPlan): Amount {
  return sum(sections.flatMap(({ hidden, scopes }) => [hidden, ...scopes.map((scope) => scope.hidden)]));
}

function rowsOf({ changes, unlisted, guards, warnings, scopes }: Plan): number {
  const incomplete = scopes.filter(({ complete }) => !complete);
  return changes.length + unlisted.length + guards.length + warnings.length + incomplete.length;
}

function wholeSection({ title, scopes }: PlanSection): ShownSection {
  return { title, scopes: scopes.map((view) => ({ ...view, hidden: NONE })), hidden: NONE };
}
