import type { Team } from '../../config/people-file.js';
import type { Person } from '../../model/desired.js';
import type { SourceLocation } from '../../model/diagnostic.js';
import { refKey, userRef } from '../../model/principal.js';
import { refsOf } from '../explain/who.js';

/** A line of people.yaml that puts somebody into a team. */
export interface Membership {
  readonly team: string;
  readonly source: SourceLocation;
}

/** Where teams list a person, by key or by an e-mail of theirs. A plain name that is no key is an id in any system. */
export function membershipsOf(person: Person, teams: readonly Team[]): readonly Membership[] {
  const refs = new Set(refsOf(person).map(refKey));
  const isOfPerson = (name: string): boolean => {
    const ref = name.includes('@') ? userRef(name) : null;
    return name === person.key || (ref !== null && refs.has(refKey(ref)));
  };
  return teams.flatMap(({ name, members }) =>
    members
      .filter(({ kind, value }) => kind === 'name' && isOfPerson(value))
      .map(({ source }) => ({ team: name, source })),
  );
}
