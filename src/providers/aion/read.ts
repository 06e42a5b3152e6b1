import type { HttpFailure } from '../../http/failure.js';
import type { ReadClient } from '../../http/request.js';
import type { LiveAssignment, LiveRoot, ReadProblem } from '../../model/live.js';
import { byCodeUnit, byKeys, groupBy } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import { isId, makeScope, type Scope, traitsOf } from '../../model/scope.js';
import { fewer } from '../list.js';
import { discoveryProblems, type ListProblem, listProblems, missingIn } from '../problems.js';
import type { Discovery, RootRequest } from '../provider.js';
import type { RoleItem } from './api.js';
import { type AionContext, readRoles, readRows, readUsers, type RowsRead } from './lists.js';
import { assignmentOf, knownRoles } from './mapping.js';
import { readPrincipals } from './principals.js';
import { aionTraits } from './traits.js';

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
  const problems = [userList, roles, ...rows].flatMap(listProblems);
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

/** The projects of an account in which one of its users holds a role: no operation lists projects (B5). */
export async function discoverProjects(
  root: Scope,
  client: ReadClient,
  context: AionContext,
): Promise<Discovery> {
  const userList = await readUsers(root, client, context);
  const reads = await Promise.all(
    userList.rows.map(({ id }) => readRows({ kind: 'user', id }, root, client, context)),
  );
  const ids = new Set(
    reads.flatMap(({ rows }) =>
      rows.flatMap(({ projectId }) => (projectId !== null && isId(projectId) ? [projectId] : [])),
    ),
  );
  const traits = traitsOf(new Map([[aionTraits.name, aionTraits]]), {
    provider: root.provider,
    kind: 'project',
  });
  return {
    scopes: [...ids]
      .sort(byCodeUnit)
      .map((id) => ({ scope: makeScope(aionTraits, traits, id, root.id), name: null })),
    problems: discoveryProblems(root, [userList, ...reads]),
  };
}

/** Whether what was read beside the rows names the scope: no operation lists projects (B5). */
function isNamed({ kind, id }: Scope, roles: readonly RoleItem[]): boolean {
  return kind !== 'project' || roles.some(({ projectId }) => projectId === id);
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
  const order = byKeys<LiveAssignment>(
    ({ principal }) => principalAddress(principal.kind, principal.id),
    ({ role }) => role,
  );
  const byProject = groupBy(
    reads.flatMap(({ principal, rows }) => rows.map((row) => ({ principal, row }))),
    ({ row }) => row.projectId,
  );
  return new Map(
    [...byProject].map(([project, held]) => [
      project,
      held.map(({ principal, row }) => assignmentOf(principal, row, catalogue, options)).sort(order),
    ]),
  );
}

function projectOf({ kind, id }: Scope): string | null {
  return kind === 'project' ? id : null;
}

/** Who holds what in a project is read in its account. Where that is not there, nothing else need be said. */
function problemsOf(
  root: Scope,
  scopes: readonly Scope[],
  found: readonly ListProblem[],
  ofRoles: HttpFailure | null,
): readonly ReadProblem[] {
  const addresses = [...new Set([root.address, ...scopes.map(({ address }) => address)])];
  if (ofRoles?.kind === 'not-found') return addresses.map((address) => missingIn(root, address, ofRoles));
  return addresses.flatMap((scope) => differing(found).map((problem) => ({ scope, ...problem })));
}

/** One of each cause, and some of those that have none in common. */
function differing(found: readonly ListProblem[]): readonly ListProblem[] {
  const ofOwn = found.filter(({ cause }) => cause == null);
  const shared = new Map(
    found.flatMap((problem) => (problem.cause == null ? [] : [[problem.cause.key, problem]])),
  );
  return [...fewer(ofOwn.map(({ message }) => message)).map((message) => ({ message })), ...shared.values()];
}
