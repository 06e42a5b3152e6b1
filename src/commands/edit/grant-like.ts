import type { RoleEdit } from '../../editing/role-edits.js';
import { UsageError } from '../../errors.js';
import type { DesiredAssignment, DesiredScope } from '../../model/desired.js';
import { hasExpired } from '../../model/effective-roles.js';
import { formatEnd, formatStart } from '../../model/instant.js';
import { asciiLower } from '../../model/principal.js';
import { locationWords } from '../../report/words.js';
import type { Team } from '../../config/people-file.js';
import { refsOf, whoIs } from '../explain/who.js';
import type { WantedEdit } from './edit.js';
import type { EditableConfig } from './editable-config.js';
import { entriesOf, grantIn, type GrantWish, type ScopeGrant } from './grant-in-scope.js';
import { type EditWho, whoIsMeant } from './who.js';

/** Gives somebody every entry that names another, with its term, reason and status, and puts them into the same teams. */
export function wantedLikeness(asked: string, like: string, config: EditableConfig): WantedEdit {
  const who = whoIsMeant(asked, config);
  const other = whoIsMeant(like, config);
  if (!other.isNamed) whoIs(like, config.desired);
  if (asked === like || (who.person !== null && who.person === other.person))
    throw new UsageError(`${asked} and ${like} are the same, so there is nothing to grant`);
  const grants = config.desired.scopes.map((desired) => ({
    desired,
    ...likeIn(desired, who, other, config),
  }));
  const teams = config.teams.filter((team) => lists(team, other) && !lists(team, who));
  const entries = grants.flatMap(({ edits }) => edits);
  const nothing =
    entries.length + teams.length > 0 || grants.some(({ notes }) => notes.length > 0)
      ? []
      : [`${asked} has what the entries that name ${like} give`];
  return {
    edits: { roles: grants, teams: teams.map((team) => memberEdit(team, who)) },
    notes: [...new Set([...grants.flatMap(({ notes }) => notes), ...nothing])],
    isMeant: (each) => who.isNamedBy(each) || who.isThroughTeam(each),
    subject: `Grant to ${asked} what ${like} has`,
  };
}

function likeIn(desired: DesiredScope, who: EditWho, other: EditWho, config: EditableConfig): ScopeGrant {
  const all = entriesOf(desired, other.isNamedBy);
  const ended = all.filter((each) => hasExpired(each, config.at));
  const grants = all
    .filter((each) => !ended.includes(each))
    .map((each) => grantIn(desired, wishOf(each, who), config));
  return {
    edits: grants.flatMap(({ edits }) => edits),
    notes: [...grants.flatMap(({ notes }) => notes), ...ended.map((each) => endedNote(each, desired, other))],
  };
}

function wishOf({ role, status, from, until, reason }: DesiredAssignment, who: EditWho): GrantWish {
  const keys = {
    ...(from === null ? {} : { from: formatStart(from) }),
    ...(until === null ? {} : { until: formatEnd(until) }),
    ...(reason === null ? {} : { reason }),
  };
  return { who, role, status, keys };
}

function endedNote({ role, source }: DesiredAssignment, { scope }: DesiredScope, { asked }: EditWho): string {
  return `the entry of ${asked} for ${role} in ${scope.address} has ended (${locationWords(source)}), so it was left out`;
}

/** Whether a team lists somebody itself, and not through a team in it. */
function lists({ members }: Team, { team, person, asked }: EditWho): boolean {
  if (team !== null) return members.some(({ kind, value }) => kind === 'team' && value === team);
  const emails =
    person === null ? [] : refsOf(person).flatMap(({ by, value }) => (by === 'email' ? [value] : []));
  const names = new Set([person?.key ?? asciiLower(asked), ...emails]);
  return members.some(
    ({ kind, value }) =>
      kind === 'name' && (names.has(value) || (value.includes('@') && names.has(asciiLower(value)))),
  );
}

/** @throws UsageError for somebody whom a team cannot list */
function memberEdit({ name }: Team, { asked, team, person }: EditWho): RoleEdit {
  const text = team === null ? (person?.key ?? asked) : asked;
  if (team === null && person === null && !asked.includes('@')) {
    throw new UsageError(`${asked} cannot be in team:${name}, which lists keys of people.yaml and e-mails`, {
      hint: 'Add the person to people.yaml, and name the key.',
    });
  }
  return { kind: 'add', role: name, name: { text, comment: null }, status: 'active' };
}
