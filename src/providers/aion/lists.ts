import type { ReadClient } from '../../http/request.js';
import type { LiveUser } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { principalAddress, type PrincipalId } from '../../model/principal.js';
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

/** What reading needs. */
export interface AionReads extends AionContext {
  readonly client: ReadClient;
}

/** Reads the users of an account (N8), in the order of their ids. */
export async function readUsers(root: Scope, { settings, client }: AionReads): Promise<ListRead<LiveUser>> {
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
export async function readRoles(root: Scope, { settings, client }: AionReads): Promise<ListRead<RoleItem>> {
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
export async function readRows(principal: PrincipalId, root: Scope, context: AionReads): Promise<RowsRead> {
  const inherited = context.options.userRoles === 'may-include-inherited';
  const listed = await readRowList(principal, root, {}, context);
  const read =
    context.options.inactiveRows === 'listed' || listed.failure !== null
      ? listed
      : withHidden(listed, await readRowList(principal, root, { status: 'INACTIVE' }, context));
  return {
    ...told(read, `the roles of ${principalAddress(principal.kind, principal.id)}`),
    rows: inherited ? distinct(read.rows) : read.rows,
    principal,
  };
}

function readRowList(
  principal: PrincipalId,
  root: Scope,
  filter: Readonly<Record<string, string>>,
  { settings, options, client }: AionReads,
): Promise<ListRead<RoleRow>> {
  return readList(client, {
    ...numberedPages(rolesOfPath(root.id, principal.id), options.pageParameters, filter),
    credential: credentialName(settings, root),
    rowOf: parseRoleRow,
    identity: options.userRoles === 'may-include-inherited' ? null : rowKey,
  });
}

/** Adds the inactive rows that the list itself does not show. */
function withHidden(listed: ListRead<RoleRow>, inactive: ListRead<RoleRow>): ListRead<RoleRow> {
  const keys = new Set(listed.rows.map(rowKey));
  const active = inactive.rows.filter(({ status }) => status === 'active');
  return {
    rows: [...listed.rows, ...inactive.rows.filter((row) => !keys.has(rowKey(row)))],
    problems: [
      ...listed.problems,
      ...inactive.problems,
      ...active.map((row) => `${rowKey(row)} is active, and only inactive ones were asked for`),
    ],
    total: listed.total === null || inactive.total === null ? null : listed.total + inactive.total,
    failure: inactive.failure,
  };
}

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
