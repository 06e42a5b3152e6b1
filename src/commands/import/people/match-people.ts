import type { DesiredScope, DesiredState, Person } from '../../../model/desired.js';
import type { LiveState } from '../../../model/live.js';
import { byCodeUnit, groupBy } from '../../../model/ordering.js';
import { personKey } from '../../../model/person-key.js';
import { type PrincipalRef, principalAddress } from '../../../model/principal.js';
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
 * Compares people.yaml, as the files have it, with the live users: existing people stay, everybody else is added.
 * `untouched` are the users (`principalIn`) about whom something else is uncertain. Pure.
 */
export function matchPeople(
  live: LiveState,
  { people, scopes }: DesiredState,
  untouched: ReadonlySet<string>,
): MatchedPeople {
  const found = livePeople(live);
  const context: MatchContext = {
    found,
    unread: unreadRoots(scopes, live),
    knownAs: knownPeople(live, people, found),
    byMail: peopleByMail(people),
    unreadByName: unreadPeople(people, live),
  };
  const matches = found.people
    .filter(
      ({ users }) =>
        !users.some((each) => untouched.has(principalIn(each.root.address, addressOf(each.user)))),
    )
    .map((group) => matchOf(group, context));
  const added = withKeys(
    matches.flatMap(({ strangers }) => strangers),
    people,
    found,
  );
  const more = matches.flatMap((match) => match.found);
  return {
    added,
    found: more.filter((each) => typeof each !== 'string'),
    notes: [...matches.flatMap(({ notes }) => notes), ...notesOn(added, people, found)],
    doubts: more.filter((each) => typeof each === 'string'),
  };
}

interface MatchContext {
  readonly found: LivePeople;
  /** Ids of roots that files name and that were not read whole, by system. */
  readonly unread: ReadonlyMap<string, readonly string[]>;
  /** The person of people.yaml behind each user. */
  readonly knownAs: ReadonlyMap<RootUser, Person | null>;
  readonly byMail: ReadonlyMap<string, Person | null>;
  /** People of whose systems none was read, and of whom ids alone are known, by their full name. */
  readonly unreadByName: ReadonlyMap<string, readonly Person[]>;
}

/** What people.yaml lacks of the users who are one person. */
interface Match {
  readonly strangers: readonly LivePerson[];
  /** Further identities of a person, or why they cannot be added. */
  readonly found: readonly (FoundPerson | string)[];
  readonly notes: readonly string[];
}

function matchOf(group: LivePerson, context: MatchContext): Match {
  const { found, unread, knownAs, byMail, unreadByName } = context;
  const { users, email } = group;
  const persons = [...new Set(users.flatMap((each) => knownAs.get(each) ?? []))];
  const [person = email === null ? null : (byMail.get(email) ?? null), ...others] = persons;
  const [first, ...more] = users.filter((each) => (knownAs.get(each) ?? null) === null);
  const keys = persons.map(({ key }) => key).sort(byCodeUnit);
  const notes =
    others.length === 0
      ? []
      : [`${keys.join(', ')} have one e-mail: if that is one person, join them in people.yaml`];
  if (first === undefined) return { strangers: [], found: [], notes };
  if (person === null) {
    const [same] = unreadByName.get(nameKey(nameOf(users))) ?? [];
    if (same === undefined) return { strangers: [group], found: [], notes };
    return { strangers: [], found: [notRead(first, same)], notes };
  }
  if (others.length > 0) return { strangers: [{ users: [first, ...more], email: null }], found: [], notes };
  const missing = [first, ...more];
  const identities = identitiesOf(missing, found, person).map((identity) => {
    const { provider } = identity;
    const there = users.filter((each) => each.root.provider === provider && knownAs.get(each) === person);
    return foundPerson(person, identity, missing, there, unread.get(provider) ?? []);
  });
  return { strangers: [], found: identities, notes };
}

/** Without their e-mails nothing tells whether the users of a system that was not read are those of another. */
function unreadPeople(people: readonly Person[], live: LiveState): MatchContext['unreadByName'] {
  const read = new Set([...live.values()].map(({ root }) => root.provider));
  const unread = people.filter(({ principals }) => ![...principals.keys()].some((name) => read.has(name)));
  return groupBy(
    unread.filter((person) => {
      const refs = refsOf(person);
      return nameKey(person.name) !== '' && refs.length > 0 && refs.every(({ by }) => by === 'id');
    }),
    ({ name }) => nameKey(name),
  );
}

function refsOf({ principals }: Person): readonly PrincipalRef[] {
  return [...principals.values()].flatMap((each) => ('kind' in each ? [each] : [...each.values()]));
}

function notRead({ root, user }: RootUser, { key, principals, source }: Person): string {
  const systems = [...principals.keys()].join(', ');
  return `${root.address} lists user:${user.id} with the full name of ${key} (${source.file}:${source.line}), and ${systems} was not read, so no e-mail tells whether that is one person. Nothing was written for that user: import all systems in one run`;
}

function nameKey(name: string | null): string {
  return name?.trim().toLowerCase() ?? '';
}

/** The people of people.yaml by the e-mails that it gives them; null: several have one. */
function peopleByMail(people: readonly Person[]): ReadonlyMap<string, Person | null> {
  const owners = new Map<string, Person | null>();
  for (const person of people) {
    for (const { by, value } of refsOf(person)) {
      if (by !== 'email') continue;
      const owner = owners.get(value);
      owners.set(value, owner === undefined || owner === person ? person : null);
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
    .toSorted((a, b) => byCodeUnit(a.key, b.key));
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
  const named = groupBy([...known, ...more], ({ name }) => nameKey(name));
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
