import type { ReadClient } from '../../http/request.js';
import type { LiveUser } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { type PrincipalId, principalAddress } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { credentialName, type ProviderSettings } from '../../model/settings.js';
import { shown } from '../fields.js';
import { type ListRead, readList } from '../list.js';
import {
  parseRole,
  parseRoleRow,
  parseUser,
  type RoleItem,
  type RoleRow,
  rolesOfPath,
  rolesPath,
  usersPath,
} from './api.js';
import { type AionOptions, documentedPages } from './options.js';
import { numberedPages, usersPage } from './pages.js';

/** What reading and writing need to know beside the request. */
export interface AionContext {
  readonly settings: ProviderSettings;
  readonly options: AionOptions;
}

/** Reads the users of an account (N8), in the order of their ids. */
export async function readUsers(
  root: Scope,
  client: ReadClient,
  { settings }: AionContext,
): Promise<ListRead<LiveUser>> {
  const read = await readList(client, {
    ...(Object.hasOwn(settings.otherUrls, 'usersUrl') ? { base: 'usersUrl' } : {}),
    path: usersPath(root.id),
    credential: credentialName(settings, root),
    pageOf: usersPage,
    rowOf: parseUser,
    identity: ({ id }) => `the user ${shown(id)}`,
  });
  return { ...told(read, 'the users of the account'), rows: [...read.rows].sort(byKeys(({ id }) => id)) };
}

/** Reads the roles of an account (N4). */
export async function readRoles(
  root: Scope,
  client: ReadClient,
  { settings }: AionContext,
): Promise<ListRead<RoleItem>> {
  const read = await readList(client, {
    ...numberedPages(rolesPath(root.id), documentedPages),
    credential: credentialName(settings, root),
    rowOf: parseRole,
    identity: ({ id }) => `role ${JSON.stringify(id)}`,
  });
  return told(read, 'the roles of the account');
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
    credential: credentialName(settings, root),
    rowOf: parseRoleRow,
    identity: inherited ? null : rowKey,
  });
  return {
    ...told(read, `the roles of ${principalAddress(principal.kind, principal.id)}`),
    rows: inherited ? distinct(read.rows) : read.rows,
    principal,
  };
}

/** A list whose problems say what list it is. */
function told<Row>(read: ListRead<Row>, what: string): ListRead<Row> {
  return { ...read, problems: read.problems.map((problem) => `${what}: ${problem}`) };
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
