import type { HttpFailure } from '../../http/failure.js';
import type { LiveAssignment, LiveRoot, ReadProblem } from '../../model/live.js';
import { byCodeUnit, byKeys, groupBy } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import { makeScope, type Scope } from '../../model/scope.js';
import { fewer, type ListRead } from '../list.js';
import { discoveryProblems, type ListProblem, listProblems, missingIn } from '../problems.js';
import type { Discovery, RereadRequest, RootRequest } from '../provider.js';
import type { RoleItem } from './api.js';
import { type AionContext, type AionReads, readRoles, readRows, readUsers, type RowsRead } from './lists.js';
import { assignmentOf, knownRoles } from './mapping.js';
import { type PrincipalsRead, readPrincipals, rereadPrincipals } from './principals.js';
import { aionTraits, projectTraits } from './traits.js';

/**
 * Reads an account: its users, its roles, and the roles of everyone (or of those named) in it and its projects. One
 * principal whose rows fail leaves every wanted scope incomplete, but the others whole.
 */
export async function readAccount(request: RootRequest, context: AionReads): Promise<LiveRoot> {
  const { root, scopes } = request;
  const [roles, principals] = await Promise.all([readRoles(root, context), readPrincipals(request, context)]);
  return liveRoot({ root, scopes, roles, principals }, context);
}

/** Reads the rows of some principals alone: users and roles are known. */
export async function rereadAccount(request: RereadRequest, context: AionReads): Promise<LiveRoot> {
  const { known, scopes } = request;
  const roles = { rows: rolesKnown(known), total: null, problems: [], failure: null };
  const principals = await rereadPrincipals(request, context);
  const live = liveRoot({ root: known.root, scopes, roles, principals }, context);
  const rolesBefore = new Map(known.scopes.map((scope) => [scope.scope.address, scope.roles]));
  return {
    ...live,
    scopes: live.scopes.map((scope) => ({
      ...scope,
      roles: rolesBefore.get(scope.scope.address) ?? scope.roles,
    })),
  };
}

interface AccountRead {
  readonly root: Scope;
  /** The scopes whose assignments are wanted. */
  readonly scopes: readonly Scope[];
  readonly roles: ListRead<RoleItem>;
  readonly principals: PrincipalsRead;
}

function liveRoot({ root, scopes, roles, principals }: AccountRead, context: AionContext): LiveRoot {
  const { userList, rows, unverifiable, namedOnly } = principals;
  const wanted = [...new Map(scopes.map((scope) => [scope.address, scope])).values()];
  const problems = [userList, roles, ...rows].flatMap(listProblems);
  const complete = problems.length === 0;
  const assignments = assignmentsByProject(roles.rows, rows, context);
  return {
    root,
    complete,
    users: userList.rows,
    scopes: wanted.map((scope) => ({
      scope,
      name: null,
      complete,
      confirmed: [userList, roles, ...rows].every(({ total }) => total !== null),
      seen: assignments.has(projectOf(scope)) || isNamed(scope, roles.rows),
      assignments: assignments.get(projectOf(scope)) ?? [],
      roles: knownRoles(roles.rows, scope),
    })),
    wholePrincipals: new Set(
      rows
        .filter((read) => read.problems.length === 0)
        .map(({ principal: { kind, id } }) => principalAddress(kind, id)),
    ),
    namedOnly,
    unverifiable,
    inactiveIsGone: context.options.revoke === 'deactivate',
    problems: problemsOf(root, wanted, problems, roles.failure),
  };
}

/** The projects of an account in which one of its users holds a role: no operation lists projects (B5). */
export async function discoverProjects(root: Scope, context: AionReads): Promise<Discovery> {
  const userList = await readUsers(root, context);
  const reads = await Promise.all(
    userList.rows.map(({ id }) => readRows({ kind: 'user', id }, root, context)),
  );
  const projects = reads.flatMap(({ rows }) => rows.map(({ projectId }) => projectId));
  const ids = new Set(projects.filter((id) => id !== null));
  return {
    scopes: [...ids]
      .sort(byCodeUnit)
      .map((id) => ({ scope: makeScope(aionTraits, projectTraits, id, root.id), name: null })),
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
