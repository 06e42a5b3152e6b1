import { HttpFailure } from '../../http/failure.js';
import type { LiveAssignment, LiveRoot, LiveScope, LiveUser, ReadProblem } from '../../model/live.js';
import { byKeys, groupBy } from '../../model/ordering.js';
import { asciiLower, type PrincipalId } from '../../model/principal.js';
import { makeScope, type Scope } from '../../model/scope.js';
import { credentialName } from '../../model/settings.js';
import { emailOf, idOf, shown, textOf } from '../fields.js';
import type { ListRead } from '../list.js';
import { discoveryProblems, listProblems, missingIn } from '../problems.js';
import type { Discovery, RootRequest } from '../provider.js';
import { type ConnectorReads, kindOf, personId, readRows, scopeVariables } from './context.js';
import type { PeopleList } from './connector.js';
import { unmetRequirement } from './requirements.js';
import { type ConnectorRole, knownRoles, readRoles } from './roles.js';
import { type Holder, readHolders } from './rows.js';
import { expandUrl } from './templates.js';
import { holds, pathText, valueAt } from './values.js';

/** Reads a root: its people, and the holders of roles in every wanted scope. */
export async function readRoot(request: RootRequest, context: ConnectorReads): Promise<LiveRoot> {
  const { root } = request;
  const scopes = [...new Map(request.scopes.map((scope) => [scope.address, scope])).values()];
  const unmet = await unmetRequirement(root, context);
  const people = unmet === null ? await readPeople(root, context) : null;
  const principals = principalsOf(request, people?.rows ?? [], context);
  const reads =
    unmet === null
      ? await Promise.all(scopes.map(async (scope) => await readScope(scope, principals, context)))
      : [];
  const users = people?.rows ?? holdersOf(reads);
  const listed = new Set(users.map(({ id }) => id));
  const peopleProblems = people?.problems ?? (unmet === null ? [] : unmet.problems);
  const byAddress = new Map(reads.map((read) => [read.scope.address, read]));
  const complete = peopleProblems.length === 0;
  return {
    root,
    complete,
    users,
    outsiders: holdersOf(reads).filter(({ id }) => !listed.has(id)),
    scopes: scopes.map((scope) => liveScope(scope, byAddress.get(scope.address) ?? null, complete)),
    wholePrincipals: null,
    namedOnly: false,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: problemsOf(root, scopes, unmet ?? people, reads),
  };
}

/** The scopes of a root that the API can list. */
export async function discoverScopes(root: Scope, context: ConnectorReads): Promise<Discovery> {
  const lists = await Promise.all(
    context.traits.scopes.map(async (traits) => {
      const { list } = kindOf(context, traits);
      if (list === undefined || traits.rootKind === null) return null;
      return {
        traits,
        read: await readRows(context, root, list, {
          variables: scopeVariables(context, root),
          rowOf: (row) => {
            const id = idOf(valueAt(row, list.id));
            if (id === null) return `no id of ${traits.kind} stands at ${pathText(list.id)}: ${shown(row)}`;
            return { id, name: list.name === undefined ? null : textOf(valueAt(row, list.name)) };
          },
          identity: ({ id }) => `${traits.kind} ${JSON.stringify(id)}`,
        }),
      };
    }),
  );
  const read = lists.filter((each) => each !== null);
  return {
    scopes: read
      .flatMap(({ traits, read: { rows } }) =>
        rows.map(({ id, name }) => ({ scope: makeScope(context.traits, traits, id, root.id), name })),
      )
      .sort(byKeys(({ scope }) => scope.address)),
    problems: discoveryProblems(
      root,
      read.map((each) => each.read),
    ),
  };
}

/** The people of a root; null where the connector lists none, and anybody may hold a role. */
async function readPeople(root: Scope, context: ConnectorReads): Promise<ListRead<LiveUser> | null> {
  const list = context.connector.people?.list;
  if (list === undefined) return null;
  const read = await readRows(context, root, list, {
    variables: scopeVariables(context, root),
    rowOf: (row) => userOf(row, list, context),
    identity: ({ id }) => `the person ${shown(id)}`,
  });
  const problem = 'the API lists no people';
  const problems = read.rows.length === 0 && read.problems.length === 0 ? [problem] : read.problems;
  return { ...read, problems, rows: read.rows.toSorted(byKeys(({ id }) => id)) };
}

