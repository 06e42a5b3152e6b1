import type { AionUser } from '../../../generated/aion-seed.js';
import { type Answer, type JsonObject, Refusal, type SandboxRequest } from '../../../sandbox/messages.js';
import { knownQuery, oneOf, wholeNumber } from '../../../sandbox/request.js';
import { type Route, route } from '../../../sandbox/routes.js';
import type { Authenticate } from '../../../sandbox/system.js';
import type { Account, AionAssignment, AionRole } from './state.js';
import { assigneeKey, statuses, timestamp } from './state.js';
import { createAssignment, inviteUser, replaceAssignment, revokeAssignment } from './writes.js';

/** What the Aion routes need besides the request. */
export interface AionSettings {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly behaviour: AionBehaviour;
  readonly authenticate: Authenticate;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The account's users, roles and role assignments (N1–N6, N8, N9). */
export function aionRoutes(settings: AionSettings): readonly Route[] {
  const { accounts, behaviour, authenticate, now } = settings;
  const base = '/api/v1/accounts/{}';

  function accountFor(request: SandboxRequest, id: string): Account {
    const caller = authenticate(request);
    const account = accounts.get(id);
    if (account === undefined) throw new Refusal(404, `Account "${id}" not found`);
    if (caller.limitedTo !== undefined && !caller.limitedTo.includes(id)) {
      throw new Refusal(403, `No access to account "${id}"`);
    }
    return account;
  }

  return [
    route(`${base}/users`, {
      GET: (request, [id = '']) => listUsers(accountFor(request, id), request, now()),
    }),
    route(`${base}/users/invite`, {
      POST: (request, [id = '']) => inviteUser(accountFor(request, id), accounts, request, now()),
    }),
    route(`${base}/roles`, {
      GET: (request, [id = '']) => listRoles(accountFor(request, id), request, now()),
    }),
    route(`${base}/roles/assignments`, {
      POST: (request, [id = '']) => createAssignment(accountFor(request, id), request, now()),
    }),
    route(`${base}/roles/users/{}`, {
      GET: (request, [id = '', userId = '']) =>
        rolesOfAssignee(accountFor(request, id), userId, behaviour, request),
    }),
    route(`${base}/roles/{}/assignments/{}`, {
      PUT: (request, [id = '', roleId = '', assigneeId = '']) =>
        replaceAssignment(accountFor(request, id), { roleId, assigneeId }, request, now()),
      DELETE: (request, [id = '', roleId = '', assigneeId = '']) =>
        revokeAssignment(accountFor(request, id), { roleId, assigneeId }, request),
    }),
    route(`${base}/roles/{}`, {
      GET: (request, [id = '', roleId = '']) => readRole(accountFor(request, id), roleId, request, now()),
    }),
  ];
}

/** The body of a refusal: undocumented, shaped like the documented `success` and `message` (B8). */
export function aionRefusal(refusal: Refusal): Answer {
  return {
    status: refusal.status,
    headers: refusal.headers,
    json: { success: false, message: refusal.message },
  };
}

/** The unknowns of the Aion API (apis.md part C), as the sandbox answers them. */
export interface AionBehaviour {
  /** The query parameters that page a user's roles (B2.4), and the largest page. */
  readonly pageParameters: { readonly page: string; readonly size: string; readonly max: number };
  /** Whether `/roles/users/{id}` answers for an IAM group's id too. */
  readonly groupReads: boolean;
  /** Whether a user's rows hold those inherited through IAM groups. */
  readonly inheritedRows: boolean;
  /** Whether a user's rows hold the INACTIVE ones when no status is asked for. */
  readonly inactiveListed: boolean;
}

const scopes = ['ACCOUNT', 'PROJECT', 'RESOURCE'] as const;

/** `GET …/users` (N8): all in one answer, with their number. */
function listUsers(account: Account, request: SandboxRequest, now: number): Answer {
  knownQuery(request, []);
  const users = [...account.users.values()].map((user) => userItem(user, now));
  return { status: 200, json: { users, total: users.length, message: 'Users retrieved successfully' } };
}

/** `GET …/roles` (N4): paged, filtered by scope, status and project. */
function listRoles(account: Account, request: SandboxRequest, now: number): Answer {
  const query = knownQuery(request, ['scope', 'status', 'projectId', 'page', 'pageSize']);
  const scope = oneOf(query.get('scope'), 'scope', scopes);
  const status = oneOf(query.get('status'), 'status', statuses);
  const projectId = query.get('projectId');
  const roles = [...account.roles.values()].filter(
    (role) =>
      (scope === undefined || role.scope === scope) &&
      (status === undefined || role.status === status) &&
      (projectId === undefined || (role.scope === 'PROJECT' && (role.project ?? projectId) === projectId)),
  );
  return paged(roles, query, { page: 'page', size: 'pageSize', max: 100 }, (role) =>
    roleItem(account, role, now),
  );
}

/** `GET …/roles/{roleId}` (N5). */
function readRole(account: Account, roleId: string, request: SandboxRequest, now: number): Answer {
  knownQuery(request, []);
  const role = account.roles.get(roleId);
  if (role === undefined) throw new Refusal(404, `Role "${roleId}" not found`);
  return { status: 200, json: roleItem(account, role, now) };
}

/** `GET …/roles/users/{userId}` (N6); for a group's id too, where the behaviour says so. */
function rolesOfAssignee(
  account: Account,
  id: string,
  behaviour: AionBehaviour,
  request: SandboxRequest,
): Answer {
  const { page, size } = behaviour.pageParameters;
  const query = knownQuery(request, ['status', 'scope', 'projectId', page, size]);
  const scope = oneOf(query.get('scope'), 'scope', scopes);
  const status = oneOf(query.get('status'), 'status', statuses);
  const projectId = query.get('projectId');
  const rows = rowsOf(account, id, behaviour).filter(
    (row) =>
      (scope === undefined || account.roles.get(row.roleId)?.scope === scope) &&
      (projectId === undefined || row.projectId === projectId) &&
      (status === undefined ? behaviour.inactiveListed || row.status === 'ACTIVE' : row.status === status),
  );
  return paged(rows, query, behaviour.pageParameters, assigneeRow);
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
  throw new Refusal(404, `User "${id}" not found`);
}

/** A row says neither whose it is, nor a project where it has none. */
function assigneeRow(row: AionAssignment): JsonObject {
  return { ...row, assigneeType: undefined, assigneeId: undefined };
}

/** A role object: `accountId` is null for system roles (N5). */
function roleItem(account: Account, role: AionRole, now: number): JsonObject {
  return {
    id: role.id,
    name: role.name,
    scope: role.scope,
    status: role.status,
    isCustom: role.custom,
    createdAt: timestamp(now),
    updatedAt: timestamp(now),
    accountId: role.custom ? account.id : null,
    projectId: role.project,
    description: role.description,
  };
}

function userItem(user: AionUser, now: number): JsonObject {
  const status = user.status ?? 'ACTIVE';
  return {
    id: user.id,
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

/** One page with its meta (N4): 1-based, 20 rows unless asked otherwise. */
function paged<T>(
  rows: readonly T[],
  query: ReadonlyMap<string, string>,
  parameters: AionBehaviour['pageParameters'],
  item: (row: T) => JsonObject,
): Answer {
  const page = wholeNumber(query, parameters.page, 1, Number.MAX_SAFE_INTEGER);
  const pageSize = wholeNumber(query, parameters.size, Math.min(20, parameters.max), parameters.max);
  const data = rows.slice((page - 1) * pageSize, page * pageSize).map(item);
  const meta = { total: rows.length, page, pageSize, totalPages: Math.ceil(rows.length / pageSize) };
  return { status: 200, json: { data, meta } };
}
