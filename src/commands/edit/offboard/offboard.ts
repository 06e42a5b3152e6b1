import { withoutDot } from '../../../config/file-tree.js';
import { editedText, openFile } from '../../../editing/file.js';
import { changeOf, type MapEdit, newPairs } from '../../../editing/map-change.js';
import { editMap } from '../../../editing/map-edits.js';
import { UsageError } from '../../../errors.js';
import type { Person } from '../../../model/desired.js';
import { DAY, formatEnd, formatInstant, parseInstant } from '../../../model/instant.js';
import { quote } from '../../../model/label.js';
import { suggestion } from '../../../model/nearest.js';
import { personKey } from '../../../model/person-key.js';
import { userRef } from '../../../model/principal.js';
import type { CommandContext } from '../../context.js';
import { textOf } from '../../text-of.js';
import { optionDate } from '../dates.js';
import { type EditOptions, type EditOutcome, editFiles, type WantedEdit } from '../edit.js';
import type { EditableConfig } from '../editable-config.js';
import type { FileEdits } from '../file-edits.js';
import { membershipsOf } from '../memberships.js';
import { type EditWho, whoIsMeant } from '../who.js';
import { nearestTo } from '../../explain/who.js';
import { workByHand } from './by-hand.js';
import { endedAssignments, endingOn, endingWords } from './ending-roles.js';
import { mentionedPerson } from './mentioned.js';
import { missingIdentities, type Named } from './missing-identities.js';

/** The directory of settings that name none. */
const DIRECTORY = 'people.yaml';

export interface OffboardOptions extends EditOptions {
  /** A key of people.yaml, an e-mail or `user:ID`. */
  readonly who: string;
  /** The last day, as people write it on the command line; null: today. */
  readonly on: string | null;
}

/**
 * Writes when somebody leaves, so that every role of theirs ends, and says what ends and what is left to do by hand. Offline.
 * @throws UsageError for somebody the files do not name; InvalidFilesError
 */
export async function offboardCommand(
  options: OffboardOptions,
  context: CommandContext,
): Promise<EditOutcome> {
  const { tree } = context.workspace;
  return await editFiles(options, context, async (config) => {
    const { people } = config.settings;
    return leaving(options, config, people === null ? '' : ((await textOf(withoutDot(people), tree)) ?? ''));
  });
}

function leaving({ who: asked, on }: OffboardOptions, config: EditableConfig, people: string): WantedEdit {
  const who = whoIsMeant(asked, config);
  requireUser(who, config, people);
  const { person } = who;
  const day = optionDate('--on', on ?? 'today', config.at);
  const key = person?.key ?? newKey(asked, config);
  const { identities, joined, doubts } = missingIdentities(who, config);
  const end = parseInstant(day, 'end') ?? config.at;
  const ending = endingOn(end, [...joined, ...assignmentsOf(key, config)]);
  const isDate = /^\d{4}-\d{2}-\d{2}$/u.test(day);
  const keys: readonly MapEdit[] = [
    ...identities.map(({ path, text }): MapEdit => ({ path, value: { kind: 'scalar', text } })),
    { path: ['leaves'], value: { kind: 'scalar', text: day, isYaml: isDate } },
  ];
  return {
    edits: person === null ? withPerson(key, keys, config) : withKeys(key, keys),
    notes: [
      ...otherDay(person, end),
      ...doubts,
      ...endingWords(end, ending),
      ...stillToday(end, ending, config.at),
    ],
    notesOn: (_, after) => [...listedIn(key, after), ...workByHand(key, after)],
    assignments: endedAssignments(ending),
    subject: `Offboard ${key} on ${day}`,
  };
}

function requireUser(
  { asked, team, person, isNamed }: EditWho,
  { desired }: EditableConfig,
  people: string,
): void {
  if (team !== null || asked.startsWith('group:')) {
    throw new UsageError(`${quote(asked)} is no person`, {
      hint: `rolecall revoke ${asked} deletes its entries.`,
    });
  }
  if (person !== null || isNamed) return;
  const mentioned = asked.includes('@') ? mentionedPerson(asked, people, desired.people) : null;
  const hint = suggestion(mentioned ?? nearestTo(asked, desired));
  throw new UsageError(`the files do not name ${quote(asked)}.${hint}`, {
    hint: 'Name a key of people.yaml, an e-mail or user:ID.',
  });
}

function newKey(asked: string, { desired }: EditableConfig): string {
  const ref = userRef(asked);
  const id = ref?.value ?? asked;
  const keys = new Set(desired.people.map(({ key }) => key));
  return personKey({ name: null, email: ref?.by === 'email' ? id : null, id }, (key) => keys.has(key));
}

function withKeys(key: string, keys: readonly MapEdit[]): FileEdits {
  return { people: keys.map((edit) => ({ ...edit, path: ['people', key, ...edit.path] })) };
}

/** Somebody whom people.yaml lacks is added with who they are in each system, so that all their entries end. */
function withPerson(key: string, keys: readonly MapEdit[], { settings }: EditableConfig): FileEdits {
  const person: MapEdit = {
    path: ['people', key],
    value: { kind: 'map', pairs: newPairs(changeOf(keys)) },
    place: 'sorted',
  };
  if (settings.people !== null) return { people: [person] };
  const empty = openFile('');
  const edited = editMap(empty, [person]);
  return {
    settings: [{ path: ['people'], value: { kind: 'scalar', text: DIRECTORY }, place: { after: 'access' } }],
    documents: edited.kind === 'stuck' ? [] : [{ file: DIRECTORY, text: editedText(empty, edited.splices) }],
  };
}

function assignmentsOf(key: string, { desired }: EditableConfig): readonly Named[] {
  return desired.scopes.flatMap((scope) =>
    scope.assignments
      .filter(({ person }) => person === key)
      .map((assignment): Named => ({ desired: scope, assignment })),
  );
}

function listedIn(key: string, { desired, teams }: EditableConfig): readonly string[] {
  const person = desired.people.find((each) => each.key === key);
  if (person === undefined) return [];
  const words = `still lists ${key}; rolecall tidy deletes that later`;
  return membershipsOf(person, teams).map(({ team }) => `team:${team} ${words}`);
}

/** The last day lasts until midnight: the plans of that day revoke nothing yet. */
function stillToday(end: number, ending: readonly Named[], now: number): readonly string[] {
  return ending.length === 0 || end <= now || end - now > DAY
    ? []
    : [
        `The roles stay until ${formatInstant(end)}; --on with a time that has passed ends them with the next apply`,
      ];
}

function otherDay(person: Person | null, end: number): readonly string[] {
  if (person === null || person.leaves === null || person.leaves === end) return [];
  return [`people.yaml said so far that ${quote(person.key)} leaves ${formatEnd(person.leaves)}`];
}
