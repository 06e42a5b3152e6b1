import {
  DOCUMENT_REMOVED,
  type Plan,
  type PlanWarning,
  REMOVED_KEPT,
  removedWords,
} from '../../model/plan.js';
import { count, counts, TAKEN_OUT } from '../words.js';

/** The one last line of a plan as text. It claims a match with the files only where every scope was read whole. */
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

/** The lines before the last one that keep it honest: what was not read, and what cannot be read back. */
export function planCaveats(plan: Plan): readonly string[] {
  if (nothingRead(plan)) return [];
  const { grant, change, revoke, unverifiable = 0 } = plan.summary;
  const incomplete = incompleteScopes(plan);
  const unread = `${count(incomplete, 'scope')} could not be read whole.`;
  return [
    ...(unverifiable > 0
      ? [
          `${count(unverifiable, 'write')} that cannot be read back ${unverifiable === 1 ? 'is' : 'are'} sent each time.`,
        ]
      : []),
    ...(incomplete === 0 ? [] : [grant + change + revoke > 0 ? unread : `No changes found; ${unread}`]),
  ];
}

/** Whether every read failed: then there is nothing to count, and no plan. */
export function nothingRead({ scopes, changes, unlisted }: Plan): boolean {
  const found = changes.length + unlisted.length;
  return scopes.length > 0 && found === 0 && scopes.every(({ complete, live }) => !complete && live === 0);
}

function incompleteScopes(plan: Plan): number {
  return plan.scopes.filter(({ complete }) => !complete).length;
}

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
