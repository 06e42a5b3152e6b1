import { type Change, changeKey } from '../model/change.js';
import type { PlannedRun } from './make-plan.js';

/**
 * Tells what the files brought about from what would be there without: a change that the base's plan (its files and
 * settings, the same live state, the same now) holds too is drift. What was blocked there and is possible here, the files
 * made possible.
 */
export function withCause(run: PlannedRun, base: PlannedRun): PlannedRun {
  const drift = new Set(base.plan.changes.map(keyOf));
  const caused = (change: Change): Change => ({
    ...change,
    cause: drift.has(keyOf(change)) ? 'drift' : 'files',
  });
  return {
    ...run,
    plan: { ...run.plan, changes: run.plan.changes.map(caused) },
    changes: run.changes.map((planned) => ({ ...planned, change: caused(planned.change) })),
  };
}

function keyOf(change: Change): string {
  return `${changeKey(change)} ${change.blocked === null}`;
}
