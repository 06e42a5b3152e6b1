import type { ImportResult } from '../model/import-result.js';
import { count } from '../model/label.js';

/** The files that an import wrote, a line each, and what to do next. */
export function importText(result: ImportResult): string {
  const { files, refused, notListed } = result;
  if (refused) {
    return 'Nothing was written: what is live cannot be said without an error. The findings are at the lines that the merge would have written.\n';
  }
  const lines = files.map(({ path, existed }) => `${existed ? 'Edited' : 'Wrote'} ${path}.`);
  return `${[...lines, ...notListed, lastLine(result)].join('\n')}\n`;
}

/** What to know of an import beside it. */
export function importNotes({ refused, notes, unread, stuck, uncovered }: ImportResult): readonly string[] {
  const unmerged = stuck.map((text) => `Cannot be merged: ${text}`);
  if (refused) return unmerged;
  return [
    ...notes,
    ...unread,
    ...unmerged,
    ...uncovered.map((path) => `The settings do not read ${path}: add it to "access" in rolecall.yaml.`),
  ];
}

function lastLine({ files, scopes, assignments, unread, stuck }: ImportResult): string {
  const read = `${count(scopes, 'scope')} with ${count(assignments, 'assignment')}`;
  if (files.length > 0) return `${read} read. Next: rolecall plan`;
  if (unread.length + stuck.length > 0) return 'Nothing was written.';
  return `Nothing to do: the files ask for what is live already (${read}).`;
}
