import type { Plan, PlanWarning } from '../../model/plan.js';
import {
  ASSUMED_FACTS,
  DOCUMENT_REMOVED,
  REMOVED_KEPT,
  removedWords,
  nothingRead,
} from '../../model/plan.js';
import { count } from '../../model/label.js';
import { counts, TAKEN_OUT } from '../words.js';

/** The last line of a plan. It says that the live state matches the files only if every scope was read whole. */
export function planLastLine(plan: Plan): string {
  if (nothingRead(plan)) return 'No plan: nothing could be read.';
  const { grant, change, revoke, blocked, unlisted } = plan.summary;
  const gone = plan.warnings.filter(({ code }) => code === DOCUMENT_REMOVED).length;
  const kept = counts([
    [blocked, 'blocked'],
    [unlisted, 'unlisted'],
    [takenOut(plan), TAKEN_OUT],
    [gone, gone === 1 ? 'document taken out' : 'documents taken out'],
  ]);
  if (grant + change + revoke > 0) {
    const made = counts([
      [grant, 'to grant'],
      [change, 'to change'],
      [revoke, 'to revoke'],
    ]);
    return `Plan: ${[...made, ...kept].join(', ')}.`;
  }
  if (blocked > 0) return `No changes can be made: ${kept.join(', ')}.`;
  if (incompleteScopes(plan) > 0)
    return `Plan: ${['0 to grant', '0 to change', '0 to revoke', ...kept].join(', ')}.`;
  const none = 'No changes. Live state matches the files.';
  return kept.length === 0 ? none : `${none} ${kept.join(', ')}.`;
}

/** The lines that limit what the last one says: scopes that were not read whole, and writes that cannot be read back. */
export function planCaveats(plan: Plan): readonly string[] {
  if (nothingRead(plan)) return [];
  const { grant, change, revoke, blocked, unverifiable = 0 } = plan.summary;
  const found = grant + change + revoke + blocked > 0;
  const incomplete = incompleteScopes(plan);
  const unread = `${count(incomplete, 'scope')} could not be read whole.`;
  return [
    ...(unverifiable > 0
      ? [
          `${count(unverifiable, 'write')} that cannot be read back ${unverifiable === 1 ? 'is' : 'are'} sent each time.`,
        ]
      : []),
    ...(incomplete === 0 ? [] : [found ? unread : `No changes found; ${unread}`]),
  ];
}

function incompleteScopes(plan: Plan): number {
  return plan.scopes.filter(({ complete }) => !complete).length;
}

/**
 * The warnings that a plan lists. An assignment that was taken out of the files has a row and is not listed again, and what
 * is assumed about the APIs is no matter of this plan.
 */
export function shownWarnings({
  warnings,
  unlisted,
}: Pick<Plan, 'warnings' | 'unlisted'>): readonly PlanWarning[] {
  const told = new Set(unlisted.filter(({ removed }) => removed).map((row) => removedWords(row)));
  return warnings.filter(
    ({ code, message }) => code !== ASSUMED_FACTS && (code !== REMOVED_KEPT || !told.has(message)),
  );
}

/** Whether a warning is about an assignment or a document that was taken out of the files. */
export function isOfTakenOut({ code }: PlanWarning): boolean {
  return code === REMOVED_KEPT || code === DOCUMENT_REMOVED;
}

/** Counts the assignments that were taken out of the files and stay. */
export function takenOut({ warnings }: Pick<Plan, 'warnings'>): number {
  return warnings.filter(({ code }) => code === REMOVED_KEPT).length;
}
