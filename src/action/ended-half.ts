import type { PlanningRun } from '../commands/planning-run.js';
import { resolveRoles } from '../model/effective-roles.js';
import { anyRole } from '../model/glob.js';
import { parseInstant } from '../model/instant.js';
import type { PlannedChange } from '../model/planned.js';
import { riskOf } from '../model/risk.js';

/** A change that takes one role because its term ended and gives another for a reason of its own, taken apart. */
export interface Halves {
  readonly taken: PlannedChange;
  readonly given: PlannedChange;
}

/**
 * Takes a pair apart whose taken half is due to a term that ended, so that this half needs no review. Null where it is
 * no such pair: in a scope with one role a principal, a change is one thing.
 */
export function endedHalves({ planned: run, settings }: PlanningRun, planned: PlannedChange): Halves | null {
  const { change } = planned;
  const { from, to } = change;
  if (from === null || to === null || from.role === to.role) return null;
  const comparison = run.comparisons.find(({ desired }) => desired.scope.address === change.scope);
  const view = comparison?.views.find(({ address }) => address === change.principal);
  const at = parseInstant(run.plan.now, 'start');
  if (comparison === undefined || view === undefined || at === null || comparison.traits.exclusive)
    return null;
  const { expired: ended, effective: wanted } = resolveRoles(view.assignments, at, comparison.traits);
  const end = ended.find(({ role }) => role === from.role);
  if (end === undefined) return null;
  const isHighRisk = anyRole(settings.highRisk);
  const start = wanted.find(({ state, assignment }) => state.role === to.role && assignment.from !== null);
  return {
    taken: {
      ...planned,
      toRoleId: null,
      change: {
        ...change,
        action: 'revoke',
        to: null,
        source: end.assignment.source,
        term: end.ending,
        risk: riskOf({ from, to: null }, isHighRisk),
      },
    },
    given: {
      ...planned,
      fromRoleId: null,
      change: {
        ...change,
        action: 'grant',
        from: null,
        term: start === undefined ? null : 'started',
        risk: riskOf({ from: null, to }, isHighRisk),
      },
    },
  };
}
