import type { ImportResult } from '../model/import-result.js';
import { count } from '../model/label.js';
import { counts } from './words.js';

/** The files that an import wrote, a line each, and what to do next. */
export function importText(result: ImportResult): string {
  const { files, refused, notListed } = result;
  if (refused) {
    return 'Nothing was written: what is live cannot be said without an error. The findings are at the lines that the merge would have written.\n';
  }
  const lines = files.map(({ path, existed }) => `${existed ? 'Edited' : 'Wrote'} ${path}.`);
  return `${[...lines, ...peopleLines(result), ...notListed, lastLine(result)].join('\n')}\n`;
}

/** `people.yaml: 38 new people, 1 in one more system; 112 entries name people by key.` */
function peopleLines({ people }: ImportResult): readonly string[] {
  if (people === null) return [];
  const { file, added, found, changed, gone, entries, teams } = people;
  const parts = [
    ...(added.length === 0 ? [] : [count(added.length, 'new person', 'new people')]),
    ...counts([
      [found.length, 'in one more system'],
      [changed.length, 'changed'],
      [gone.length, 'not listed by a system'],
    ]),
  ];
  const keyed =
    entries === 0 ? [] : [`${count(entries, 'entry', 'entries')} of the files now name people by key`];
  const said = [...(parts.length === 0 ? [] : [parts.join(', ')]), ...keyed];
  const made = teams.map(
    ({ name, members, roles }) =>
      `${file}: team:${name} is ${members.join(', ')}, in ${count(roles.length, 'role')}.`,
  );
  return [...(said.length === 0 ? [] : [`${file}: ${said.join('; ')}.`]), ...made];
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

function lastLine({ files, scopes, assignments, unread, stuck, people }: ImportResult): string {
  const read = `${count(scopes, 'scope')} with ${count(assignments, 'assignment')}`;
  if (files.length > 0) return `${read} read. Next: rolecall plan`;
  if (unread.length + stuck.length > 0) return 'Nothing was written.';
  const present = people === null ? 'the files ask for what is live already' : `${people.file} has everybody`;
  return `Nothing to do: ${present} (${read}).`;
}
