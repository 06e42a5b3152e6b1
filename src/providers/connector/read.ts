import { HttpFailure } from '../../http/failure.js';
import type { LiveRoot, LiveScope, LiveUser, ReadProblem } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { principalAddress, type PrincipalId } from '../../model/principal.js';
import { isId, makeScope, type Scope } from '../../model/scope.js';
import { credentialName } from '../../model/settings.js';
import { idOf, shown, textOf } from '../fields.js';
import type { ListRead } from '../list.js';
import { discoveryProblems, listProblems, missingIn } from '../problems.js';
import type { Discovery, RootRequest } from '../provider.js';
import { type ConnectorReads, kindOf, readPath, readRows, scopeVariables } from './context.js';
import { type FixedRoles, readFixedRoles } from './fixed-roles.js';
import { assignmentsOf, directFirst, listedTwice, severalRoles } from './holdings.js';
import { readPeople, whoseRows } from './people.js';
import { unmetRequirement } from './requirements.js';
import { type ConnectorRole, knownRoles, onlyRole, readRoles } from './roles.js';
import { type Holder, readHolders } from './rows.js';
import { pathText, valueAt } from './values.js';

/** Reads a root: its people, and the holders of roles in every wanted scope. */
export async function readRoot(request: RootRequest, context: ConnectorReads): Promise<LiveRoot> {
  const { root } = request;
  const scopes = [...new Map(request.scopes.map((scope) => [scope.address, scope])).values()];
  const unmet = await unmetRequirement(root, context);
  const people = unmet === null ? await readPeople(root, context) : null;
  // Where another list has everybody, nothing is left out of what was read.
  const isPerPerson = scopes.every((scope) =>
    kindOf(context, scope).assignments.every((spec) => spec.for === 'person'),
  );
  const wanted = isPerPerson ? request : { ...request, everyone: true };
  const { principals, namedOnly } = whoseRows(wanted, people?.rows ?? [], context);
  const all = unmet === null ? await readScopes(root, scopes, principals, context) : [];
  const peopleIds = people === null ? null : new Set(people.rows.map(({ id }) => id));
  const reads = peopleIds === null ? all : all.map((read) => withoutNestedRoles(read, peopleIds));
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
    wholePrincipals:
      isPerPerson && namedOnly ? new Set(principals.map(({ kind, id }) => principalAddress(kind, id))) : null,
    namedOnly: isPerPerson && namedOnly,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: problemsOf(root, scopes, unmet ?? people, reads),
  };
}

/** Leaves out holders whom the list of people lacks and whose id is a role's: a group in a group, which is nobody. */
function withoutNestedRoles(read: ScopeRead, people: ReadonlySet<string>): ScopeRead {
  const roles = new Set(read.roles.rows.map(({ value }) => String(value)));
  const rows = read.holders.rows.filter(({ person }) => people.has(person) || !roles.has(person));
  return { ...read, holders: { ...read.holders, rows } };
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
            if (id === null || !isId(id))
              return `no id of ${traits.kind} stands at ${pathText(list.id)}: ${shown(row)}`;
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

interface ScopeRead {
  readonly scope: Scope;
  readonly name: string | null;
  readonly roles: ListRead<ConnectorRole>;
  readonly holders: ListRead<Holder>;
  readonly fixedRoles: FixedRoles['roles'];
}

async function readScopes(
  root: Scope,
  scopes: readonly Scope[],
  principals: readonly PrincipalId[],
  context: ConnectorReads,
): Promise<readonly ScopeRead[]> {
  const kinds = new Set(scopes.map(({ kind }) => kind));
  const fixed = new Map([...kinds].map((kind) => [kind, readFixedRoles(root, kind, context)]));
  return await Promise.all(
    scopes.map(async (scope) => {
      const [read, { problems = [], failure = null, roles = new Map() } = {}] = await Promise.all([
        readScope(scope, principals, context),
        fixed.get(scope.kind),
      ]);
      const holders = {
        ...read.holders,
        problems: [...read.holders.problems, ...problems],
        failure: read.holders.failure ?? failure,
      };
      return { ...read, holders, fixedRoles: roles };
    }),
  );
}

async function readScope(
  scope: Scope,
  principals: readonly PrincipalId[],
  context: ConnectorReads,
): Promise<Omit<ScopeRead, 'fixedRoles'>> {
  const kind = kindOf(context, scope);
  const roles = await readRoles(scope, context);
  const reads = await Promise.all(
    kind.assignments.flatMap((spec) => {
      const only = spec.role === undefined && spec.for !== 'role' ? onlyRole(kind.roles) : undefined;
      const source = { scope, spec, roles: roles.rows, role: only };
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
  const failures = reads.flatMap((read) => read.failure ?? []);
  const isGone = failures.length === reads.length && failures.every((each) => each.kind === 'not-found');
  // That one of many lists is not there says nothing about the scope.
  const failure = (isGone ? failures : failures.filter((each) => each.kind !== 'not-found'))[0] ?? null;
  const total = reads.every((read) => read.total !== null) ? rows.length : null;
  const name = await nameOf(scope, context);
  return { scope, name, roles, holders: { rows, total, problems, failure } };
}

/** The name of a scope, which is nothing but a label: null where it cannot be read. */
async function nameOf(scope: Scope, context: ConnectorReads): Promise<string | null> {
  const { name } = kindOf(context, scope);
  if (name === undefined) return null;
  const path = readPath(name.get, scopeVariables(context, scope));
  if (typeof path !== 'string') return null;
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
  const { name, roles, holders, fixedRoles } = read;
  return {
    scope,
    name,
    complete: rootComplete && roles.problems.length === 0 && holders.problems.length === 0,
    confirmed: holders.total !== null,
    assignments: assignmentsOf(holders.rows, roles.rows),
    roles: knownRoles(roles.rows),
    ...(fixedRoles.size === 0 ? {} : { fixedRoles }),
  };
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
