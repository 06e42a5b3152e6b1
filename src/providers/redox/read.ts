import type { LiveAssignment, LiveRoot, LiveScope, LiveUser, ReadProblem } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { makeScope, type Scope } from '../../model/scope.js';
import type { ListRead } from '../list.js';
import { discoveryProblems, listProblems, missingIn } from '../problems.js';
import type { Discovery, RereadRequest, RootRequest } from '../provider.js';
import type { Membership, RedoxContext, RedoxReads } from './api.js';
import { readEnvironments, readMembers, readMemberships } from './api.js';
import { indexRoles, knownRoles, type RoleIndex } from './roles.js';
import { environmentTraits, redoxTraits } from './traits.js';

type Memberships = ListRead<Membership>;

/**
 * Reads an organization's list, where its users are, and that of each wanted environment: one GET a list where the
 * API does not page.
 */
export async function readOrganization(
  { root, scopes }: RootRequest,
  context: RedoxReads,
): Promise<LiveRoot> {
  const [members, environments] = await Promise.all([
    readMembers(root, context),
    readEnvironmentLists(scopes, context),
  ]);
  const isWanted = scopes.some(({ address }) => address === root.address);
  return liveRoot({ root, isWanted, members, environments, users: sortedUsers(members.rows) }, context);
}

/** Reads the lists of the wanted scopes alone: the organization's users are known, and roles are spelled as before. */
export async function rereadOrganization(
  { known, scopes }: RereadRequest,
  context: RedoxReads,
): Promise<LiveRoot> {
  const { root } = known;
  const isWanted = scopes.some(({ address }) => address === root.address);
  const [members, environments] = await Promise.all([
    isWanted ? readMembers(root, context) : null,
    readEnvironmentLists(scopes, context),
  ]);
  const users = members === null ? known.users : sortedUsers(members.rows);
  const live = liveRoot({ root, isWanted, members, environments, users }, context);
  return { ...live, scopes: live.scopes.map((scope) => spelledAs(scope, known)) };
}

interface EnvironmentRead {
  readonly scope: Scope;
  readonly read: Memberships;
}

async function readEnvironmentLists(
  scopes: readonly Scope[],
  context: RedoxReads,
): Promise<readonly EnvironmentRead[]> {
  const wanted = [...new Map(scopes.map((scope) => [scope.address, scope])).values()];
  const environments = wanted.filter(({ kind }) => kind === 'environment');
  return Promise.all(
    environments.map(async (scope) => ({
      scope,
      read: await readMemberships(scope, 'environment', context),
    })),
  );
}

interface OrganizationRead {
  readonly root: Scope;
  /** Whether the organization's own assignments are wanted. */
  readonly isWanted: boolean;
  /** Null where its list was not read. */
  readonly members: Memberships | null;
  readonly environments: readonly EnvironmentRead[];
  readonly users: readonly LiveUser[];
}

function liveRoot(
  { root, isWanted, members, environments, users }: OrganizationRead,
  { options }: RedoxContext,
): LiveRoot {
  const rootComplete = members === null || members.problems.length === 0;
  const whole = environments.filter(({ read }) => read.problems.length === 0);
  const siblings = rolesOf(whole.flatMap(({ read }) => read.rows));
  const ofRoot =
    isWanted && members !== null
      ? [
          liveScope(root, members, {
            complete: rootComplete,
            confirmed: members.total !== null,
            roles: knownRoles(rolesOf(members.rows), rolesByOption(options.roles.organization), new Map()),
          }),
        ]
      : [];
  const ofEnvironments = environments.map(({ scope, read }) =>
    liveScope(scope, read, {
      complete: rootComplete && read.problems.length === 0,
      confirmed: members !== null && members.total !== null && read.total !== null,
      roles: knownRoles(rolesOf(read.rows), rolesByOption(options.roles.environment), siblings),
    }),
  );
  const listed = new Set(users.map(({ id }) => id));
  return {
    root,
    complete: rootComplete,
    users,
    outsiders: sortedUsers(
      environments.flatMap(({ read }) => read.rows.filter(({ user }) => !listed.has(user.id))),
    ),
    scopes: [...ofRoot, ...ofEnvironments],
    wholePrincipals: null,
    namedOnly: false,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: problemsOf(root, members, environments),
  };
}

