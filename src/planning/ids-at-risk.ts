import type { PlannedChange } from '../model/planned.js';
import type { PlanWarning } from '../model/plan.js';
import type { Settings } from '../model/settings.js';
import { fadingRoles } from './fading-roles.js';
import type { ScopeComparison } from './comparison.js';
import { scheduleOf } from './schedule.js';

/** Roles that change hands in a ring, so that no order of the writes keeps a holder of each, who alone tells its id. */
export function idsAtRisk(
  planned: readonly PlannedChange[],
  comparisons: readonly ScopeComparison[],
  settings: Settings,
): readonly PlanWarning[] {
  if (fadingRoles(planned, comparisons).length === 0) return [];
  const possible = planned.flatMap(({ change: { blocked } }, index) => (blocked === null ? [index] : []));
  const { unordered } = scheduleOf({ changes: planned, comparisons }, possible, settings);
  return unordered.map(({ scope, role }) => ({
    code: 'role-id-at-risk',
    message: `${role} in ${scope} changes hands in a ring, and its id is known from its holders alone: if the run stops between its writes, a second run cannot give it; name the id in options.roles to be safe`,
    source: null,
  }));
}
