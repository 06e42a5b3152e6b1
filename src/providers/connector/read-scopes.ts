import { HttpFailure } from '../../http/failure.js';
import type { LiveScope, LiveUser } from '../../model/live.js';
import type { PrincipalId } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { credentialName } from '../../model/settings.js';
import { textOf, shown } from '../fields.js';
import type { ListRead } from '../list.js';
import { type ConnectorReads, kindOf, readPath, scopeVariables } from './context.js';
import { arePeopleOf, areRolesOf, missingSign } from './existence.js';
import { type FixedRoles, readFixedRoles } from './fixed-roles.js';
import { directFirst, highestOf, listedTwice, severalRoles } from './holdings.js';
import { type Known, rolesBefore } from './known.js';
import { replacesRoles } from './requests.js';
import { directRoles } from './role-list.js';
import { type ConnectorRole, readRoles, roleOfList } from './roles.js';
import { type Holder, readHolders } from './rows.js';
import { valueAt } from './values.js';

/** What is to be read of the scopes of a root. */
export interface ScopesRequest {
  readonly root: Scope;
  readonly scopes: readonly Scope[];
  /** Whose rows are read where they are read person by person. */
  readonly principals: readonly PrincipalId[];
  /** The people of the root; null where the connector lists none. */
  readonly people: ListRead<LiveUser> | null;
  /** What an earlier read told; left out where this is the first. */
  readonly known?: Known | undefined;
}

/** What was read of a scope. */
export interface ScopeRead {
  readonly scope: Scope;
  readonly name: string | null;
  readonly roles: ListRead<ConnectorRole>;
  readonly holders: ListRead<Holder>;
  /** What each person holds directly, where a write replaces all of it. */
  readonly direct: LiveScope['direct'];
  readonly fixedRoles: FixedRoles['roles'];
}

/** Reads the roles of scopes of one root, and who holds them. */
export async function readScopes(
  { root, scopes, principals, people, known }: ScopesRequest,
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
