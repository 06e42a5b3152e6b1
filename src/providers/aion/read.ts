import type { ReadClient } from '../../http/request.js';
import type { LiveAssignment, LiveRoot, ReadProblem } from '../../model/live.js';
import { byCodeUnit, byKeys } from '../../model/ordering.js';
import { type PrincipalRef, principalAddress } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { credentialOf } from '../connection.js';
import type { RootRequest } from '../provider.js';
import { fewer } from '../row-collector.js';
import { parseRole, type RoleItem, rolesPath, type UserList } from './api.js';
import { assignmentOf, knownRoles } from './mapping.js';
import { documentedPages } from './options.js';
import { type PagedRead, readPages } from './paging.js';
import { type AionContext, readRows, type RowsRead } from './rows.js';
import { namedUsers, readUsers } from './users.js';

/**
 * Reads an account: its users, its roles, and the roles of everyone (or of those named) in it and its projects. One
 * principal whose rows fail leaves every wanted scope incomplete, but the others whole.
 */
export async function readAccount(
  request: RootRequest,
  client: ReadClient,
  context: AionContext,
): Promise<LiveRoot> {
  const { root } = request;
  const [roles, { userList, rows, unverifiable }] = await Promise.all([
    readRoles(root, client, context),
    readPrincipals(request, client, context),
  ]);
  const scopes = [...new Map(request.scopes.map((scope) => [scope.address, scope])).values()];
  const problems = [
    ...userList.problems,
    ...roles.problems.map((problem) => `the roles of the account: ${problem}`),
    ...fewer(rows.flatMap((read) => read.problems)),
  ];
  const complete = problems.length === 0;
  const assignments = assignmentsByProject(roles.rows, rows, context);
  return {
    root,
    complete,
    users: userList.users,
    scopes: scopes.map((scope) => ({
      scope,
      name: null,
      complete,
      assignments: assignments.get(projectOf(scope)) ?? [],
      roles: knownRoles(roles.rows, scope),
    })),
    wholePrincipals: new Set(
      rows
        .filter((read) => read.problems.length === 0)
        .map(({ principal: { kind, id } }) => principalAddress(kind, id)),
    ),
    namedOnly: !request.everyone,
    unverifiable,
    inactiveIsGone: context.options.revoke === 'deactivate',
    problems: [
      ...problems.map((message) => ({ scope: root.address, message })),
      ...(complete ? [] : touched(scopes)),
    ],
  };
}

function readRoles(root: Scope, client: ReadClient, { settings }: AionContext): Promise<PagedRead<RoleItem>> {
  return readPages(client, {
    path: rolesPath(root.id),
    credential: credentialOf(settings, root),
    parameters: documentedPages,
    parse: parseRole,
    identity: ({ id }) => `role ${JSON.stringify(id)}`,
  });
}

interface PrincipalsRead {
  readonly userList: UserList;
  readonly rows: readonly RowsRead[];
  readonly unverifiable: ReadonlySet<string>;
}

async function readPrincipals(
  { root, named, everyone }: RootRequest,
  client: ReadClient,
  context: AionContext,
): Promise<PrincipalsRead> {
  const userList = await readUsers(root, client, context);
  const users = everyone ? userList.users : namedUsers(userList.users, named);
  const groups = readableGroups(named, userList, context);
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
  };
}

/**
 * No operation reads a group's roles (B2.5). A user's may, with the group's id, unless a user has that id: without the
 * whole list of users nobody can tell, and the group is neither read nor written blindly.
 */
function readableGroups(
  named: readonly PrincipalRef[],
  { users, problems }: UserList,
  { options }: AionContext,
): { readonly read: readonly string[]; readonly unverifiable: readonly string[] } {
  const ids = [...new Set(named.filter(({ kind }) => kind === 'group').map(({ value }) => value))].sort(
    byCodeUnit,
  );
  if (options.groups === 'write-only') return { read: [], unverifiable: ids };
  if (problems.length > 0) return { read: [], unverifiable: [] };
  const userIds = new Set(users.map(({ id }) => id));
  return { read: ids.filter((id) => !userIds.has(id)), unverifiable: ids.filter((id) => userIds.has(id)) };
}

/** All that was read, by the project it is held in; null stands for the account itself. */
function assignmentsByProject(
  roles: readonly RoleItem[],
  reads: readonly RowsRead[],
  { options }: AionContext,
): ReadonlyMap<string | null, readonly LiveAssignment[]> {
  const catalogue = new Map(roles.map((role) => [role.id, role]));
  const byProject = new Map<string | null, LiveAssignment[]>();
  for (const { principal, rows } of reads) {
    for (const row of rows) {
      const held = byProject.get(row.projectId);
      const assignment = assignmentOf(principal, row, catalogue, options);
      if (held === undefined) byProject.set(row.projectId, [assignment]);
      else held.push(assignment);
    }
  }
  const order = byKeys<LiveAssignment>(
    ({ principal }) => principalAddress(principal.kind, principal.id),
    ({ role }) => role,
  );
  for (const held of byProject.values()) held.sort(order);
  return byProject;
}

function projectOf({ kind, id }: Scope): string | null {
  return kind === 'project' ? id : null;
}

function touched(scopes: readonly Scope[]): readonly ReadProblem[] {
  return scopes
    .filter(({ address, rootAddress }) => address !== rootAddress)
    .map(({ address, rootAddress }) => ({
      scope: address,
      message: `who holds what in a project is read in ${rootAddress}, which could not be read whole`,
    }));
}
