import type { Team } from '../../config/people-file.js';
import { asciiLower, type PrincipalRef, refKey } from '../../model/principal.js';
import type { DesiredAssignment, Person } from '../../model/desired.js';
import { refsOf } from './who.js';

/** The teams from the one an entry names down to the one that lists the person. */
export type TeamChain = (assignment: DesiredAssignment) => readonly string[];

/** Follows the teams of people.yaml, which the desired state has resolved into people. */
export function teamChains(teams: readonly Team[], people: readonly Person[]): TeamChain {
  const byName = new Map(teams.map((team) => [team.name, team]));
  return (assignment) => {
    if (assignment.via === null) return [];
    const person = people.find(({ key }) => key === assignment.person) ?? null;
    return shortest(assignment.via.slice('team:'.length), byName, assignment.principal, person);
  };
}

function shortest(
  start: string,
  teams: ReadonlyMap<string, Team>,
  principal: PrincipalRef,
  person: Person | null,
): readonly string[] {
  const names = new Set([person?.key, ...(person === null ? [] : refsOf(person).map(({ value }) => value))]);
  if (principal.by === 'email') names.add(refKey(principal).slice('email:'.length));
  const waiting: (readonly string[])[] = [[start]];
  const seen = new Set([start]);
  for (const path of waiting) {
    const members = teams.get(path.at(-1) ?? '')?.members ?? [];
    const listed = members.some(
      ({ kind, value }) => kind === 'name' && (names.has(value) || names.has(asciiLower(value))),
    );
    if (listed) return path.map((name) => `team:${name}`);
    for (const { kind, value } of members) {
      if (kind !== 'team' || seen.has(value)) continue;
      seen.add(value);
      waiting.push([...path, value]);
    }
  }
  return [`team:${start}`];
}
