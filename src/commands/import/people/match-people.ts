import type { DesiredScope, DesiredState, Person } from '../../../model/desired.js';
import type { LiveState } from '../../../model/live.js';
import { groupBy } from '../../../model/ordering.js';
import { personKey } from '../../../model/person-key.js';
import { principalAddress } from '../../../model/principal.js';
import { Identities } from '../../../planning/identities.js';
import { principalIn } from '../changed-emails.js';
import { type LivePeople, type LivePerson, livePeople, mailOf, type RootUser } from './live-people.js';
import { foundPerson, type FoundPerson, identitiesOf, type NewPerson } from './person-identities.js';

/** The difference between people.yaml and the live users. */
export interface MatchedPeople {
  /** Sorted by key. */
  readonly added: readonly NewPerson[];
  readonly found: readonly FoundPerson[];
  readonly notes: readonly string[];
  /** Who cannot be named without a guess. */
  readonly doubts: readonly string[];
}

/**
 * Compares people.yaml, as the files have it, with the live users: existing people stay, everybody else is added. `untouched` are the users
 * (`principalIn`) about whom something else is uncertain. Pure.
 */
export function matchPeople(
  live: LiveState,
  { people, scopes }: DesiredState,
  untouched: ReadonlySet<string>,
): MatchedPeople {
  const found = livePeople(live);
  const unread = unreadRoots(scopes, live);
  const knownAs = knownPeople(live, people, found);
  const byMail = peopleByMail(people);
  const strangers: LivePerson[] = [];
  const gained: FoundPerson[] = [];
  const doubts: string[] = [];
  const notes: string[] = [];
  for (const group of found.people) {
    const { users, email } = group;
    if (users.some(({ root, user }) => untouched.has(principalIn(root.address, addressOf(user))))) continue;
    const known = users.map((each) => knownAs.get(each) ?? null);
    const persons = [...new Set(known.filter((each) => each !== null))];
    const [person = email === null ? null : (byMail.get(email) ?? null), ...more] = persons;
    const missing = users.filter((_, index) => known[index] === null);
    if (more.length > 0)
      notes.push(
        `${persons
          .map(({ key }) => key)
          .sort()
          .join(', ')} have one e-mail: if that is one person, join them in people.yaml`,
      );
    const [first, ...others] = missing;
    if (first === undefined) continue;
    if (person === null) strangers.push(group);
    else if (more.length > 0) strangers.push({ users: [first, ...others], email: null });
    else
      for (const identity of identitiesOf(missing, found, person)) {
        const there = users.filter(
          (each, index) => each.root.provider === identity.provider && known[index] === person,
        );
        const more = foundPerson(person, identity, missing, there, unread.get(identity.provider) ?? []);
        if (typeof more === 'string') doubts.push(more);
        else gained.push(more);
      }
  }
  const added = withKeys(strangers, people, found);
  return { added, found: gained, notes: [...notes, ...notesOn(added, people, found)], doubts };
}

/** The people of people.yaml by the e-mails that it gives them; null: several have one. */
function peopleByMail(people: readonly Person[]): ReadonlyMap<string, Person | null> {
  const owners = new Map<string, Person | null>();
  for (const person of people) {
    for (const principal of person.principals.values()) {
      for (const { by, value } of 'kind' in principal ? [principal] : principal.values()) {
        if (by !== 'email') continue;
        const owner = owners.get(value);
        owners.set(value, owner === undefined || owner === person ? person : null);
      }
    }
  }
  return owners;
}

/** The ids of the roots that files name and that were not read whole, by system. */
function unreadRoots(
  scopes: readonly DesiredScope[],
  live: LiveState,
): ReadonlyMap<string, readonly string[]> {
  const unread = scopes
    .map(({ scope }) => scope)
    .filter(({ rootAddress }) => live.get(rootAddress)?.complete !== true);
  const groups = groupBy(unread, ({ provider }) => provider);
  return new Map([...groups].map(([provider, own]) => [provider, own.map(({ rootId }) => rootId)]));
}

/** The person of people.yaml behind each user. Root by root, since the index of one root at a time is kept. */
function knownPeople(
  live: LiveState,
  people: readonly Person[],
  found: LivePeople,
): ReadonlyMap<RootUser, Person | null> {
  const identities = new Identities(people, live);
  const users = groupBy(
    found.people.flatMap((group) => group.users),
    ({ root }) => root.address,
  );
  return new Map(
    [...users.values()].flatMap((own) =>
      own.map((each) => [each, identities.in(each.root).person(addressOf(each.user))] as const),
    ),
  );
}

function withKeys(
  strangers: readonly LivePerson[],
  people: readonly Person[],
  found: LivePeople,
): readonly NewPerson[] {
  const taken = new Set(people.map(({ key }) => key.toLowerCase()));
  return strangers
    .map(({ users, email }): NewPerson => {
      const name = nameOf(users);
      const [{ user }] = users;
      const isTaken = (key: string): boolean => taken.has(key);
      const key = personKey({ name, email: email ?? mailOf(user), id: user.id }, isTaken);
      taken.add(key);
      return { key, name, identities: identitiesOf(users, found) };
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function nameOf(users: readonly RootUser[]): string | null {
  return users.map(({ user }) => user.name?.trim() ?? '').find((name) => name !== '') ?? null;
}

function notesOn(
  added: readonly NewPerson[],
  people: readonly Person[],
  { sharing }: LivePeople,
): readonly string[] {
  const shared = sharing.map(({ email, root, ids }) => {
    const users = ids.map((id) => `user:${id}`).join(', ');
    return `${root.address} lists several users with ${email} (${users}), so this e-mail joins nobody across systems`;
  });
  return [...shared, ...alikeNotes(added, people)];
}

/** New people with the name of somebody else who is in none of their systems. */
function alikeNotes(added: readonly NewPerson[], people: readonly Person[]): readonly string[] {
  const known = people.map(({ key, name, principals }) => ({ key, name, systems: [...principals.keys()] }));
  const more = added.map(({ key, name, identities }) => {
    return { key, name, systems: identities.map(({ provider }) => provider) };
  });
  const isNew = new Set(added.map(({ key }) => key));
  const named = groupBy([...known, ...more], ({ name }) => name?.trim().toLowerCase() ?? '');
  return [...named].flatMap(([name, all]) =>
    all.flatMap(({ key, systems }, index) => {
      const before = all.slice(0, index).filter((each) => !each.systems.some((one) => systems.includes(one)));
      if (name === '' || before.length === 0 || !isNew.has(key)) return [];
      const others = before.map((each) => each.key).join(', ');
      return [
        `${key} has the same full name as ${others}, and no e-mail joins them: if that is one person, join them in people.yaml`,
      ];
    }),
  );
}

function addressOf({ id }: RootUser['user']): string {
  return principalAddress('user', id);
}
