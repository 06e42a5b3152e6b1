import { HttpFailure } from '../../http/failure.js';
import type { LiveRoot, LiveScope, LiveUser, ReadProblem } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { principalAddress, type PrincipalId } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { credentialName } from '../../model/settings.js';
import { textOf, shown } from '../fields.js';
import type { ListRead } from '../list.js';
import { listProblems, missingIn } from '../problems.js';
import type { RereadRequest, RootRequest } from '../provider.js';
import type { Assignments } from './connector.js';
import { type ConnectorReads, kindOf, readPath, scopeVariables } from './context.js';
import { arePeopleOf, areRolesOf, missingSign } from './existence.js';
import { type FixedRoles, readFixedRoles } from './fixed-roles.js';
import { assignmentsOf, directFirst, highestOf, listedTwice, severalRoles } from './holdings.js';
import { type Known, knownOf, knownPeople, rolesBefore } from './known.js';
import { readPeople, whoseRows } from './people.js';
import { replacesRoles } from './requests.js';
import { unmetRequirement } from './requirements.js';
import { directRoles } from './role-list.js';
import { type ConnectorRole, knownRoles, readRoles, roleOfList } from './roles.js';
import { type Holder, readHolders } from './rows.js';
import { arePeopleUnpaged, mayReplace, unpagedProblems } from './unpaged.js';
import { valueAt } from './values.js';

/** Reads a root: its people, and the holders of roles in every wanted scope. */
export async function readRoot(request: RootRequest, context: ConnectorReads): Promise<LiveRoot> {
  const { root, scopes } = request;
  const unmet = await unmetRequirement(root, context);
  const people = unmet === null ? await readPeople(root, context) : null;
  // Where another list has everybody, nothing is left out of what was read.
  const isPerPerson = scopes.every((scope) => assignmentsOfKind(scope, context).every(isOfPerson));
  const wanted = isPerPerson ? request : { ...request, everyone: true };
  const { principals, namedOnly } = whoseRows(wanted, people?.rows ?? [], context);
  return await liveRoot({ root, scopes, principals, some: isPerPerson && namedOnly, unmet, people }, context);
}

/** Reads what some people hold again, without asking for people and roles once more. */
export async function rereadRoot(request: RereadRequest, context: ConnectorReads): Promise<LiveRoot> {
  const { scopes } = request;
  const known = knownOf(request);
  const { principals } = known;
  const some = scopes.some((scope) => assignmentsOfKind(scope, context).some(isOfPerson));
  const people = knownPeople(known, context);
  return await liveRoot(
    { root: known.root.root, scopes, principals, some, unmet: null, people, known },
    context,
  );
}

function assignmentsOfKind(scope: Scope, context: ConnectorReads): readonly Assignments[] {
  return kindOf(context, scope).assignments;
}

function isOfPerson(spec: Assignments): boolean {
  return spec.for === 'person';
}

interface ScopesRequest {
  readonly root: Scope;
  readonly scopes: readonly Scope[];
  /** Whose rows are read where they are read person by person. */
  readonly principals: readonly PrincipalId[];
  /** Nothing is said of anybody else. */
  readonly some: boolean;
  readonly unmet: Awaited<ReturnType<typeof unmetRequirement>>;
  readonly people: ListRead<LiveUser> | null;
  readonly known?: Known | undefined;
}

async function liveRoot(
  { root, scopes: asked, principals, some, unmet, people, known }: ScopesRequest,
  context: ConnectorReads,
): Promise<LiveRoot> {
  const scopes = [...new Map(asked.map((scope) => [scope.address, scope])).values()];
  const all = unmet === null ? await readScopes({ root, scopes, principals, people, known }, context) : [];
  const peopleIds = people === null ? null : new Set(people.rows.map(({ id }) => id));
  const reads = peopleIds === null ? all : all.map((read) => withoutNestedRoles(read, peopleIds, context));
  const users = people?.rows ?? holdersOf(reads);
  const listed = new Set(users.map(({ id }) => id));
  const peopleProblems = people?.problems ?? (unmet === null ? [] : unmet.problems);
  const byAddress = new Map(reads.map((read) => [read.scope.address, read]));
  const unpaged = unpagedProblems(root, scopes, context.connector);
  const unsure = new Set(unpaged.map(({ scope }) => scope));
  const isUnderstood = peopleProblems.length === 0;
  return {
    root,
    complete: isUnderstood && !arePeopleUnpaged(context.connector),
    users,
    outsiders: holdersOf(reads).filter(({ id }) => !listed.has(id)),
    scopes: scopes.map((scope) => {
      const live = liveScope(scope, byAddress.get(scope.address) ?? null, isUnderstood);
      if (!unsure.has(scope.address)) return live;
      const openEnded = live.complete && !mayReplace(kindOf(context, scope));
      return { ...live, complete: false, ...(openEnded ? { openEnded } : {}) };
    }),
    wholePrincipals: some ? new Set(principals.map(({ kind, id }) => principalAddress(kind, id))) : null,
    namedOnly: some,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: [...problemsOf(root, scopes, unmet ?? people, reads), ...unpaged],
  };
}

