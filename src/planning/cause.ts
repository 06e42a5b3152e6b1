import { type Change, changeKey } from '../model/change.js';
import type { PlanDraft } from './make-plan.js';

/**
 * Tells what the files brought about from what would be there without: a change that the base's plan (its files and
 * settings, the same live state, the same now) holds too is drift.
 */
export function withCause(draft: PlanDraft, base: PlanDraft): PlanDraft {
  const drift = new Set(base.plan.changes.map(changeKey));
  const caused = (change: Change): Change => ({
    ...change,
    cause: drift.has(changeKey(change)) ? 'drift' : 'files',
  });
  return {
    ...draft,
    plan: { ...draft.plan, changes: draft.plan.changes.map(caused) },
    planned: draft.planned.map((planned) => ({ ...planned, change: caused(planned.change) })),
  };
}