function userOf(row: unknown, list: PeopleList, context: ConnectorReads): LiveUser | string {
  const found = personId(context, row, list.id);
  if (typeof found === 'string') return found;
  const twoFactor = list.twoFactor === undefined ? null : holds(list.twoFactor, row);
  return {
    id: found.id,
    email: list.email === undefined ? null : emailOf(valueAt(row, list.email)),
    name: list.name === undefined ? null : textOf(valueAt(row, list.name)),
    lastLogin: list.lastLogin === undefined ? null : textOf(valueAt(row, list.lastLogin)),
    twoFactor: typeof twoFactor === 'string' ? null : twoFactor,
  };
}

/** Whose rows are read where they are read person by person: of everyone, and of those whom the files name by id. */
function principalsOf(
  { named }: RootRequest,
  users: readonly LiveUser[],
  { connector }: ConnectorReads,
): readonly PrincipalId[] {
  const idOfRef = (value: string): string =>
    connector.people?.ignoreCase === true ? asciiLower(value) : value;
  const known = users.map(({ id }) => id);
  const further =
    connector.people?.list === undefined
      ? named.filter(({ by, kind }) => by === 'id' && kind === 'user').map(({ value }) => idOfRef(value))
      : [];
  return [...new Set([...known, ...further])].sort().map((id) => ({ kind: 'user', id }));
}

interface ScopeRead {
  readonly scope: Scope;
  readonly name: string | null;
  readonly roles: ListRead<ConnectorRole>;
  readonly holders: ListRead<Holder>;
}

async function readScope(
  scope: Scope,
  principals: readonly PrincipalId[],
  context: ConnectorReads,
): Promise<ScopeRead> {
  const kind = kindOf(context, scope);
  const roles = await readRoles(scope, context);
  const reads = await Promise.all(
    kind.assignments.flatMap((spec) => {
      const source = { scope, spec, roles: roles.rows };
      if (spec.for === 'role') return roles.rows.map((role) => readHolders({ ...source, role }, context));
      if (spec.for === 'person')
        return principals.map((person) => readHolders({ ...source, person }, context));
      return [readHolders(source, context)];
    }),
  );
  const held = reads
    .flatMap((read) => read.rows)
    .filter(({ scopeId }) => scopeId === null || scopeId === scope.id);
  const rows = kind.exclusive === true ? directFirst(held) : held;
  const problems = [
    ...reads.flatMap((read) => [...read.problems, ...listedTwice(read.rows)]),
    ...(kind.exclusive === true ? severalRoles(rows) : []),
  ];
  const failure = reads.find((read) => read.failure !== null)?.failure ?? null;
  const total = reads.every((read) => read.total !== null) ? rows.length : null;
  const name = await nameOf(scope, context);
  return { scope, name, roles, holders: { rows, total, problems, failure } };
}

/** Rows that one list repeats: its pages shifted while they were read, or it is not what the connector takes it for. */
function listedTwice(rows: readonly Holder[]): readonly string[] {
  const seen = new Set<string>();
  const keys = rows.map(({ person, role, scopeId }) => JSON.stringify([person, role, scopeId]));
  const twice = rows.find((_, index) => seen.size === seen.add(keys[index] ?? '').size);
  return twice === undefined
    ? []
    : [`${shown(twice.person)} is listed twice with the role ${shown(twice.role)}`];
}

/** Where one role is the most, a direct one stands for what is inherited beside it. */
function directFirst(rows: readonly Holder[]): readonly Holder[] {
  const direct = new Set(rows.filter(({ inherited }) => !inherited).map(({ person }) => person));
  return rows.filter(({ inherited, person }) => !inherited || !direct.has(person));
}