/** The environments of an organization, as far as the API lists them (R7). */
export async function discoverEnvironments(root: Scope, context: RedoxReads): Promise<Discovery> {
  const read = await readEnvironments(root, context);
  return {
    scopes: read.rows
      .map(({ id, name }) => ({ scope: makeScope(redoxTraits, environmentTraits, id, root.id), name }))
      .sort(byKeys(({ scope }) => scope.address)),
    problems: discoveryProblems(root, [read]),
  };
}

function liveScope(
  scope: Scope,
  { rows }: Memberships,
  facts: Pick<LiveScope, 'complete' | 'confirmed' | 'roles'>,
): LiveScope {
  return {
    scope,
    name: rows.find(({ name }) => name !== null)?.name ?? null,
    ...facts,
    assignments: rows.map(assignmentOf).sort(byKeys(({ principal }) => principal.id)),
  };
}

/** A row's assignment. Redox knows no status. */
function assignmentOf({ user, role }: Membership): LiveAssignment {
  return {
    principal: { kind: 'user', id: user.id },
    role: role.name,
    roleId: role.id,
    status: 'active',
    keep: null,
  };
}

/** The users of the rows. Those of environments know neither last login nor second factor (R3). */
function sortedUsers(rows: readonly Membership[]): readonly LiveUser[] {
  const users = rows.map(({ user: { id, email, fullname, lastLogin, verified2fa } }): LiveUser => {
    return { id, email, name: fullname, lastLogin, twoFactor: verified2fa };
  });
  return [...new Map(users.map((user) => [user.id, user])).values()].sort(byKeys(({ id }) => id));
}

function rolesOf(rows: readonly Membership[]): RoleIndex {
  return indexRoles(rows.map(({ role }) => role));
}

function rolesByOption(idsByName: ReadonlyMap<string, string>): RoleIndex {
  return indexRoles([...idsByName].map(([name, id]) => ({ name, id })));
}

/** Spells roles as an earlier read did: a role that nobody held then is not spelled as the API does in a plan. */
function spelledAs(scope: LiveScope, known: LiveRoot): LiveScope {
  const before = known.scopes.find(({ scope: { address } }) => address === scope.scope.address);
  if (before === undefined) return scope;
  const spellings = new Map(before.roles.map(({ role }) => [role.toLowerCase(), role]));
  const exact = new Set(before.assignments.map(({ role }) => role));
  return {
    ...scope,
    assignments: scope.assignments.map((assignment) => {
      const { role } = assignment;
      return exact.has(role)
        ? assignment
        : { ...assignment, role: spellings.get(role.toLowerCase()) ?? role };
    }),
    roles: before.roles,
  };
}

/**
 * The problems of every scope. Who an environment's users are is read in its organization, so that a problem there is
 * one of each environment too; where the organization does not exist, nothing else need be said of them.
 */
function problemsOf(
  root: Scope,
  members: Memberships | null,
  environments: readonly EnvironmentRead[],
): readonly ReadProblem[] {
  const rootMissing = members?.failure?.kind === 'not-found';
  return [
    ...(members === null
      ? []
      : [root, ...environments.map(({ scope }) => scope)].flatMap((scope) =>
          problemsIn(scope, members, root),
        )),
    ...(rootMissing ? [] : environments.flatMap(({ scope, read }) => problemsIn(scope, read, scope))),
  ];
}

/** What the list `of` one scope means for another. */
function problemsIn({ address }: Scope, read: Memberships, of: Scope): readonly ReadProblem[] {
  if (read.failure?.kind === 'not-found') return [missingIn(of, address, read.failure)];
  return listProblems(read).map((problem) => ({ scope: address, ...problem }));
}
