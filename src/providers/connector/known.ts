import type { LiveRoot, LiveUser } from '../../model/live.js';
import type { PrincipalId } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import type { ListRead } from '../list.js';
import type { RereadRequest } from '../provider.js';
import { type ConnectorContext, kindOf } from './context.js';
import { apiValue, type ConnectorRole, isStatic } from './roles.js';

/** What an earlier read told that a later one does not ask for again: people, roles and names of scopes. */
export interface Known {
  readonly root: LiveRoot;
  /** Whose rows are wanted. */
  readonly principals: readonly PrincipalId[];
}

/** What is known when a root is read again. */
export function knownOf({ known, principals }: RereadRequest): Known {
  return { root: known, principals: principals.filter(({ kind }) => kind === 'user') };
}

/** The people of an earlier read; null where the connector lists none. */
export function knownPeople({ root }: Known, { connector }: ConnectorContext): ListRead<LiveUser> | null {
  return connector.people?.list === undefined ? null : wholeList(root.users);
}

/** The roles that an earlier read found in a scope; null where it has to be asked for them. */
export function rolesBefore(
  scope: Scope,
  { root }: Known,
  context: ConnectorContext,
): ListRead<ConnectorRole> | null {
  const kind = kindOf(context, scope);
  const before = root.scopes.find((live) => live.scope.address === scope.address);
  if (before === undefined || before.roles.length === 0 || isStatic(kind.roles)) return null;
  const roles = before.roles.map(({ role, roleId, aliases, rank }) => ({
    role,
    ...(rank === undefined ? {} : { rank }),
    value: apiValue(kind, roleId),
    aliases,
    system: before.assignments.some((row) => row.role === role && row.keep === 'system-role'),
  }));
  return wholeList(roles);
}

function wholeList<Row>(rows: readonly Row[]): ListRead<Row> {
  return { rows, total: null, problems: [], failure: null };
}
