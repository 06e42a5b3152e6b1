import type { PlanningRun } from '../commands/planning-run.js';
import { changeKey } from '../model/change.js';
import { formatInstant } from '../model/instant.js';
import type { LaterChange } from '../model/plan.js';

/** What terms that have not begun will change, as the live state is now; each change once, at its first instant. */
export function laterChanges(run: PlanningRun, now: number): readonly LaterChange[] {
  const seen = new Set(run.planned.plan.changes.map(changeKey));
  const later: LaterChange[] = [];
  for (const instant of startsAfter(run, now)) {
    for (const change of run.plannedAt(instant).plan.changes) {
      const key = changeKey(change);
      if (change.term !== 'started' || change.blocked !== null || seen.has(key)) continue;
      seen.add(key);
      const { scope, principal, label, from, to, risk } = change;
      later.push({ at: formatInstant(instant), scope, principal, label, from, to, risk });
    }
  }
  return later;
}

function startsAfter({ scopes }: PlanningRun, now: number): readonly number[] {
  const instants = new Set<number>();
  for (const { assignments } of scopes) {
    for (const { from } of assignments) if (from !== null && from > now) instants.add(from);
  }
  return [...instants].sort((a, b) => a - b);
}
