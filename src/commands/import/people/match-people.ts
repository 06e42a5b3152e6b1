import { type Person, personIn } from '../../../model/desired.js';
import type { LiveState } from '../../../model/live.js';
import { groupBy } from '../../../model/ordering.js';
import { personKey } from '../../../model/person-key.js';
import { principalAddress } from '../../../model/principal.js';
import { isSameName } from '../../../planning/blocking.js';
import { Identities } from '../../../planning/identities.js';
import { principalIn } from '../changed-emails.js';
import { type LivePeople, type LivePerson, livePeople, mailOf, type RootUser } from './live-people.js';

/** A user as people.yaml names it. */
export interface UserId {
  readonly id: string;
  readonly email: string | null;
}

/** Who a person is in one system: one user, or one by root id where they differ. */
export interface Identity {
  readonly provider: string;
  readonly is: UserId | ReadonlyMap<string, UserId>;
}

/** A person who comes into people.yaml. */
export interface NewPerson {
  readonly key: string;
  readonly name: string | null;
  readonly identities: readonly Identity[];
}

/** A person of people.yaml who is found in one more system, or in one more root of it. */
export interface FoundPerson {
  readonly person: Person;
  readonly identity: Identity;
}

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
 * Compares people.yaml with the live users: existing people stay, everybody else is added. `untouched` are the users
 * (`principalIn`) about whom something else is uncertain. Pure.
 */
export function matchPeople(
  live: LiveState,
  people: readonly Person[],
  untouched: ReadonlySet<string>,
): MatchedPeople {
  const found = livePeople(live);
  const identities = new Identities(people, live);
  const byMail = peopleByMail(people);
  const strangers: LivePerson[] = [];
  const gained: FoundPerson[] = [];
  const doubts: string[] = [];
  const notes: string[] = [];
  for (const group of found.people) {
    const { users, email } = group;
    if (users.some(({ root, user }) => untouched.has(principalIn(root.address, addressOf(user))))) continue;
    const known = users.map(({ root, user }) => identities.in(root).person(addressOf(user)));
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
        const doubt = conflictOf(person, identity, missing);
        if (doubt === null) gained.push({ person, identity });
        else doubts.push(doubt);
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

/** Why an identity cannot be added to a person who has another one there; null if it can. */
function conflictOf(person: Person, { provider }: Identity, missing: readonly RootUser[]): string | null {
  const there = missing.find(
    ({ root }) => root.provider === provider && personIn(person, { provider, rootId: root.id }) !== null,
  );
  if (there === undefined) return null;
  const { root, user } = there;
  const { file, line } = person.source;
  return `${root.address} lists user:${user.id} with an e-mail of ${person.key}, and ${file}:${line} names another user there. Nothing was written for that user: say in ${file} who is who`;
}

/**
 * Who these users are, by system. Users of one id need no root beside it, unless the id is somebody else's elsewhere, or
 * the person has other ids there already.
 */
function identitiesOf(
  users: readonly RootUser[],
  { isSeveral }: LivePeople,
  person: Person | null = null,
): readonly Identity[] {
  return [...groupBy(users, ({ root }) => root.provider)].map(([provider, own]) => {
    const [first] = own;
    const isOne = own.every(({ user }) => user.id === first.user.id) && !isSeveral(provider, first.user.id);
    if (isOne && person?.principals.has(provider) !== true)
      return { provider, is: userId(own.find(({ user }) => user.email !== null) ?? first) };
    return { provider, is: new Map(own.map((each) => [each.root.id, userId(each)])) };
  });
}

function userId({ user }: RootUser): UserId {
  return { id: user.id, email: user.email };
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
  const systems = new Map<string, readonly string[]>([
    ...people.map(({ key, principals }) => [key, [...principals.keys()]] as const),
    ...added.map(({ key, identities }) => [key, identities.map(({ provider }) => provider)] as const),
  ]);
  const alike = added.flatMap(({ key, name }, index) => {
    const own = systems.get(key) ?? [];
    const same = [...people, ...added.slice(0, index)].filter(
      (other) =>
        isSameName(other.name, name) && !own.some((provider) => systems.get(other.key)?.includes(provider)),
    );
    if (same.length === 0) return [];
    const others = same.map((other) => other.key).join(', ');
    return [
      `${key} has the same full name as ${others}, and no e-mail joins them: if that is one person, join them in people.yaml`,
    ];
  });
  const shared = sharing.map(({ email, root, ids }) => {
    const users = ids.map((id) => `user:${id}`).join(', ');
    return `${root.address} lists several users with ${email} (${users}), so this e-mail joins nobody across systems`;
  });
  return [...shared, ...alike];
}

function addressOf({ id }: RootUser['user']): string {
  return principalAddress('user', id);
}