/**
 * Leaves out holders whom the list of people lacks and whose id is a role's: a group in a group, which is nobody. Elsewhere
 * people and roles may have the same numbers.
 */
function withoutNestedRoles(
  read: ScopeRead,
  people: ReadonlySet<string>,
  context: ConnectorReads,
): ScopeRead {
  if (!assignmentsOfKind(read.scope, context).some(({ skipRoles }) => skipRoles)) return read;
  const roles = new Set(read.roles.rows.map(({ value }) => String(value)));
  const rows = read.holders.rows.filter(({ person }) => people.has(person) || !roles.has(person));
  return { ...read, holders: { ...read.holders, rows } };
}

interface ScopeRead {
  readonly scope: Scope;
  readonly name: string | null;
  readonly roles: ListRead<ConnectorRole>;
  readonly holders: ListRead<Holder>;
  /** What each person holds directly, where a write replaces all of it. */
  readonly direct: LiveScope['direct'];
  readonly fixedRoles: FixedRoles['roles'];
}

async function readScopes(
  { root, scopes, principals, people, known }: Omit<ScopesRequest, 'some' | 'unmet'>,
  context: ConnectorReads,
): Promise<readonly ScopeRead[]> {
  // Fixed roles matter to a plan alone, so that a later read leaves them out.
  const kinds = known === undefined ? new Set(scopes.map(({ kind }) => kind)) : [];
  const fixed = new Map([...kinds].map((kind) => [kind, readFixedRoles(root, kind, context)]));
  return await Promise.all(
    scopes.map(async (scope) => {
      const [read, { problems = [], failure = null, roles = new Map() } = {}] = await Promise.all([
        readScope(scope, principals, context, known),
        fixed.get(scope.kind),
      ]);
      // What is read again was seen before.
      const isClear = known === undefined && read.holders.problems.length === 0;
      const rows =
        read.holders.rows.length +
        (areRolesOf(scope, kindOf(context, scope)) ? read.roles.rows.length : 0) +
        (arePeopleOf(scope, context.connector) ? (people?.rows.length ?? 0) : 0);
      const unsure = isClear ? await missingSign({ ...read, rows }, context) : null;
      const holders = {
        ...read.holders,
        problems: [...read.holders.problems, ...problems, ...(unsure === null ? [] : [unsure])],
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
  known?: Known,
): Promise<Omit<ScopeRead, 'fixedRoles'>> {
  const kind = kindOf(context, scope);
  const before = known === undefined ? null : rolesBefore(scope, known, context);
  const roles = before ?? (await readRoles(scope, context));
  const reads = await Promise.all(
    kind.assignments.flatMap((spec) => {
      const role = roleOfList(spec, kind, roles.rows);
      if (role === null) {
        const problem = `there is no role ${shown(spec.as)}, which all rows of a list are said to have`;
        return [
          Promise.resolve<ListRead<Holder>>({ rows: [], total: null, problems: [problem], failure: null }),
        ];
      }
      const source = { scope, spec, roles: roles.rows, role };
      if (spec.for === 'role')
        return roles.rows.map((each) => readHolders({ ...source, role: each }, context));
      if (spec.for === 'person')
        return principals.map((person) => readHolders({ ...source, person }, context));
      return [readHolders(source, context)];
    }),
  );
  const held = reads
    .flatMap((read) => read.rows)
    .filter(({ scopeId }) => scopeId === null || scopeId === scope.id);
  const rows = kind.exclusive === true ? highestOf(directFirst(held), roles.rows) : held;
  const problems = [
    ...reads.flatMap((read) => [...read.problems, ...listedTwice(read.rows)]),
    ...(kind.exclusive === true ? severalRoles(rows) : []),
  ];
  const failures = reads.flatMap((read) => read.failure ?? []);
  const isGone = failures.length === reads.length && failures.every((each) => each.kind === 'not-found');
  // That one of many lists is not there says nothing about the scope.
  const failure = (isGone ? failures : failures.filter((each) => each.kind !== 'not-found'))[0] ?? null;
  const total = reads.every((read) => read.total !== null) ? rows.length : null;
  const name = known === undefined ? await nameOf(scope, context) : null;
  const direct = replacesRoles(kind) ? directRoles(held, roles.rows, kind) : undefined;
  return { scope, name, roles, holders: { rows, total, problems, failure }, direct };
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
  const { name, roles, holders, direct, fixedRoles } = read;
  return {
    scope,
    name,
    complete: rootComplete && roles.problems.length === 0 && holders.problems.length === 0,
    confirmed: holders.total !== null,
    assignments: assignmentsOf(holders.rows, roles.rows),
    roles: knownRoles(roles.rows),
    ...(fixedRoles.size === 0 ? {} : { fixedRoles }),
    ...(direct === undefined ? {} : { direct }),
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
