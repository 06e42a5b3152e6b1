import { UsageError } from '../../errors.js';
import { isSameRole } from '../../model/assignment.js';
import type { DesiredAssignment, DesiredScope } from '../../model/desired.js';
import { formatEnd, parseInstant } from '../../model/instant.js';
import { quote } from '../../model/label.js';
import { slipOf, suggestion } from '../../model/nearest.js';
import { groupBy } from '../../model/ordering.js';
import { traitsOf } from '../../model/scope.js';
import { locationWords } from '../../report/words.js';
import type { CommandContext } from '../context.js';
import { optionDate } from './dates.js';
import { type EditOptions, type EditOutcome, editFiles, type WantedEdit } from './edit.js';
import type { EditableConfig } from './editable-config.js';
import { entriesOf } from './grant-in-scope.js';
import { documentsMeant } from './scopes.js';
import { type EditWho, whoIsMeant } from './who.js';

export interface ExtendOptions extends EditOptions {
  /** A key of people.yaml, an e-mail, `user:ID`, `group:ID` or `team:NAME`. */
  readonly who: string;
  /** A date as people write it on the command line. */
  readonly until: string;
  /** Null: every role. */
  readonly role: string | null;
  /** Addresses, globs or names of documents; all where there is none. */
  readonly in: readonly string[];
}

/**
 * Moves the end of somebody's entries that carry one. Offline.
 * @throws UsageError for what the files do not name, and a date that is none; InvalidFilesError
 */
export async function extendCommand(options: ExtendOptions, context: CommandContext): Promise<EditOutcome> {
  return await editFiles(options, context, (config) => movedEnds(options, config));
}

/** An entry, and the document that it stands in. */
interface Entry {
  readonly desired: DesiredScope;
  readonly assignment: DesiredAssignment;
}

function movedEnds(options: ExtendOptions, config: EditableConfig): WantedEdit {
  const who = whoIsMeant(options.who, config);
  const until = newEnd(options.until, config.at);
  const end = parseInstant(until, 'end') ?? Number.POSITIVE_INFINITY;
  const isAsked = ({ scope }: DesiredScope, { role }: DesiredAssignment): boolean =>
    options.role === null || isSameRole(role, options.role, traitsOf(config.catalogue, scope));
  const entriesWith = (fits: (assignment: DesiredAssignment) => boolean): readonly Entry[] =>
    documentsMeant(options.in, config).flatMap((desired) =>
      entriesOf(desired, (each) => fits(each) && isAsked(desired, each)).map((assignment) => ({
        desired,
        assignment,
      })),
    );
  const entries = entriesWith(who.isNamedBy);
  const through = entriesWith(who.isThroughTeam);
  if (entries.length + through.length === 0) {
    const role = options.role === null ? '' : ` with the role ${quote(options.role)}`;
    const own = documentsMeant(options.in, config).flatMap(({ assignments }) =>
      assignments.filter((each) => who.isNamedBy(each) || who.isThroughTeam(each)),
    );
    const near =
      options.role === null ? null : slipOf(options.role, [...new Set(own.map((each) => each.role))]);
    const hint = near === null ? '' : `.${suggestion(near)}`;
    throw new UsageError(`the files have no entry of ${quote(options.who)}${role} there${hint}`, {
      hint: `rolecall explain ${options.who} lists every entry.`,
    });
  }
  const ending = entries.filter(({ assignment }) => assignment.until !== null);
  const edits = [...groupBy(ending, ({ desired }) => desired)].map(([desired, own]) => ({
    desired,
    edits: own.map(({ assignment: { role, source } }) => ({
      kind: 'change' as const,
      role,
      source,
      change: { until },
    })),
  }));
  return {
    edits: { roles: edits },
    notes: [
      ...ending.filter(({ assignment }) => (assignment.until ?? end) > end).map(earlierEnd),
      ...leavesBefore(who, end),
      ...entries.filter(({ assignment }) => assignment.until === null).map(withoutEnd),
      ...through.filter(({ assignment }) => assignment.until !== null).map(endOfTeam),
    ],
    subject: `Extend roles of ${options.who} until ${until}`,
  };
}

/** Somebody may mean to extend an entry, and shorten it. */
function earlierEnd({ desired, assignment: { role, source, until } }: Entry): string {
  const before = until === null ? '' : ` than so far, ${formatEnd(until)}`;
  return `${quote(role)} in ${desired.scope.address} (${locationWords(source)}) now ends earlier${before}`;
}

function leavesBefore({ person, asked }: EditWho, end: number): readonly string[] {
  if (person === null || person.leaves === null || person.leaves >= end) return [];
  return [`${asked} leaves ${formatEnd(person.leaves)} (people.yaml), and every role ends then`];
}

function newEnd(text: string, now: number): string {
  if (text !== 'never') return optionDate('--until', text, now);
  throw new UsageError('--until never drops an end, and extend moves it', {
    hint: 'Write rolecall grant WHO ROLE --in SCOPE --until never.',
  });
}

function withoutEnd({ desired, assignment: { role, source } }: Entry): string {
  return `${quote(role)} in ${desired.scope.address} (${locationWords(source)}) has no end, so nothing is moved there`;
}

function endOfTeam({ desired, assignment: { role, source, via, until } }: Entry): string {
  const end = until === null ? '' : ` until ${formatEnd(until)}`;
  return `${quote(role)} in ${desired.scope.address} comes through ${via}${end} (${locationWords(source)}): extend ${via} to move that end for everyone in it`;
}
