import type { LiveUser } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { asciiLower, type PrincipalId } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { emailOf, shown, textOf } from '../fields.js';
import type { ListRead } from '../list.js';
import { FEW_OTHERS, namedUsers } from '../named-users.js';
import type { RootRequest } from '../provider.js';
import type { PeopleList } from './connector.js';
import { type ConnectorReads, idsIgnoreCase, personId, readRows, scopeVariables } from './context.js';
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
    email: emailIn(row, list),
    name: list.name === undefined ? null : textOf(valueAt(row, list.name)),
    lastLogin: list.lastLogin === undefined ? null : textOf(valueAt(row, list.lastLogin)),
    twoFactor: typeof twoFactor === 'string' ? null : twoFactor,
  };
}

/** The e-mail of a person: at its own place, else of a list of them the primary one, or the only one. */
function emailIn(row: unknown, { email, emails }: PeopleList): string | null {
  const own = email === undefined ? null : emailOf(valueAt(row, email));
  if (emails === undefined || own?.includes('@') === true) return own;
  const found = valueAt(row, emails.at);
  const all: readonly unknown[] = Array.isArray(found) ? found : [];
  const primary = all.filter((each) => valueAt(each, emails.primary) === true);
  const [only, ...more] = primary.length > 0 ? primary : all;
  return more.length > 0 ? own : (emailOf(valueAt(only, emails.value)) ?? own);
}

/** Whose rows are read where they are read person by person. */
export interface WhoseRows {
  readonly principals: readonly PrincipalId[];
  /** Somebody who is known, or may be there, was left out. */
  readonly namedOnly: boolean;
}

/**
 * Each person's rows cost a request: where nothing is pruned those whom the files name are read, and everyone where the
 * others are few. Where the API lists no people, only who is named can be asked for.
 */
export function whoseRows(
  request: RootRequest,
  users: readonly LiveUser[],
  { connector }: ConnectorReads,
): WhoseRows {
  const ignoreCase = idsIgnoreCase(connector);
  const named = request.named.map((ref) =>
    ignoreCase && ref.by === 'id' ? { ...ref, value: asciiLower(ref.value) } : ref,
  );
  if (connector.people?.list === undefined) {
    const ids = named.filter(({ by, kind }) => by === 'id' && kind === 'user').map(({ value }) => value);
    return { principals: usersOf(ids), namedOnly: true };
  }
  const chosen = namedUsers(users, named);
  const all = request.everyone || users.length - chosen.length <= FEW_OTHERS;
  const read = all ? users : chosen;
  return { principals: usersOf(read.map(({ id }) => id)), namedOnly: !all };
}

function usersOf(ids: readonly string[]): readonly PrincipalId[] {
  return [...new Set(ids)].sort().map((id) => ({ kind: 'user', id }));
}
