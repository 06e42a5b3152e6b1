import type { HttpResponse, ReadClient } from '../../http/request.js';
import type { Status } from '../../model/assignment.js';
import type { LiveUser } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { principalAddress, type PrincipalId, type PrincipalKind } from '../../model/principal.js';
import { isRecord } from '../../model/record.js';
import { encodeId, isId, type Scope } from '../../model/scope.js';
import { credentialName, type ProviderSettings } from '../../model/settings.js';
import { countOf, emailOf, fieldsOf, idOf, shown, textOf } from '../fields.js';
import { type ListRead, type Page, type PagedList, type PagePosition, readList } from '../list.js';
import { type AionOptions, documentedPages, type PageParameters } from './options.js';

/** A role of an account (N4, N5), as far as it is used. `scope` is ACCOUNT, PROJECT, RESOURCE, or one to come. */
export interface RoleItem {
  readonly id: string;
  readonly name: string | null;
  readonly scope: string;
  /** The project that a custom role belongs to. */
  readonly projectId: string | null;
}

/** A role that a user or group holds (N6). */
export interface RoleRow {
  readonly roleId: string;
  readonly status: Status;
  readonly projectId: string | null;
}

export type AssigneeType = 'USER' | 'IAMGROUP';

export function assigneeTypeOf(kind: PrincipalKind): AssigneeType {
  return kind === 'user' ? 'USER' : 'IAMGROUP';
}

export function apiStatus(status: Status): 'ACTIVE' | 'INACTIVE' {
  return status === 'active' ? 'ACTIVE' : 'INACTIVE';
}

/** The users of an account (N8); of the users service, which has its own base URL (B1). */
function usersPath(accountId: string): string {
  return `/api/v1/accounts/${encodeId(accountId)}/users`;
}

/** The roles of an account (N4). */
function rolesPath(accountId: string): string {
  return `/api/v1/accounts/${encodeId(accountId)}/roles`;
}

/** The roles of a user (N6), or by option of a group. */
function rolesOfPath(accountId: string, assigneeId: string): string {
  return `${rolesPath(accountId)}/users/${encodeId(assigneeId)}`;
}

/** Where an assignment is made (N1). */
export function assignmentsPath(accountId: string): string {
  return `${rolesPath(accountId)}/assignments`;
}

/** One assignment: to replace it (N2: the new role), or to revoke it (N3: the role to take away). */
export function assignmentPath(accountId: string, roleId: string, assigneeId: string): string {
  return `${rolesPath(accountId)}/${encodeId(roleId)}/assignments/${encodeId(assigneeId)}`;
}

/** A row of the list of roles, or what is wrong with it. */
function parseRole(row: unknown): RoleItem | string {
  const fields = fieldsOf(row);
  const id = idOf(fields['id']);
  const scope = textOf(fields['scope']);
  if (id === null || !isId(id)) return `a role has no usable id: ${shown(row)}`;
  if (scope === null) return `the role ${shown(id)} has no scope`;
  return { id, name: textOf(fields['name']), scope, projectId: idOf(fields['projectId']) };
}

/** A row of the roles somebody holds, or what is wrong with it. */
function parseRoleRow(row: unknown): RoleRow | string {
  const fields = fieldsOf(row);
  const roleId = idOf(fields['roleId']);
  const { status, projectId } = fields;
  if (roleId === null || !isId(roleId)) return `a row has no usable roleId: ${shown(row)}`;
  if (status !== 'ACTIVE' && status !== 'INACTIVE') {
    return `the status of role ${shown(roleId)} is neither ACTIVE nor INACTIVE: ${shown(status)}`;
  }
  const none = projectId === undefined || projectId === null || projectId === '';
  const project = none ? null : idOf(projectId);
  if (!none && (project === null || !isId(project))) {
    return `the projectId of role ${shown(roleId)} is no id: ${shown(projectId)}`;
  }
  return { roleId, status: status === 'ACTIVE' ? 'active' : 'inactive', projectId: project };
}

/** An item of the list of users, or what is wrong with it. */
function parseUser(row: unknown): LiveUser | string {
  const fields = fieldsOf(row);
  const id = idOf(fields['id']);
  if (id === null || !isId(id)) return `a user has no usable id: ${shown(row)}`;
  const email = emailOf(fields['email']);
  return { id, email, name: textOf(fields['name']), lastLogin: null, twoFactor: null };
}

/** A page's size where nothing says otherwise (N4): with fewer rows and no `meta`, there is but one page. */
const defaultSize = 20;

/** How a list is asked for by page number, and read to its end by the totals of its own `meta` (B3.1, B7). */
export function numberedPages(
  path: string,
  parameters: PageParameters,
): Pick<PagedList<never>, 'path' | 'firstPage' | 'pageOf'> {
  const pagePath = (page: number): string => {
    const query = new URLSearchParams([
      [parameters.page, String(page)],
      [parameters.size, String(parameters.max)],
    ]);
    return `${path}?${query.toString()}`;
  };
  return {
    path: pagePath(1),
    firstPage: 1,
    pageOf: ({ body }, position) => aionPage(body, position, parameters, pagePath),
  };
}

function aionPage(
  body: HttpResponse['body'],
  { pages, rowsBefore }: PagePosition,
  { max }: PageParameters,
  pagePath: (page: number) => string,
): Page | string {
  const { data: rows, meta } = fieldsOf(body);
  if (!Array.isArray(rows)) return `there is no list under data: ${shown(body)}`;
  const stated = fieldsOf(meta);
  const total = countOf(stated['total']);
  const pageSize = countOf(stated['pageSize']) ?? rows.length;
  const totalPages = countOf(stated['totalPages']);
  const isLast = rows.length === 0 || (totalPages !== null && pages >= totalPages);
  const follows = total !== null && rowsBefore + rows.length < total && !isLast;
  const page = {
    rows,
    total,
    number: countOf(stated['page']),
    next: follows ? { path: pagePath(pages + 1) } : null,
  };
  if (!isRecord(meta)) {
    const isWhole = pages === 1 && rows.length < Math.min(defaultSize, max);
    const problem = `page ${pages} has no meta, so that nothing says whether it is the last`;
    return { ...page, problems: isWhole ? [] : [problem] };
  }
  if (total === null) {
    const problem = 'meta states no total, so that nothing says whether the rows are all';
    return { ...page, problems: [problem] };
  }
  const contradicts = totalPages !== null && totalPages > 1 && total <= (totalPages - 1) * pageSize;
  const problem = `meta contradicts itself: a total of ${total} in ${totalPages} pages of ${pageSize}`;
  return { ...page, problems: contradicts ? [problem] : [] };
}

/** The one page of an account's users (N8). */
function usersPage({ body }: HttpResponse): Page | string {
  const { users, total } = fieldsOf(body);
  if (!Array.isArray(users)) return `the answer has no list of users: ${shown(body)}`;
  const stated = countOf(total);
  return {
    rows: users,
    total: stated,
    number: null,
    next: null,
    problems: [
      ...(stated === null ? [`the answer states no total: ${shown(total)}`] : []),
      ...(users.length === 0 ? ['the API lists no users, and an account has at least one'] : []),
    ],
  };
}

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
export async function readRows(
  principal: PrincipalId,
  root: Scope,
  { settings, options, client }: AionReads,
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
