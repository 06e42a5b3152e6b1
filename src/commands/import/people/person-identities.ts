import { type Person, personIn } from '../../../model/desired.js';
import { byCodeUnit, groupBy } from '../../../model/ordering.js';
import type { LivePeople, RootUser } from './live-people.js';

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
  /** Whether it takes the place of one id for all roots, which it includes. */
  readonly isWhole: boolean;
}

/**
 * Who these users are, by system. Users of one id need no root beside it, unless the id is somebody else's elsewhere, or
 * the person has other ids there already.
 */
export function identitiesOf(
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

/**
 * A person with an identity more. One id for all roots becomes one by root where another root has another: `there` are the
 * users of the system who are the person already, and `unread` the ids of roots in which the id stays as it is. Why it
 * cannot be added, where people.yaml says something else.
 */
export function foundPerson(
  person: Person,
  identity: Identity,
  missing: readonly RootUser[],
  there: readonly RootUser[],
  unread: readonly string[],
): FoundPerson | string {
  const { provider, is } = identity;
  const conflict = missing.find(
    ({ root }) => root.provider === provider && personIn(person, { provider, rootId: root.id }) !== null,
  );
  if (conflict === undefined) return { person, identity, isWhole: false };
  const written = person.principals.get(provider);
  const isId = written !== undefined && 'kind' in written && written.by === 'id';
  if (isId && there.length > 0 && !('id' in is)) {
    const kept = unread.map((id) => [id, { id: written.value, email: null }] as const);
    const all = new Map([...kept, ...there.map((each) => [each.root.id, userId(each)] as const), ...is]);
    return {
      person,
      identity: { provider, is: new Map([...all].sort(([a], [b]) => byCodeUnit(a, b))) },
      isWhole: true,
    };
  }
  const { root, user } = conflict;
  const { file, line } = person.source;
  return `${root.address} lists user:${user.id} with an e-mail of ${person.key}, and ${file}:${line} names another user there. Nothing was written for that user: say in ${file} who is who`;
}
