import type { EditedFile } from '../model/edit-result.js';
import type { ImportResult } from '../model/import-result.js';
import { count } from '../model/label.js';
import { unifiedDiff } from '../planning/unified-diff.js';
import { visible } from './escape.js';
import { jsonText } from './json.js';
import { counts } from './words.js';

/** Lines of a file that are shown around a change. */
const CONTEXT = 3;

/** The texts of an import: the new ones by path, and those before; null: there was no file. */
export interface ImportTexts {
  readonly texts: ReadonlyMap<string, string>;
  readonly originals: ReadonlyMap<string, string | null>;
}

/** The files that an import wrote, a line each, and what to do next. */
export function importText(result: ImportResult): string {
  const { files, refused, notListed } = result;
  if (refused) {
    return 'Nothing was written: what is live cannot be said without an error. The findings are at the lines that the import would have written.\n';
  }
  const lines = files.map(({ path, existed }) => `${existed ? 'Edited' : 'Wrote'} ${visible(path)}.`);
  return `${[...lines, ...peopleLines(result), ...notListed, lastLine(result)].join('\n')}\n`;
}

/** Renders an import as JSON (schemas/import.schema.json), with a unified diff of every file. */
export function importJson(result: ImportResult, texts: ImportTexts): string {
  const { refused, dryRun, changes, people, scopes, assignments, notListed, unread, stuck } = result;
  return jsonText({
    formatVersion: 1,
    files: importDiffs(result, texts),
    assignments: changes,
    people,
    read: { scopes, assignments },
    written: !refused && !dryRun && result.files.length > 0,
    notListed,
    unread,
    stuck,
    notes: [...result.notes, ...uncoveredNotes(result)],
  });
}

/** A unified diff of every file that an import writes; none where it is refused. */
export function importDiffs(
  { files, refused }: ImportResult,
  { texts, originals }: ImportTexts,
): readonly EditedFile[] {
  if (refused) return [];
  return files.map(({ path }) => {
    const before = originals.get(path) ?? null;
    const old = before === null ? { name: '/dev/null', text: '' } : { name: `a/${path}`, text: before };
    const after = { name: `b/${path}`, text: texts.get(path) ?? '' };
    return { file: path, diff: unifiedDiff(old, after, { context: CONTEXT }) ?? '' };
  });
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
      `${visible(file)}: team:${name} is ${visible(members.join(', '))}, in ${count(roles.length, 'role')}.`,
  );
  return [...(said.length === 0 ? [] : [`${visible(file)}: ${said.join('; ')}.`]), ...made];
}

/** What to know of an import beside it. */
export function importNotes(result: ImportResult): readonly string[] {
  const { refused, notes, unread, stuck, people } = result;
  const what = people === null ? 'merged' : 'written';
  const unmerged = stuck.map((text) => `Cannot be ${what}: ${text}`);
  return refused ? unmerged : [...notes, ...unread, ...unmerged, ...uncoveredNotes(result)];
}

/** What to know beside the diff of an import that is not to write. */
export function dryRunNotes(result: ImportResult): readonly string[] {
  const { refused, notListed } = result;
  if (refused) return [importText(result).trimEnd(), ...importNotes(result)];
  return [...importNotes(result), ...notListed, ...peopleLines(result), lastLine(result)];
}

function uncoveredNotes({ uncovered }: ImportResult): readonly string[] {
  return uncovered.map((path) => `The settings do not read ${path}: add it to "access" in rolecall.yaml.`);
}

function lastLine({ files, dryRun, scopes, assignments, unread, stuck, people }: ImportResult): string {
  const read = `${count(scopes, 'scope')} with ${count(assignments, 'assignment')}`;
  if (files.length > 0)
    return `${read} read. ${dryRun ? 'Nothing was written, because of --dry-run.' : 'Next: rolecall plan'}`;
  if (unread.length + stuck.length > 0) return 'Nothing was written.';
  const present =
    people === null ? 'the files ask for what is live already' : `${visible(people.file)} has everybody`;
  return `Nothing to do: ${present} (${read}).`;
}
