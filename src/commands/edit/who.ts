import type { Team } from '../../config/people-file.js';
import { UsageError } from '../../errors.js';
import { type DesiredAssignment, type DesiredState, type Person, personIn } from '../../model/desired.js';
import { quote } from '../../model/label.js';
import { nearestOf, suggestion } from '../../model/nearest.js';
import { nameIn } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { isAbout, nearestTo, type Who, whoMeant } from '../explain/who.js';
import type { EditableConfig } from './editable-config.js';

/** Whom a command is about. */
export interface EditWho {
  /** As asked for. */
  readonly asked: string;
  /** The team's name; null for a user or a group. */
  readonly team: string | null;
  readonly person: Person | null;
  /** A team in which nobody is: the desired state knows nothing of its entries. */
  readonly isEmptyTeam: boolean;
  /** Whether an entry or people.yaml names them already. */
  readonly isNamed: boolean;
  /** How an entry of a scope names them: by the key of people.yaml where that says who they are there. */
  readonly entryName: (scope: Pick<Scope, 'provider' | 'rootId'>) => string;
  /** Whether an assignment comes from an entry that names them, and not a team that they are in. */
  readonly isNamedBy: (assignment: DesiredAssignment) => boolean;
  /** Whether an assignment is theirs because of a team that they are in. */
  readonly isThroughTeam: (assignment: DesiredAssignment) => boolean;
}

/**
 * Finds whom a text means: a key of people.yaml, an e-mail, `user:ID`, `group:ID` or `team:NAME`.
 * @throws UsageError for a team or a key that is not there, with the nearest that is
 */
export function whoIsMeant(asked: string, config: EditableConfig): EditWho {
  const { kind, value } = nameIn(asked);
  return kind === 'team' ? teamMeant(asked, value, config.teams) : personMeant(asked, config);
}

function teamMeant(asked: string, name: string, teams: readonly Team[]): EditWho {
  const names = teams.map((team) => team.name);
  if (!names.includes(name)) {
    const hint = suggestion(nearestOf(names)(name));
    throw new UsageError(`there is no team ${quote(name)}.${hint}`, {
      hint: 'Name a team of people.yaml, as team:NAME.',
    });
  }
  const outer = teamsAround(name, teams);
  const own = teams.find((team) => team.name === name);
  return {
    isEmptyTeam: own?.members.length === 0,
    asked,
    team: name,
    person: null,
    isNamed: true,
    entryName: () => asked,
    isNamedBy: ({ via }) => via === asked,
    isThroughTeam: ({ via }) => via !== null && outer.has(via),
  };
}

/** The teams that a team is in, through others too, as entries name them. */
function teamsAround(name: string, teams: readonly Team[]): ReadonlySet<string> {
  const found = new Set<string>();
  const inner = [name];
  for (const one of inner) {
    for (const team of teams) {
      const isIn = team.members.some(({ kind, value }) => kind === 'team' && value === one);
      if (!isIn || found.has(`team:${team.name}`)) continue;
      found.add(`team:${team.name}`);
      inner.push(team.name);
    }
  }
  return found;
}

/**
 * How the files write somebody who has no key: an id as it is, and not percent-encoded as in an address. Plans write
 * `user:` and an e-mail for somebody whom the files name by e-mail.
 */
function writtenName(asked: string, { refs }: Who, { scopes }: DesiredState): string {
  const byId = refs.find(({ by }) => by === 'id');
  const byEmail = refs.find(({ by }) => by === 'email');
  const isEmail = ({ principal }: DesiredAssignment): boolean =>
    principal.by === 'email' && principal.value === byEmail?.value;
  if (byEmail !== undefined && scopes.some(({ assignments }) => assignments.some(isEmail)))
    return asked.slice(asked.startsWith('user:') ? 'user:'.length : 0);
  return byId === undefined || nameIn(asked).kind === 'name' ? asked : `${byId.kind}:${byId.value}`;
}

function personMeant(asked: string, { desired, settings }: EditableConfig): EditWho {
  const { who, isNamed } = whoMeant(asked, desired);
  const person = who.people.find(({ key }) => key === asked) ?? who.people[0] ?? null;
  const isKey = !/[@:]/u.test(asked);
  if (!isNamed && isKey && settings.people !== null) {
    throw new UsageError(`there is no person ${quote(asked)}.${suggestion(nearestTo(asked, desired))}`, {
      hint: 'Name a key of people.yaml, an e-mail, user:ID, group:ID or team:NAME.',
    });
  }
  return {
    isEmptyTeam: false,
    asked,
    team: null,
    person,
    isNamed,
    entryName: (scope) =>
      person !== null && (person.key === asked || personIn(person, scope) !== null)
        ? person.key
        : writtenName(asked, who, desired),
    isNamedBy: (assignment) => assignment.via === null && isAbout(assignment, who),
    isThroughTeam: (assignment) => assignment.via !== null && isAbout(assignment, who),
  };
}
