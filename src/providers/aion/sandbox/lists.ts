import type { AionUser } from '../../../generated/aion-seed.js';
import { type Answer, type JsonObject, Refusal, type SandboxRequest } from '../../../sandbox/messages.js';
import { knownQuery, oneOf, wholeNumber } from '../../../sandbox/request.js';
import type { AionBehaviour } from './behaviour.js';
import type { Account, AionAssignment, AionRole } from './state.js';
import { assigneeKey, statuses, timestamp } from './state.js';

/** What the lists need beside the request. */
export interface AionLists {
  readonly behaviour: AionBehaviour;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether the list lacks its last row this time. */
  readonly flickers: (request: SandboxRequest) => boolean;
}

const scopes = ['ACCOUNT', 'PROJECT', 'RESOURCE'] as const;

/** `GET …/users` (N8): all in one answer, with their number. */
export function listUsers(account: Account, request: SandboxRequest, lists: AionLists): Answer {
  const { behaviour, now } = lists;
  if (!behaviour.listsUsers) throw new Refusal(404, `No such path: ${request.path}`);
  queryOf(request, [], behaviour);
  const users = listed([...account.users.values()], request, lists).map((user) =>
    userItem(user, now(), behaviour),
  );
  const total = behaviour.statesTotals ? users.length : undefined;
  return { status: 200, json: { users, total, message: 'Users retrieved successfully' } };
}

/** `GET …/roles` (N4): paged, filtered by scope, status and project. */
export function listRoles(account: Account, request: SandboxRequest, lists: AionLists): Answer {
  const { behaviour, now } = lists;
  const query = queryOf(request, ['scope', 'status', 'projectId', 'page', 'pageSize'], behaviour);
  const scope = oneOf(query.get('scope'), 'scope', scopes);
  const status = oneOf(query.get('status'), 'status', statuses);
  const projectId = query.get('projectId');
  const roles = [...account.roles.values()].filter(
    (role) =>
      (scope === undefined || role.scope === scope) &&
      (status === undefined || role.status === status) &&
      (projectId === undefined || (role.scope === 'PROJECT' && (role.project ?? projectId) === projectId)),
  );
  const paging = { ...behaviour, pageParameters: { page: 'page', size: 'pageSize', max: 100 } };
  return paged(listed(roles, request, lists), query, { ...paging, pagesBy: 'number' }, (role) =>
    roleItem(account, role, now(), behaviour),
  );
}

/** `GET …/roles/{roleId}` (N5). */
export function readRole(
  account: Account,
  roleId: string,
  request: SandboxRequest,
  { behaviour, now }: AionLists,
): Answer {
  queryOf(request, [], behaviour);
  const role = account.roles.get(roleId);
  if (role === undefined) throw new Refusal(404, `Role "${roleId}" not found`);
  return { status: 200, json: roleItem(account, role, now(), behaviour) };
}

/** `GET …/roles/users/{userId}` (N6); for a group's id too, where the behaviour says so. */
export function rolesOfAssignee(
  account: Account,
  id: string,
  request: SandboxRequest,
  lists: AionLists,
): Answer {
  const { behaviour } = lists;
  const { page, size } = behaviour.pageParameters;
  const query = queryOf(request, ['status', 'scope', 'projectId', page, size], behaviour);
  const scope = oneOf(query.get('scope'), 'scope', scopes);
  const status = oneOf(query.get('status'), 'status', statuses);
  const projectId = query.get('projectId');
  const rows = rowsOf(account, id, behaviour).filter(
    (row) =>
      (scope === undefined || account.roles.get(row.roleId)?.scope === scope) &&
      (projectId === undefined || row.projectId === projectId) &&
      (status === undefined ? behaviour.inactiveListed || row.status === 'ACTIVE' : row.status === status),
  );
  return paged(listed(rows, request, lists), query, behaviour, (row) => assigneeRow(row, id, behaviour));
}

/** Who holds a role, or any role: no documented operation lists that (B2.5). */
export function assignmentsOfRole(
  account: Account,
  roleId: string | null,
  request: SandboxRequest,
  lists: AionLists,
): Answer {
  const { behaviour } = lists;
  const { page, size } = behaviour.pageParameters;
  const query = queryOf(request, [page, size], behaviour);
  const all = [...account.assignments.values()].flatMap((rows) => [...rows.values()]);
  const rows = roleId === null ? all : all.filter((row) => row.roleId === roleId);
  return paged(listed(rows, request, lists), query, behaviour, (row) => ({ ...row }));
}

