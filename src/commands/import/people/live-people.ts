import type { LiveRoot, LiveState, LiveUser } from '../../../model/live.js';
import { byKeys, groupBy } from '../../../model/ordering.js';
import type { Scope } from '../../../model/scope.js';
import { isSameName } from '../../../planning/blocking.js';

/** A user as one organization or account lists it. */
export interface RootUser {
  readonly root: Scope;
  readonly user: LiveUser;
}

/** The users that are one person. */
export interface LivePerson {
  /** Sorted by root; at most one of each. */
  readonly users: readonly [RootUser, ...RootUser[]];
  /** The e-mail that joins them; null if they have none, or share theirs with others of their root. */
  readonly email: string | null;
}

/** The people behind the users of all roots, and what keeps e-mails from telling them apart. */
export interface LivePeople {
  /** Sorted by their first user's root and id. */
  readonly people: readonly LivePerson[];
  /** The users who share an e-mail with others of their root. */
  readonly sharing: readonly {
    readonly email: string;
    readonly root: Scope;
    readonly ids: readonly string[];
  }[];
  /** Whether an id is several people's in a system. */
  readonly isSeveral: (provider: string, id: string) => boolean;
}

/**
 * The people behind the users of all roots that were read whole. Users are one person where they have one e-mail, which
 * nobody else of their root has, or one id in one system and nothing that contradicts it. Pure.
 */
export function livePeople(live: LiveState): LivePeople {
  const users = [...live.values()]
    .filter(({ complete }) => complete)
    .flatMap(usersOf)
    .toSorted(byRootAndId);
  const groups = new UserGroups(users);
  const sharing = sharedMails(users);
  const shared = new Set(sharing.map(({ email }) => email));
  for (const [email, [first, ...more]] of groupBy(users, ({ user }) => mailOf(user))) {
    if (email !== null && !shared.has(email)) for (const other of more) groups.join(first, other);
  }
  for (const same of groupBy(users, ({ root, user }) => systemId(root.provider, user.id)).values()) {
    const [first, ...more] = same;
    if (!contradict(same.map(({ user }) => user))) for (const other of more) groups.join(first, other);
  }
  const people = groups.all().map((group): LivePerson => {
    const mails = group.map(({ user }) => mailOf(user)).filter((mail) => mail !== null);
    return { users: group, email: mails.find((mail) => !shared.has(mail)) ?? null };
  });
  const owners = groupBy(
    people.flatMap((person) => person.users.map(({ root, user }) => ({ person, root, user }))),
    ({ root, user }) => systemId(root.provider, user.id),
  );
  return {
    people,
    sharing,
    isSeveral: (provider, id) =>
      new Set(owners.get(systemId(provider, id))?.map(({ person }) => person)).size > 1,
  };
}

function systemId(provider: string, id: string): string {
  return JSON.stringify([provider, id]);
}

function sharedMails(users: readonly RootUser[]): LivePeople['sharing'] {
  const groups = groupBy(users, ({ root, user }) => JSON.stringify([root.address, mailOf(user)]));
  return [...groups.values()].flatMap((group) => {
    const [{ root, user }] = group;
    const email = mailOf(user);
    return email === null || group.length < 2
      ? []
      : [{ email, root, ids: group.map((each) => each.user.id) }];
  });
}

/** An e-mail that can be one person's. */
export function mailOf({ email }: LiveUser): string | null {
  return email?.includes('@') === true ? email : null;
}

/** The users that a root lists, and those that hold something in it without being listed. */
function usersOf({ root, users, outsiders = [] }: LiveRoot): readonly RootUser[] {
  const byId = new Map([...outsiders, ...users].map((user) => [user.id, user]));
  return [...byId.values()].map((user) => ({ root, user }));
}

const byRootAndId = byKeys<RootUser>(
  ({ root }) => root.address,
  ({ user }) => user.id,
);

/** Whether users of one id may be several people: their e-mails differ, or one has none and their names differ. */
function contradict(users: readonly LiveUser[]): boolean {
  const mails = new Set(users.map(mailOf));
  const names = users.flatMap(({ name }) => name ?? []);
  const [first = null] = names;
  if (!mails.has(null)) return mails.size > 1;
  return mails.size > 2 || names.some((name) => !isSameName(name, first));
}

/** Users in groups that grow, each with at most one user of a root. */
class UserGroups {
  readonly #groupOf: Map<RootUser, LivePerson['users']>;

  constructor(users: readonly RootUser[]) {
    this.#groupOf = new Map(users.map((each) => [each, [each]]));
  }

  /** Makes one group of two, unless a root would have two users in it. */
  join(one: RootUser, other: RootUser): void {
    const [a, b] = [this.#groupOf.get(one) ?? [one], this.#groupOf.get(other) ?? [other]];
    const [first, ...more] = [...a, ...b].toSorted(byRootAndId);
    if (a === b || first === undefined) return;
    const joined: LivePerson['users'] = [first, ...more];
    if (new Set(joined.map(({ root }) => root.address)).size < joined.length) return;
    for (const each of joined) this.#groupOf.set(each, joined);
  }

  /** In the order of the first user of each. */
  all(): readonly LivePerson['users'][] {
    return [...new Set(this.#groupOf.values())];
  }
}
