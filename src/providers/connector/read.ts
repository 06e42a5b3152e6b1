import type { HttpFailure } from '../../http/failure.js';
import type { LiveRoot, LiveScope, LiveUser, ReadProblem } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { listProblems, missingIn } from '../problems.js';
import type { RereadRequest, RootRequest } from '../provider.js';
import type { Assignments } from './connector.js';
import { type ConnectorReads, kindOf } from './context.js';
import { assignmentsOf } from './holdings.js';
import { knownOf, knownPeople } from './known.js';
import { readPeople, whoseRows } from './people.js';
import { unmetRequirement } from './requirements.js';
import { knownRoles } from './roles.js';
import { readScopes, type ScopeRead, type ScopesRequest } from './read-scopes.js';
import { arePeopleUnpaged, mayReplace, unpagedProblems } from './unpaged.js';

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

interface LiveRequest extends ScopesRequest {
  /** Nothing is said of anybody but the principals. */
  readonly some: boolean;
  readonly unmet: Awaited<ReturnType<typeof unmetRequirement>>;
}

async function liveRoot(
  { root, scopes: asked, principals, some, unmet, people, known }: LiveRequest,
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