/** People with several roles where one is the most: the API does not do what the connector says. */
function severalRoles(rows: readonly Holder[]): readonly string[] {
  const roles = groupBy(
    rows.filter(({ inherited }) => !inherited),
    ({ person }) => person,
  );
  return [...roles]
    .filter(([, own]) => new Set(own.map(({ role }) => role)).size > 1)
    .map(([person]) => `${shown(person)} holds several roles, and the connector says that one is the most`)
    .slice(0, 1);
}

/** The name of a scope, which is nothing but a label: null where it cannot be read. */
async function nameOf(scope: Scope, context: ConnectorReads): Promise<string | null> {
  const { name } = kindOf(context, scope);
  if (name === undefined) return null;
  const path = expandUrl(name.get, scopeVariables(context, scope));
  try {
    const { body } = await context.client.get({
      method: 'GET',
      path,
      credential: credentialName(context.settings, scope),
    });
    return textOf(valueAt(body, name.at));
  } catch (error) {
    if (error instanceof HttpFailure && error.kind !== 'interrupted') return null;
    throw error;
  }
}

function liveScope(scope: Scope, read: ScopeRead | null, rootComplete: boolean): LiveScope {
  if (read === null) return { scope, name: null, complete: false, assignments: [], roles: [] };
  const { name, roles, holders } = read;
  return {
    scope,
    name,
    complete: rootComplete && roles.problems.length === 0 && holders.problems.length === 0,
    confirmed: holders.total !== null,
    assignments: assignmentsOf(holders.rows, roles.rows),
    roles: knownRoles(roles.rows),
  };
}

/** One assignment for each person and role, however many lists have it. A direct one says more than an inherited one. */
function assignmentsOf(
  holders: readonly Holder[],
  roles: readonly ConnectorRole[],
): readonly LiveAssignment[] {
  const system = new Set(roles.filter((role) => role.system).map(({ role }) => role));
  const rows = new Map<string, LiveAssignment>();
  for (const { person, role, value, inherited, known } of holders) {
    const key = JSON.stringify([person, role]);
    if (rows.has(key) && inherited) continue;
    const keep = inherited ? 'inherited' : system.has(role) ? 'system-role' : known ? null : 'unknown-role';
    const principal = { kind: 'user', id: person } as const;
    rows.set(key, { principal, role, roleId: String(value), status: 'active', keep });
  }
  return [...rows.values()].sort(
    byKeys(
      ({ principal }) => principal.id,
      ({ role }) => role,
    ),
  );
}

/** Everybody who holds a role in what was read: where the API lists no people, these are who is known. */
function holdersOf(reads: readonly ScopeRead[]): readonly LiveUser[] {
  const found = new Map<string, LiveUser>();
  for (const { person, email, name } of reads.flatMap(({ holders }) => holders.rows)) {
    const known = found.get(person);
    found.set(person, {
      id: person,
      email: known?.email ?? email,
      name: known?.name ?? name,
      lastLogin: null,
      twoFactor: null,
    });
  }
  return [...found.values()].sort(byKeys(({ id }) => id));
}

function problemsOf(
  root: Scope,
  scopes: readonly Scope[],
  shared: { readonly problems: readonly string[]; readonly failure: HttpFailure | null } | null,
  reads: readonly ScopeRead[],
): readonly ReadProblem[] {
  const ofRoot =
    shared === null ? [] : [root, ...scopes].flatMap(({ address }) => told(root, address, shared));
  const ofScopes = reads.flatMap(({ scope, roles, holders }) =>
    [roles, holders].flatMap((read) => told(scope, scope.address, read)),
  );
  const all = [...ofRoot, ...ofScopes];
  return [
    ...new Map(all.map((problem) => [JSON.stringify([problem.scope, problem.message]), problem])).values(),
  ];
}

function told(
  of: Scope,
  address: string,
  read: { readonly problems: readonly string[]; readonly failure: HttpFailure | null },
): readonly ReadProblem[] {
  if (read.problems.length > 0 && read.failure?.kind === 'not-found')
    return [missingIn(of, address, read.failure)];
  return listProblems(read).map((problem) => ({ scope: address, ...problem }));
}
