import type { ReadClient } from '../../http/request.js';
import { type PrincipalId, principalAddress } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import type { ProviderSettings } from '../../model/settings.js';
import { credentialOf } from '../connection.js';
import { type ListRead, readList } from '../list.js';
import { parseRoleRow, type RoleRow, rolesOfPath } from './api.js';
import type { AionOptions } from './options.js';
import { numberedPages } from './pages.js';

/** What reading and writing need to know beside the request. */
export interface AionContext {
  readonly settings: ProviderSettings;
  readonly options: AionOptions;
}

/** The roles one principal holds in an account and its projects. */
export interface RowsRead extends ListRead<RoleRow> {
  readonly principal: PrincipalId;
}

/** Reads the roles of a user or group, of every status and scope (N6). */
export async function readRows(
  principal: PrincipalId,
  root: Scope,
  client: ReadClient,
  { settings, options }: AionContext,
): Promise<RowsRead> {
  const inherited = options.userRoles === 'may-include-inherited';
  const read = await readList(client, {
    ...numberedPages(rolesOfPath(root.id, principal.id), options.pageParameters),
    credential: credentialOf(settings, root),
    rowOf: parseRoleRow,
    identity: inherited ? null : rowKey,
  });
  const rows = inherited ? distinct(read.rows) : read.rows;
  const of = principalAddress(principal.kind, principal.id);
  return {
    ...read,
    rows,
    principal,
    problems: read.problems.map((problem) => `the roles of ${of}: ${problem}`),
  };
}

function rowKey({ roleId, projectId }: RoleRow): string {
  return `role ${JSON.stringify(roleId)}${projectId === null ? '' : ` in project ${JSON.stringify(projectId)}`}`;
}

/** A role may come once by itself and once more from each group: an active row says that it is held. */
function distinct(rows: readonly RoleRow[]): readonly RoleRow[] {
  const byKey = new Map<string, RoleRow>();
  for (const row of rows) {
    const key = rowKey(row);
    if (byKey.get(key)?.status !== 'active') byKey.set(key, row);
  }
  return [...byKey.values()];
}
