import type { Person } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { PeopleIndex } from '../model/people-index.js';
import { foldedRef, type PrincipalRef, refKey } from '../model/principal.js';
import { identityPath, type ProviderCatalogue, type Scope } from '../model/scope.js';
import { errorAt, lineOf, warningAt } from './finding.js';
import { quote } from '../model/label.js';
import { type Nearest, nearestOf, suggestion } from '../model/nearest.js';
import type { PeopleFile, Team, TeamMember } from './people-file.js';

type Root = Pick<Scope, 'provider' | 'rootId'>;

/** Who the names of the access files are. */
export interface Directory {
  /** Whether `people:` is set and could be read: then a plain name without `@` is a key. */
  readonly closed: boolean;
  /** Whether findings about names that are not there would only follow from an unreadable directory. */
  readonly unreadable: boolean;
  readonly person: (key: string) => Person | null;
  /** The key of a person in people.yaml that says who they are in a provider. */
  readonly identityKey: (provider: string) => string;
  /** Whether a key is there, even if what stands under it could not be read. */
  readonly hasKey: (key: string) => boolean;
  readonly nearestPerson: Nearest;
  /** The members of a team and of the teams in it, each once; null where there is no such team. */
  readonly membersOf: (team: string) => readonly TeamMember[] | null;
  readonly nearestTeam: Nearest;
  /** The person who has a reference in a root. */
  readonly personOf: (ref: PrincipalRef, root: Root) => Person | null;
  /** The one object for a reference in a provider, so that equal references are held once. */
  readonly intern: (ref: PrincipalRef, provider: string) => PrincipalRef;
}

/** Makes the directory of a people file; null: there is none. */
export function directoryOf(file: PeopleFile | null, catalogue: ProviderCatalogue): Directory {
  const people = new PeopleIndex(file?.people ?? []);
  const teams = new Map((file?.teams ?? []).map((team) => [team.name, team]));
  const keys = file?.keys ?? new Set<string>();
  const refs = new Map<string, PrincipalRef>();
  const members = new Map<string, readonly TeamMember[]>();
  return {
    closed: file !== null && file.readable,
    unreadable: file !== null && !file.readable,
    person: (key) => people.byKey(key),
    identityKey: (provider) => identityPath(catalogue, provider).join('.'),
    hasKey: (key) => keys.has(key),
    nearestPerson: nearestOf(keys),
    membersOf: (name) => {
      const team = teams.get(name);
      if (team === undefined) return null;
      let found = members.get(name);
      if (found === undefined) {
        found = expand(team, teams);
        members.set(name, found);
      }
      return found;
    },
    nearestTeam: nearestOf(teams.keys()),
    personOf: (ref, root) => people.named(root, [ref]),
    intern: (written, provider) => {
      const ref = foldedRef(written, catalogue.get(provider) ?? {});
      const key = refKey(ref);
      const known = refs.get(key);
      if (known !== undefined) return known;
      refs.set(key, ref);
      return ref;
    },
  };
}

/** Findings within the directory: unknown members, cycles of teams, two people who are one user. */
export function directoryFindings(file: PeopleFile, directory: Directory): readonly Diagnostic[] {
  const teams = new Map(file.teams.map((team) => [team.name, team]));
  return [...unknownMembers(file, directory, teams), ...teamCycles(teams), ...sharedIdentities(file.people)];
}

function* unknownMembers(
  { teams, keys }: PeopleFile,
  directory: Directory,
  known: ReadonlyMap<string, Team>,
): Iterable<Diagnostic> {
  for (const { members } of teams) {
    for (const { kind, value, source } of members) {
      if (kind === 'team' && !known.has(value)) {
        yield errorAt(
          'team-unknown',
          source,
          `There is no team ${quote(value)}.${suggestion(directory.nearestTeam(value))}`,
        );
      } else if (kind === 'name' && !keys.has(value) && !value.includes('@')) {
        const hint = suggestion(directory.nearestPerson(value)) || ' Add it under people.';
        yield errorAt('unknown-person', source, `There is no person ${quote(value)}.${hint}`);
      }
    }
  }
}

/** A cycle of teams is told once, at the member that closes it. Without recursion: nesting has no limit. */
function* teamCycles(teams: ReadonlyMap<string, Team>): Iterable<Diagnostic> {
  const done = new Set<string>();
  for (const start of teams.values()) {
    const path: { readonly team: Team; next: number }[] = done.has(start.name)
      ? []
      : [{ team: start, next: 0 }];
    const open = new Set(path.map(({ team }) => team.name));
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const member = top.team.members[top.next];
      top.next += 1;
      if (member === undefined) {
        path.pop();
        open.delete(top.team.name);
        done.add(top.team.name);
      } else if (member.kind === 'team' && open.has(member.value)) {
        const names = path.map(({ team }) => team.name);
        const cycle = [...names.slice(names.indexOf(member.value)), member.value];
        yield errorAt(
          'team-cycle',
          member.source,
          `A team cannot contain itself: ${cycle.map(quote).join(' > ')}. Remove one of these.`,
        );
      } else if (member.kind === 'team' && !done.has(member.value)) {
        const team = teams.get(member.value);
        if (team === undefined) continue;
        path.push({ team, next: 0 });
        open.add(team.name);
      }
    }
  }
}

function* sharedIdentities(people: readonly Person[]): Iterable<Diagnostic> {
  const owners = new Map<string, Person>();
  for (const person of people) {
    for (const [system, principal] of person.principals) {
      const refs: Iterable<readonly [string | null, PrincipalRef]> =
        'kind' in principal ? [[null, principal]] : principal;
      for (const [root, ref] of refs) {
        const key = JSON.stringify([system, root, refKey(ref)]);
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, person);
        else if (owner !== person) {
          const message = `${quote(person.key)} and ${quote(owner.key)} (${lineOf(owner.source)}) are the same user of ${system}, ${quote(ref.value)}: keep one of them.`;
          yield warningAt('person-ambiguous', person.source, message);
        }
      }
    }
  }
}

function expand(start: Team, teams: ReadonlyMap<string, Team>): readonly TeamMember[] {
  const seen = new Set<string>([`team:${start.name}`]);
  const found: TeamMember[] = [];
  const waiting = [start];
  for (const team of waiting) {
    for (const member of team.members) {
      const key = `${member.kind}:${member.value}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (member.kind === 'name') found.push(member);
      const nested = member.kind === 'team' ? teams.get(member.value) : undefined;
      if (nested !== undefined) waiting.push(nested);
    }
  }
  return found;
}
