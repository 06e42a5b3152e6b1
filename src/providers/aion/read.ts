import type { HttpFailure } from '../../http/failure.js';
import type { ReadClient } from '../../http/request.js';
import type { LiveAssignment, LiveRoot, ReadProblem } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { credentialOf } from '../connection.js';
import type { RootRequest } from '../provider.js';
import { fewer, type ListRead, readList } from '../list.js';
import { missingIn, type Trouble, troublesOf } from '../trouble.js';
import { parseRole, type RoleItem, rolesPath } from './api.js';
import { assignmentOf, knownRoles } from './mapping.js';
import { documentedPages } from './options.js';
import { numberedPages } from './pages.js';
import { readPrincipals } from './principals.js';
import type { AionContext, RowsRead } from './rows.js';

/**
 * Reads an account: its users, its roles, and the roles of everyone (or of those named) in it and its projects. One
 * principal whose rows fail leaves every wanted scope incomplete, but the others whole. Where an earlier read knows users
 * and roles, rows alone are read, and completeness is about them.
 */
export async function readAccount(
  request: RootRequest,
  client: ReadClient,
  context: AionContext,
): Promise<LiveRoot> {
  const { root } = request;
  const [roles, { userList, rows, unverifiable, namedOnly }] = await Promise.all([
    request.known === undefined
      ? readRoles(root, client, context)
      : { rows: rolesKnown(request.known), problems: [], failure: null },
    readPrincipals(request, client, context),
  ]);
  const scopes = [...new Map(request.scopes.map((scope) => [scope.address, scope])).values()];
  const problems = [
    ...troublesOf(userList),
    ...troublesOf(roles).map((trouble) => ({
      ...trouble,
      message: `the roles of the account: ${trouble.message}`,
    })),
    ...rows.flatMap(troublesOf),
  ];
  const complete = problems.length === 0;
  const assignments = assignmentsByProject(roles.rows, rows, context);
  return {
    root,
    complete,
    users: userList.rows,
    scopes: scopes.map((scope) => ({
      scope,
      name: null,
      complete,
      seen: assignments.has(projectOf(scope)) || isNamed(scope, roles.rows),
      assignments: assignments.get(projectOf(scope)) ?? [],
      roles:
        request.known?.scopes.find(({ scope: { address } }) => address === scope.address)?.roles ??
        knownRoles(roles.rows, scope),
    })),
    wholePrincipals: new Set(
      rows
        .filter((read) => read.problems.length === 0)
        .map(({ principal: { kind, id } }) => principalAddress(kind, id)),
    ),
    namedOnly,
    unverifiable,
    inactiveIsGone: context.options.revoke === 'deactivate',
    problems: problemsOf(root, scopes, problems, roles.failure),
  };
}

/** Whether what was read beside the rows names the scope: no operation lists projects (B5). */
function isNamed({ kind, id }: Scope, roles: readonly RoleItem[]): boolean {
  return kind !== 'project' || roles.some(({ projectId }) => projectId === id);
}

function readRoles(root: Scope, client: ReadClient, { settings }: AionContext): Promise<ListRead<RoleItem>> {
  return readList(client, {
    ...numberedPages(rolesPath(root.id), documentedPages),
    credential: credentialOf(settings, root),
    rowOf: parseRole,
    identity: ({ id }) => `role ${JSON.stringify(id)}`,
  });
}

/** What an earlier read says of the account's roles. A row of one that could not be granted stays as unknown. */
function rolesKnown({ scopes }: LiveRoot): readonly RoleItem[] {
  return scopes.flatMap(({ scope: { kind }, roles }) =>
    roles
      .filter(({ blocked }) => blocked === null)
      .map(({ roleId }) => ({
        id: roleId,
        name: null,
        scope: kind === 'project' ? 'PROJECT' : 'ACCOUNT',
        projectId: null,
      })),
  );
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

/** Who holds what in a project is read in its account. Where that is not there, nothing else need be said. */
function problemsOf(
  root: Scope,
  scopes: readonly Scope[],
  troubles: readonly Trouble[],
  ofRoles: HttpFailure | null,
): readonly ReadProblem[] {
  const addresses = [...new Set([root.address, ...scopes.map(({ address }) => address)])];
  if (ofRoles?.kind === 'not-found') return addresses.map((address) => missingIn(root, address, ofRoles));
  return addresses.flatMap((scope) => differing(troubles).map((trouble) => ({ scope, ...trouble })));
}

/** One of each cause, and some of those that have none in common. */
function differing(troubles: readonly Trouble[]): readonly Trouble[] {
  const ofOwn = troubles.filter(({ cause }) => cause == null);
  const shared = new Map(
    troubles.flatMap((trouble) => (trouble.cause == null ? [] : [[trouble.cause.key, trouble]])),
  );
  return [...fewer(ofOwn.map(({ message }) => message)).map((message) => ({ message })), ...shared.values()];
}
