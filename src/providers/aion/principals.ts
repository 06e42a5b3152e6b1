import { principalAddress, type PrincipalId } from '../../model/principal.js';
import type { LiveUser } from '../../model/live.js';
import { byCodeUnit } from '../../model/ordering.js';
import type { Scope } from '../../model/scope.js';
import type { ListRead } from '../list.js';
import { FEW_OTHERS, namedUsers } from '../named-users.js';
import type { RereadRequest, RootRequest } from '../provider.js';
import { type AionContext, type AionReads, readRows, readUsers, type RowsRead } from './lists.js';

/** The users of an account, and the rows of the principals that were wanted. */
export interface PrincipalsRead {
  readonly userList: ListRead<LiveUser>;
  readonly rows: readonly RowsRead[];
  readonly unverifiable: ReadonlySet<string>;
  /** Users whom the files do not name were left out. */
  readonly namedOnly: boolean;
}

/** Reads the users, then the rows of everyone or of those named, and of the named groups. */
export async function readPrincipals(request: RootRequest, context: AionReads): Promise<PrincipalsRead> {
  const { root, named } = request;
  const userList = await readUsers(root, context);
  const users = usersToRead(request, userList.rows, context);
  const groups = readableGroups(
    groupIds(named.map(({ kind, value: id }) => ({ kind, id }))),
    userList,
    context,
  );
  return readAllRows(root, userList, users, groups, context);
}

/** Reads the rows of these principals, as far as they could be read before. */
export async function rereadPrincipals(
  { known, principals }: RereadRequest,
  context: AionReads,
): Promise<PrincipalsRead> {
  const userList = { rows: known.users, total: null, problems: [], failure: null };
  const ids = new Set(principals.filter(({ kind }) => kind === 'user').map(({ id }) => id));
  const users = known.users.filter(({ id }) => ids.has(id));
  const groups = readableGroups(groupIds(principals), userList, context);
  const isUnreadable = (id: string): boolean => known.unverifiable.has(principalAddress('group', id));
  return readAllRows(
    known.root,
    userList,
    users,
    {
      read: groups.read.filter((id) => !isUnreadable(id)),
      unverifiable: [...groups.unverifiable, ...groups.read.filter(isUnreadable)],
    },
    context,
  );
}

async function readAllRows(
  root: Scope,
  userList: ListRead<LiveUser>,
  users: readonly LiveUser[],
  groups: ReadableGroups,
  context: AionReads,
): Promise<PrincipalsRead> {
  const [userRows, groupRows] = await Promise.all([
    Promise.all(users.map(({ id }) => readRows({ kind: 'user', id }, root, context))),
    Promise.all(groups.read.map((id) => readRows({ kind: 'group', id }, root, context))),
  ]);
  const unknown = groupRows.filter(({ failure }) => failure?.kind === 'not-found');
  const unverifiable = [...groups.unverifiable, ...unknown.map(({ principal }) => principal.id)];
  return {
    userList,
    rows: [...userRows, ...groupRows.filter((read) => !unknown.includes(read))],
    unverifiable: new Set(unverifiable.map((id) => principalAddress('group', id))),
    namedOnly: users.length < userList.rows.length,
  };
}

/** Each user's roles cost a request: only who matters is read where nothing is pruned, and everyone where they are few. */
function usersToRead(
  { named, everyone }: RootRequest,
  users: readonly LiveUser[],
  { options }: AionContext,
): readonly LiveUser[] {
  if (everyone || options.readUsers === 'all') return users;
  const chosen = namedUsers(users, named);
  const few = users.length - chosen.length <= FEW_OTHERS;
  return few && options.readUsers === 'auto' ? users : chosen;
}

interface ReadableGroups {
  readonly read: readonly string[];
  readonly unverifiable: readonly string[];
}

/**
 * No operation reads a group's roles (B2.5). A user's may, with the group's id, unless a user has that id: without the
 * whole list of users nobody can tell, and the group is neither read nor written blindly.
 */
function readableGroups(
  ids: readonly string[],
  { rows: users, problems }: ListRead<LiveUser>,
  { options }: AionContext,
): ReadableGroups {
  if (options.groups === 'write-only') return { read: [], unverifiable: ids };
  if (problems.length > 0) return { read: [], unverifiable: [] };
  const userIds = new Set(users.map(({ id }) => id));
  return { read: ids.filter((id) => !userIds.has(id)), unverifiable: ids.filter((id) => userIds.has(id)) };
}

function groupIds(principals: readonly PrincipalId[]): readonly string[] {
  const ids = principals.filter(({ kind }) => kind === 'group').map(({ id }) => id);
  return [...new Set(ids)].sort(byCodeUnit);
}
