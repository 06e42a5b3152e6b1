import { InvalidFilesError } from '../../../errors.js';
import { hasErrors, type SourceLocation } from '../../../model/diagnostic.js';
import { parseInstant } from '../../../model/instant.js';
import { count, listed } from '../../../model/label.js';
import { groupBy } from '../../../model/ordering.js';
import { neededBy } from '../../../planning/needless-entries.js';
import { locationWords } from '../../../report/words.js';
import { offlineDiagnostics } from '../../../workspace/valid-config.js';
import type { CommandContext } from '../../context.js';
import { optionDate } from '../dates.js';
import { type EditOptions, type EditOutcome, editFiles, type TryEdits, type WantedEdit } from '../edit.js';
import type { EditableConfig } from '../editable-config.js';
import { type Over, overIn } from './over.js';

export interface TidyOptions extends EditOptions {
  /** Only what was over before this date, as people write it on the command line; null: what is over now. */
  readonly before: string | null;
}

/** Entries that are named in a note; more are counted. */
const NAMED = 5;

/**
 * Deletes entries that are over and that no plan needs: every plan from now on is the same without them, whatever is live.
 * What is needed stays, and the notes say why. Offline.
 * @throws UsageError for a date that is none; InvalidFilesError
 */
export async function tidyCommand(options: TidyOptions, context: CommandContext): Promise<EditOutcome> {
  const { diagnostics } = await context.workspace.head();
  if (hasErrors(offlineDiagnostics(diagnostics)))
    throw new InvalidFilesError('the files have errors, so nothing was deleted', diagnostics);
  return await editFiles(options, context, async (config, attempt) => {
    const tidiedWithout = (spared: ReadonlyMap<string, string>): WantedEdit =>
      tidied(options.before, config, spared);
    return tidiedWithout(await sparedFiles(async (spared) => await attempt(tidiedWithout(spared).edits)));
  });
}

/**
 * The files in which nothing can be deleted, since the files would have an error then, which is given. They are told apart one
 * by one, if all deletions together are refused.
 */
async function sparedFiles(
  attempt: (spared: ReadonlyMap<string, string>) => ReturnType<TryEdits>,
): Promise<ReadonlyMap<string, string>> {
  const spared = new Map<string, string>();
  const { files, error } = await attempt(spared);
  if (error === null) return spared;
  for (const file of files) spared.set(file, '');
  // What one file loses may be what another waits for.
  for (let left = Number.POSITIVE_INFINITY; spared.size < left; ) {
    left = spared.size;
    for (const file of files.filter((each) => spared.has(each))) {
      spared.delete(file);
      const tried = await attempt(spared);
      if (tried.error !== null) spared.set(file, tried.error.message);
    }
  }
  return spared;
}

/** What is deleted, but for the entries of `spared` files. */
function tidied(
  before: string | null,
  config: EditableConfig,
  spared: ReadonlyMap<string, string>,
): WantedEdit {
  const over = overIn(config, cutOff(before, config.at));
  const free = over.filter(({ places }) => !places.some(({ file }) => spared.has(file)));
  const needed = neededBy(
    free.map(({ vanishing }) => vanishing),
    config.at,
    config,
  );
  const gone = free.filter((_, index) => needed[index] === null);
  const roles = groupBy(
    gone.flatMap((each) => each.roles),
    ({ desired }) => desired,
  );
  return {
    edits: {
      roles: [...roles].map(([desired, own]) => ({ desired, edits: own.map(({ edit }) => edit) })),
      teams: gone.flatMap(({ teams }) => teams),
    },
    notes: [...keptNotes(free, needed), ...sparedNotes(over, spared)],
    // What goes may be what another entry was kept for.
    isRepeated: true,
    subject: 'Delete entries that have ended',
  };
}

/** Nothing that counts now goes: a date that is to come is taken for now. */
function cutOff(before: string | null, now: number): number {
  if (before === null) return now;
  return Math.min(now, parseInstant(optionDate('--before', before, now), 'start') ?? now);
}

function keptNotes(over: readonly Over[], needed: ReturnType<typeof neededBy>): readonly string[] {
  const kept = over.flatMap(({ places }, index) => {
    const why = needed[index] ?? null;
    return why === null ? [] : [{ why, places }];
  });
  return [...groupBy(kept, ({ why }) => `${why.scope}: ${why.reason}`)].map(
    ([words, group]) => `${keptWords(group.flatMap(({ places }) => places))}, needed in ${words}`,
  );
}

function sparedNotes(over: readonly Over[], spared: ReadonlyMap<string, string>): readonly string[] {
  const places = over.flatMap((each) => each.places).filter(({ file }) => spared.has(file));
  return [...groupBy(places, ({ file }) => file)].map(
    ([file, own]) => `${keptWords(own)}, since the files would have an error: ${spared.get(file) ?? ''}`,
  );
}

function keptWords(places: readonly SourceLocation[]): string {
  const named = places.slice(0, NAMED).map(locationWords);
  const more = places.length > NAMED ? [`${places.length - NAMED} more`] : [];
  return `Kept: ${count(places.length, 'entry', 'entries')} (${listed([...named, ...more])})`;
}
