import { principalAddress } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import type { ListRead } from '../list.js';
import { type ConnectorReads, kindOf, personId, readRows, scopeVariables } from './context.js';

/** Whose role the system itself sets in every scope of a kind, as that of an organization's owners in its teams. */
export type FixedRoles = Pick<ListRead<never>, 'problems' | 'failure'> & {
  /** The role by principal (`user:ID`). */
  readonly roles: ReadonlyMap<string, string>;
};

const NONE: FixedRoles = { roles: new Map(), problems: [], failure: null };

/** Reads whose role is set by the system in the scopes of a kind. One list of the root serves all of them. */
export async function readFixedRoles(
  root: Scope,
  kind: string,
  context: ConnectorReads,
): Promise<FixedRoles> {
  const { fixed } = kindOf(context, { kind });
  if (fixed === undefined) return NONE;
  const { rows, problems, failure } = await readRows(context, root, fixed, {
    variables: scopeVariables(context, root),
    rowOf: (row) => personId(context, row, fixed.person),
    identity: null,
  });
  const roles = new Map(rows.map(({ id }) => [principalAddress('user', id), fixed.role]));
  return { roles, problems, failure };
}
