import {
  DOCUMENT_REMOVED,
  type Plan,
  type PlanWarning,
  REMOVED_KEPT,
  removedWords,
} from '../../model/plan.js';

/** The warnings that a plan's text lists: what was taken out and has a row of its own is told there. */
export function shownWarnings({ warnings, unlisted }: Plan): readonly PlanWarning[] {
  const told = new Set(unlisted.filter(({ removed }) => removed).map((row) => removedWords(row)));
  if (told.size === 0) return warnings;
  return warnings.filter(({ code, message }) => code !== REMOVED_KEPT || !told.has(message));
}

/** Whether a warning is of something that was taken out of the files: an assignment, or a whole document. */
export function isOfTakenOut({ code }: PlanWarning): boolean {
  return code === REMOVED_KEPT || code === DOCUMENT_REMOVED;
}

/** How many assignments were taken out of the files and stay. */
export function takenOut({ warnings }: Pick<Plan, 'warnings'>): number {
  return warnings.filter(({ code }) => code === REMOVED_KEPT).length;
}
