import { idOf, shown } from '../fields.js';
import type { ScopeTraits, Scope } from '../../model/scope.js';
import { type ConnectorReads, kindOf, readRows, scopeVariables } from './context.js';
import type { Connector, Kind } from './connector.js';
import { isStatic } from './roles.js';
import { variablesIn } from './templates.js';
import { pathText, valueAt } from './values.js';

/**
 * Whether a scope that does not exist would look like an empty one: it is asked for by a query, or looked for in rows, and by
 * no path that could be answered 404. Where people are read one by one, empty is what a scope looks like to most of them.
 */
export function looksEmptyIfMissing(kind: string, { assignments, roles, name, list }: Kind): boolean {
  const gets = [...assignments.map(({ get }) => get), ...(isStatic(roles) ? [] : [roles.get])];
  const isInPath = gets.some((get) => variablesIn(pathOf(get)).includes(kind));
  const isAsked =
    assignments.some(({ scope }) => scope !== undefined) ||
    gets.some((get) => variablesIn(get).includes(kind));
  const isPerPerson = assignments.every((spec) => spec.for === 'person');
  return isAsked && !isInPath && (!isPerPerson || name !== undefined || list !== undefined);
}

/** A URL template without what makes its query. */
function pathOf(template: string): string {
  return template.replaceAll(/\{[?&][^}]*\}/gu, '').split('?')[0] ?? '';
}

/** What was seen of a scope besides the list of its scopes. */
export interface Signs {
  readonly scope: Scope;
  readonly name: string | null;
  /** So many holders and roles came for this scope alone, and people where it is a root. */
  readonly rows: number;
}

/** Why nobody can tell whether a scope exists; null where something shows that it does. */
export async function missingSign(
  { scope, name, rows }: Signs,
  context: ConnectorReads,
): Promise<string | null> {
  const kind = kindOf(context, scope);
  if (!looksEmptyIfMissing(scope.kind, kind) || context.seen.has(scope.address)) return null;
  const exists = rows > 0 || name !== null || (await isListed(scope, context));
  if (exists) {
    context.seen.add(scope.address);
    return null;
  }
  const shows = `nothing shows that the ${scope.kind} ${shown(scope.id)} exists`;
  const why =
    kind.name === undefined && kind.list === undefined
      ? `nobody holds a role there, and the API may answer the same of an id that does not exist. Say under "name" of the connector file how one is read by itself`
      : `nobody holds a role there, and it has no name that can be read nor is it listed. Check the id`;
  return `${shows}: ${why}`;
}

async function isListed(scope: Scope, context: ConnectorReads): Promise<boolean> {
  const { list } = kindOf(context, scope);
  const isRoot = scope.address === scope.rootAddress;
  if (list === undefined || isRoot) return false;
  const { rows } = await readRows(context, scope, list, {
    variables: scopeVariables(context, scope),
    rowOf: (row) => {
      const id = idOf(valueAt(row, list.id));
      return id === null ? `no id stands at ${pathText(list.id)}: ${shown(row)}` : { id };
    },
    identity: null,
  });
  return rows.some(({ id }) => id === scope.id);
}

/** Whether rows of the list of people are of one root alone. */
export function arePeopleOf({ kind, address, rootAddress }: Scope, { people }: Connector): boolean {
  return address === rootAddress && variablesIn(people?.list?.get ?? '').includes(kind);
}

/** Whether rows of the list of roles are of one scope alone. */
export function areRolesOf({ kind }: Pick<ScopeTraits, 'kind'>, { roles }: Kind): boolean {
  return !isStatic(roles) && variablesIn(roles.get).includes(kind);
}
