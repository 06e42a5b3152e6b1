import type { ReadClient } from '../../http/request.js';
import type { KnownRole, LiveRoot, LiveScope, LiveUser, ReadProblem } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import type { Scope } from '../../model/scope.js';
import type { ProviderSettings } from '../../model/settings.js';
import { credentialOf } from '../connection.js';
import { type ListRead, readList } from '../list.js';
import type { RootRequest } from '../provider.js';
import { missingIn, troublesOf } from '../trouble.js';
import { type Membership, parseMembership, type RedoxKind, roleAssignmentPath } from './api.js';
import { assignmentOf, userOf } from './mapping.js';
import type { RedoxOptions } from './options.js';
import { redoxPage } from './pages.js';
import { indexRoles, knownRoles, mergeIndexes, type RoleIndex } from './roles.js';
import { spelledAs } from './spelling.js';

/** What reading and writing need to know beside the request. */
export interface RedoxContext {
  readonly settings: ProviderSettings;
  readonly options: RedoxOptions;
}

/**
 * Reads an organization's list, where its users are, and that of each wanted environment: one GET a list where the
 * API does not page. Where an earlier read knows the users, the organization is read only if it is wanted itself.
 */
export async function readOrganization(
  { root, scopes, known }: RootRequest,
  client: ReadClient,
  context: RedoxContext,
): Promise<LiveRoot> {
  const wanted = [...new Map(scopes.map((scope) => [scope.address, scope])).values()];
  const environments = wanted.filter(({ kind }) => kind === 'environment');
  const rootWanted = wanted.some(({ address }) => address === root.address);
  const [organizationRead, environmentReads] = await Promise.all([
    rootWanted || known === undefined ? readMembers(root, client, context) : null,
    Promise.all(environments.map((scope) => readMemberships(client, scope, 'environment', context))),
  ]);
  const users = organizationRead === null ? (known?.users ?? []) : sortedUsers(organizationRead.rows);
  const rootComplete = organizationRead === null || organizationRead.problems.length === 0;
  const siblings = mergeIndexes(
    environmentReads.filter(({ problems }) => problems.length === 0).map(rolesOf),
  );
  const { organization, environment } = context.options.roles;
  const liveScopes = [
    ...(rootWanted && organizationRead !== null
      ? [
          liveScope(
            root,
            organizationRead,
            rootComplete,
            knownRoles(rolesOf(organizationRead), indexMap(organization), new Map()),
          ),
        ]
      : []),
    ...environmentReads.map((read, index) => {
      const complete = rootComplete && read.problems.length === 0;
      const roles = knownRoles(rolesOf(read), indexMap(environment), siblings);
      return liveScope(environments[index] ?? root, read, complete, roles);
    }),
  ];
  const listed = new Set(users.map(({ id }) => id));
  // An organization that is not there says enough of its environments.
  const ownReads = organizationRead?.failure?.kind === 'not-found' ? [] : environmentReads;
  return {
    root,
    complete: rootComplete,
    users,
    outsiders: sortedUsers(
      environmentReads.flatMap(({ rows }) => rows.filter(({ user }) => !listed.has(user.id))),
    ),
    scopes: known === undefined ? liveScopes : liveScopes.map((scope) => spelledAs(scope, known)),
    wholePrincipals: null,
    namedOnly: false,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: [
      // Who an environment's users are is read in its organization.
      ...[root, ...environments].flatMap((scope) => problemsOf(scope, organizationRead, root)),
      ...environments.flatMap((scope, index) => problemsOf(scope, ownReads[index] ?? null, scope)),
    ],
  };
}

/** An organization keeps at least one owner (R9): a list without rows is no answer to believe. */
async function readMembers(
  root: Scope,
  client: ReadClient,
  context: RedoxContext,
): Promise<ListRead<Membership>> {
  const read = await readMemberships(client, root, 'organization', context);
  if (read.rows.length > 0 || read.problems.length > 0) return read;
  const problem = 'the API lists no members, and an organization has at least one owner';
  return { rows: [], problems: [problem], failure: null };
}

function readMemberships(
  client: ReadClient,
  scope: Scope,
  kind: RedoxKind,
  { settings, options }: RedoxContext,
): Promise<ListRead<Membership>> {
  return readList(client, {
    path: roleAssignmentPath(kind, scope.id, options),
    credential: credentialOf(settings, scope),
    pageOf: (response, at) => redoxPage(response, at, { baseUrl: settings.url, key: 'memberships' }),
    rowOf: (row) => parseMembership(row, kind, scope.id),
    identity: ({ user }) => `user ${JSON.stringify(user.id)}`,
  });
}

function liveScope(
  scope: Scope,
  { rows }: ListRead<Membership>,
  complete: boolean,
  roles: readonly KnownRole[],
): LiveScope {
  return {
    scope,
    name: rows.find(({ name }) => name !== null)?.name ?? null,
    complete,
    assignments: rows.map(assignmentOf).sort(byKeys(({ principal }) => principal.id)),
    roles,
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

/** What the read of one scope means for another. */
function problemsOf(
  { address }: Scope,
  read: ListRead<Membership> | null,
  of: Scope,
): readonly ReadProblem[] {
  if (read === null) return [];
  if (read.failure?.kind === 'not-found') return [missingIn(of, address, read.failure)];
  return troublesOf(read).map((trouble) => ({ scope: address, ...trouble }));
}
