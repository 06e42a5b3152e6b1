import type { ReadClient } from '../../http/request.js';
import type { LiveRoot, LiveScope, LiveUser, ReadProblem } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import type { Scope } from '../../model/scope.js';
import type { ProviderSettings } from '../../model/settings.js';
import { credentialOf } from '../connection.js';
import type { RootRequest } from '../provider.js';
import { type Membership, parseMembership, type RedoxKind, roleAssignmentPath } from './api.js';
import { type ListRead, readList } from './list.js';
import { assignmentOf, userOf } from './mapping.js';
import type { RedoxOptions } from './options.js';
import { indexRoles, knownRoles, mergeIndexes, type RoleIndex } from './roles.js';

/** What reading and writing need to know beside the request. */
export interface RedoxContext {
  readonly settings: ProviderSettings;
  readonly options: RedoxOptions;
}

/**
 * Reads an organization's list, where its users are, and that of each wanted environment: one GET a list where the
 * API does not page.
 */
export async function readOrganization(
  { root, scopes }: RootRequest,
  client: ReadClient,
  context: RedoxContext,
): Promise<LiveRoot> {
  const environments = [...new Map(scopes.map((scope) => [scope.address, scope])).values()].filter(
    ({ kind }) => kind === 'environment',
  );
  const [organizationRead, environmentReads] = await Promise.all([
    readMemberships(client, root, 'organization', context).then(refuseEmpty),
    Promise.all(environments.map((scope) => readMemberships(client, scope, 'environment', context))),
  ]);
  const members = sortedUsers(organizationRead.rows);
  const memberIds = new Set(members.map(({ id }) => id));
  const rootComplete = organizationRead.problems.length === 0;
  const siblings = mergeIndexes(
    environmentReads.filter(({ problems }) => problems.length === 0).map(rolesOf),
  );
  const { organization, environment } = context.options.roles;
  const rootScopes = scopes.some(({ address }) => address === root.address)
    ? [liveScope(root, organizationRead, rootComplete, indexMap(organization), new Map())]
    : [];
  const environmentScopes = environments.map((scope, index) => {
    const read = environmentReads[index] ?? { rows: [], problems: [] };
    return liveScope(
      scope,
      read,
      rootComplete && read.problems.length === 0,
      indexMap(environment),
      siblings,
    );
  });
  return {
    root,
    complete: rootComplete,
    users: members,
    outsiders: sortedUsers(
      environmentReads.flatMap(({ rows }) => rows).filter(({ user }) => !memberIds.has(user.id)),
    ),
    scopes: [...rootScopes, ...environmentScopes],
    wholePrincipals: null,
    namedOnly: false,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: [
      ...problemsOf(root, organizationRead),
      ...environments.flatMap((scope, index) => [
        ...problemsOf(scope, environmentReads[index] ?? { rows: [], problems: [] }),
        ...(rootComplete ? [] : [unknownUsers(scope)]),
      ]),
    ],
  };
}

function readMemberships(
  client: ReadClient,
  scope: Scope,
  kind: RedoxKind,
  { settings, options }: RedoxContext,
): Promise<ListRead<Membership>> {
  return readList(client, {
    baseUrl: settings.url,
    path: roleAssignmentPath(kind, scope.id, options),
    credential: credentialOf(settings, scope),
    key: 'memberships',
    parse: (row) => parseMembership(row, kind, scope.id),
    identity: ({ user }) => `user ${JSON.stringify(user.id)}`,
  });
}

/** An organization keeps at least one owner (R9): a list without rows is no answer to believe. */
function refuseEmpty(read: ListRead<Membership>): ListRead<Membership> {
  if (read.rows.length > 0 || read.problems.length > 0) return read;
  return { rows: [], problems: ['the API lists no members, and an organization has at least one owner'] };
}

function liveScope(
  scope: Scope,
  read: ListRead<Membership>,
  complete: boolean,
  mapped: RoleIndex,
  siblings: RoleIndex,
): LiveScope {
  return {
    scope,
    name: read.rows.find(({ name }) => name !== null)?.name ?? null,
    complete,
    assignments: read.rows.map(assignmentOf).sort(byKeys(({ principal }) => principal.id)),
    roles: knownRoles(rolesOf(read), mapped, siblings),
  };
}

function rolesOf({ rows }: ListRead<Membership>): RoleIndex {
  return indexRoles(rows.map(({ role }) => role));
}

function indexMap(idsByName: ReadonlyMap<string, string>): RoleIndex {
  return indexRoles([...idsByName].map(([name, id]) => ({ name, id })));
}

function sortedUsers(rows: readonly Membership[]): readonly LiveUser[] {
  const users = new Map(rows.map((row) => [row.user.id, userOf(row)]));
  return [...users.values()].sort(byKeys(({ id }) => id));
}

function problemsOf({ address }: Scope, read: ListRead<Membership>): readonly ReadProblem[] {
  return read.problems.map((message) => ({ scope: address, message }));
}

function unknownUsers({ address, rootAddress }: Scope): ReadProblem {
  return {
    scope: address,
    message: `who the users are is read in ${rootAddress}, which could not be read whole`,
  };
}
