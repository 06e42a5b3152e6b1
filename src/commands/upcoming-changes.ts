import { changeKey } from '../model/change.js';
import { formatInstant } from '../model/instant.js';
import type { LaterChange } from '../model/plan.js';
import type { PlanningRun } from './planning-run.js';

/** What terms that have not begun will change, as the live state is now; each change once, at its first instant. */
export function upcomingChanges(run: PlanningRun, now: number): readonly LaterChange[] {
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
  const starts = scopes.flatMap(({ assignments }) => assignments.flatMap(({ from }) => from ?? []));
  return [...new Set(starts)].filter((start) => start > now).sort((a, b) => a - b);
}
