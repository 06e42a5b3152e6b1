import type { ReadClient } from '../../http/request.js';
import { asciiLower } from '../../model/ascii.js';
import type { LiveRoot, LiveUser } from '../../model/live.js';
import { byCodeUnit } from '../../model/ordering.js';
import { type PrincipalRef, principalAddress } from '../../model/principal.js';
import type { RootRequest } from '../provider.js';
import type { ListRead } from '../list.js';
import { type AionContext, readRows, readUsers, type RowsRead } from './lists.js';

/** The users of an account, and the rows of the principals that were wanted. */
export interface PrincipalsRead {
  readonly userList: ListRead<LiveUser>;
  readonly rows: readonly RowsRead[];
  readonly unverifiable: ReadonlySet<string>;
  /** Users whom the files do not name were left out. */
  readonly namedOnly: boolean;
}

/** Where nothing is pruned, so many users beyond those named are read all the same, so that unlisted roles are seen. */
const fewOthers = 25;

/** Reads the users, then the rows of everyone or of those named, and of the named groups. */
export async function readPrincipals(
  request: RootRequest,
  client: ReadClient,
  context: AionContext,
): Promise<PrincipalsRead> {
  const { root, named, known } = request;
  const userList =
    known === undefined
      ? await readUsers(root, client, context)
      : { rows: known.users, problems: [], failure: null };
  const users = usersToRead(request, userList.rows, context);
  const groups = readableGroups(named, userList, known, context);
  const [userRows, groupRows] = await Promise.all([
    Promise.all(users.map(({ id }) => readRows({ kind: 'user', id }, root, client, context))),
    Promise.all(groups.read.map((id) => readRows({ kind: 'group', id }, root, client, context))),
  ]);
  const unknown = groupRows.filter(({ failure }) => failure?.kind === 'not-found');
  return {
    userList,
    rows: [...userRows, ...groupRows.filter((read) => !unknown.includes(read))],
    unverifiable: new Set(
      [...groups.unverifiable, ...unknown.map(({ principal }) => principal.id)].map((id) =>
        principalAddress('group', id),
      ),
    ),
    namedOnly: users.length < userList.rows.length,
  };
}

/** Each user's roles cost a request: only who matters is read where nothing is pruned, and everyone where they are few. */
function usersToRead(
  { named, everyone, known }: RootRequest,
  users: readonly LiveUser[],
  { options }: AionContext,
): readonly LiveUser[] {
  if (everyone || (known === undefined && options.readUsers === 'all')) return users;
  const chosen = namedUsers(users, named);
  const few = users.length - chosen.length <= fewOthers;
  return few && known === undefined && options.readUsers === 'auto' ? users : chosen;
}

/**
 * No operation reads a group's roles (B2.5). A user's may, with the group's id, unless a user has that id: without the
 * whole list of users nobody can tell, and the group is neither read nor written blindly.
 */
function readableGroups(
  named: readonly PrincipalRef[],
  { rows: users, problems }: ListRead<LiveUser>,
  known: LiveRoot | undefined,
  { options }: AionContext,
): { readonly read: readonly string[]; readonly unverifiable: readonly string[] } {
  const ids = [...new Set(named.filter(({ kind }) => kind === 'group').map(({ value }) => value))].sort(
    byCodeUnit,
  );
  if (options.groups === 'write-only') return { read: [], unverifiable: ids };
  if (problems.length > 0) return { read: [], unverifiable: [] };
  const userIds = new Set(users.map(({ id }) => id));
  const unreadable = (id: string): boolean =>
    userIds.has(id) || known?.unverifiable.has(principalAddress('group', id)) === true;
  return { read: ids.filter((id) => !unreadable(id)), unverifiable: ids.filter(unreadable) };
}

/** The listed users that the files name, each once. An e-mail that fits two names neither. */
function namedUsers(users: readonly LiveUser[], named: readonly PrincipalRef[]): readonly LiveUser[] {
  const ids = new Set(users.map(({ id }) => id));
  const idsByEmail = new Map<string, string | null>();
  for (const { id, email } of users) {
    if (email !== null) idsByEmail.set(email, idsByEmail.has(email) ? null : id);
  }
  const wanted = new Set<string>();
  for (const { kind, by, value } of named) {
    const id = by === 'email' ? (idsByEmail.get(asciiLower(value)) ?? null) : value;
    if (kind === 'user' && id !== null && ids.has(id)) wanted.add(id);
  }
  return users.filter(({ id }) => wanted.has(id));
}