function rowsOf(account: Account, id: string, behaviour: AionBehaviour): readonly AionAssignment[] {
  const held = (key: string): AionAssignment[] => [...(account.assignments.get(key)?.values() ?? [])];
  if (account.users.has(id)) {
    const direct = held(assigneeKey('USER', id));
    if (!behaviour.inheritedRows) return direct;
    const groups = [...account.groups].filter(([, members]) => members.includes(id));
    return [...direct, ...groups.flatMap(([group]) => held(assigneeKey('IAMGROUP', group)))];
  }
  if (behaviour.groupReads && account.groups.has(id)) return held(assigneeKey('IAMGROUP', id));
  if (behaviour.unknownAssigneeIsEmpty) return [];
  throw new Refusal(404, `User "${id}" not found`);
}

/** A row says neither whose it is, unless the behaviour wants that, nor a project where it has none. */
function assigneeRow(
  { assigneeType, assigneeId, ...row }: AionAssignment,
  asked: string,
  { marksRows }: AionBehaviour,
): JsonObject {
  return marksRows ? { ...row, assigneeType, assigneeId, inherited: assigneeId !== asked } : row;
}

/** A role object: `accountId` is null for system roles (N5). */
function roleItem(account: Account, role: AionRole, now: number, { systemRoles }: AionBehaviour): JsonObject {
  const isCustom = role.custom && !systemRoles.includes(role.id);
  return {
    id: role.id,
    name: role.name,
    scope: role.scope,
    status: role.status,
    isCustom,
    createdAt: timestamp(now),
    updatedAt: timestamp(now),
    accountId: isCustom ? account.id : null,
    projectId: role.project,
    description: role.description,
  };
}

function userItem(user: AionUser, now: number, { numberIds }: AionBehaviour): JsonObject {
  const status = user.status ?? 'ACTIVE';
  return {
    id: numberIds && /^[1-9]\d{0,14}$/.test(user.id) ? Number(user.id) : user.id,
    email: user.email,
    name: user.name,
    profile_pic_url: '',
    status,
    is_verified: status !== 'INVITED',
    created_at: timestamp(now),
    updated_at: timestamp(now),
    authentication_type: 'google-oauth2',
    authentication_partner: 'AUTH0',
    authentication_partner_id: '',
  };
}

/** The query's parameters. @throws Refusal 400 for one that is not known, unless the behaviour ignores it */
function queryOf(
  request: SandboxRequest,
  known: readonly string[],
  { ignoresQuery }: AionBehaviour,
): ReadonlyMap<string, string> {
  if (!ignoresQuery) return knownQuery(request, known);
  return new Map([...request.query].filter(([name]) => known.includes(name)));
}

function listed<T>(rows: readonly T[], request: SandboxRequest, lists: AionLists): readonly T[] {
  const all = rows.slice(0, lists.behaviour.cutsLists);
  return lists.flickers(request) ? all.slice(0, -1) : all;
}

/** One page with its meta (N4): 1-based, 20 rows unless asked otherwise. */
function paged<T>(
  rows: readonly T[],
  query: ReadonlyMap<string, string>,
  { pageParameters, pagesBy, cutsPages, statesTotals }: AionBehaviour,
  item: (row: T) => JsonObject,
): Answer {
  const { page: pageName, size, max } = pageParameters;
  const largest = cutsPages ? Number.MAX_SAFE_INTEGER : max;
  const pageSize = Math.min(wholeNumber(query, size, Math.min(20, max), largest), max);
  const byOffset = pagesBy === 'offset';
  const start = byOffset
    ? Number(query.get(pageName) ?? 0)
    : (wholeNumber(query, pageName, 1, Number.MAX_SAFE_INTEGER) - 1) * pageSize;
  const data = rows.slice(start, start + pageSize).map(item);
  const page = Math.floor(start / pageSize) + 1;
  const meta = { total: rows.length, page, pageSize, totalPages: Math.ceil(rows.length / pageSize) };
  return { status: 200, json: statesTotals ? { data, meta } : { data } };
}
