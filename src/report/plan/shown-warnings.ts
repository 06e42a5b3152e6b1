import { type Plan, type PlanWarning, REMOVED_KEPT, removedWords } from '../../model/plan.js';

/** The warnings that a plan's text lists: what was taken out and has a row of its own is told there. */
export function shownWarnings({ warnings, unlisted }: Plan): readonly PlanWarning[] {
  const told = new Set(unlisted.filter(({ removed }) => removed).map((row) => removedWords(row)));
  if (told.size === 0) return warnings;
  return warnings.filter(({ code, message }) => code !== REMOVED_KEPT || !told.has(message));
}

/** How many assignments were taken out of the files and stay. */
export function takenOut({ warnings }: Pick<Plan, 'warnings'>): number {
  return warnings.filter(({ code }) => code === REMOVED_KEPT).length;
}
