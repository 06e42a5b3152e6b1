import type { LiveUser } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { asciiLower, type PrincipalId } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { emailOf, shown, textOf } from '../fields.js';
import type { ListRead } from '../list.js';
import type { RootRequest } from '../provider.js';
import type { PeopleList } from './connector.js';
import { type ConnectorReads, personId, readRows, scopeVariables } from './context.js';
import { holds, valueAt } from './values.js';

/** The people of a root; null where the connector lists none, and anybody may hold a role. */
export async function readPeople(root: Scope, context: ConnectorReads): Promise<ListRead<LiveUser> | null> {
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
export function principalsOf(
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
