import { type Answer, type JsonObject, Refusal, type SandboxRequest } from '../../../sandbox/messages.js';
import { jsonBody, knownQuery, oneOf, requiredString } from '../../../sandbox/request.js';
import type { Account, AionAssignment, AionRole, AssigneeType } from './state.js';
import { addAssignment, assignmentsOf, roleKey, statuses, timestamp } from './state.js';

/** The two ids of an assignment's path. */
export interface AssignmentPath {
  readonly roleId: string;
  readonly assigneeId: string;
}

/** `POST …/roles/assignments` (N1): one new assignment, ACTIVE. */
export function createAssignment(account: Account, request: SandboxRequest, now: number): Answer {
  knownQuery(request, []);
  const body = jsonBody(request, ['assigneeId', 'assigneeType', 'roleId', 'projectId'], 415);
  const assigneeType = assigneeTypeOf(requiredString(body, 'assigneeType', 'body'));
  const assigneeId = requiredString(body, 'assigneeId', 'body');
  const role = roleOf(account, requiredString(body, 'roleId', 'body'), 400);
  const projectId = projectOf(account, role, optionalString(body, 'projectId'));
  knownAssignee(account, assigneeType, assigneeId, 400);
  if (assignmentsOf(account, assigneeType, assigneeId).has(roleKey(role.id, projectId))) {
    throw new Refusal(409, `"${assigneeId}" already has role "${role.id}"`);
  }
  const row = { assigneeType, assigneeId, roleId: role.id, projectId, status: 'ACTIVE' } as const;
  return { status: 201, json: assignmentItem(addAssignment(account, row, now)) };
}

/** `PUT …/roles/{roleId}/assignments/{assigneeId}` (N2): the path names the new role, the body the current one. */
export function replaceAssignment(
  account: Account,
  path: AssignmentPath,
  request: SandboxRequest,
  now: number,
): Answer {
  const query = knownQuery(request, ['projectId']);
  const body = jsonBody(request, ['assigneeType', 'roleId', 'projectId', 'status'], 415);
  const assigneeType = assigneeTypeOf(requiredString(body, 'assigneeType', 'body'));
  const target = roleOf(account, path.roleId, 404);
  const current = roleOf(account, requiredString(body, 'roleId', 'body'), 400);
  if (current.scope !== target.scope) {
    throw new Refusal(
      400,
      `"${current.id}" is a role of ${current.scope} scope, "${target.id}" of ${target.scope}`,
    );
  }
  const asked = optionalString(body, 'projectId');
  if (asked !== query.get('projectId'))
    throw new Refusal(400, 'projectId must be the same in query and body');
  const projectId = projectOf(account, target, asked);
  projectOf(account, current, asked);
  const status = oneOf(body['status'], 'status', statuses);
  knownAssignee(account, assigneeType, path.assigneeId, 404);
  const held = assignmentsOf(account, assigneeType, path.assigneeId);
  const before = held.get(roleKey(current.id, projectId));
  if (before === undefined) throw new Refusal(404, `"${path.assigneeId}" does not have role "${current.id}"`);
  if (target.id !== current.id && held.has(roleKey(target.id, projectId))) {
    throw new Refusal(409, `"${path.assigneeId}" already has role "${target.id}"`);
  }
  const row = { ...before, roleId: target.id, status: status ?? before.status, updatedAt: timestamp(now) };
  held.delete(roleKey(current.id, projectId));
  held.set(roleKey(target.id, projectId), row);
  return { status: 200, json: assignmentItem(row) };
}

/** `DELETE …/roles/{roleId}/assignments/{assigneeId}` (N3): the assignee is a USER unless the query says otherwise. */
export function revokeAssignment(account: Account, path: AssignmentPath, request: SandboxRequest): Answer {
  const query = knownQuery(request, ['assigneeType', 'projectId']);
  if (request.body !== '') throw new Refusal(400, 'DELETE takes no body here');
  const assigneeType = assigneeTypeOf(query.get('assigneeType'));
  const role = roleOf(account, path.roleId, 404);
  const projectId = projectOf(account, role, query.get('projectId'));
  knownAssignee(account, assigneeType, path.assigneeId, 404);
  if (!assignmentsOf(account, assigneeType, path.assigneeId).delete(roleKey(role.id, projectId))) {
    throw new Refusal(404, `"${path.assigneeId}" does not have role "${role.id}"`);
  }
  return { status: 200, json: { success: true, message: 'Assignment deleted successfully' } };
}

/** `POST …/users/invite` (N9): a new user is INVITED and gets team_member; nobody belongs to two accounts. */
export function inviteUser(
  account: Account,
  accounts: ReadonlyMap<string, Account>,
  request: SandboxRequest,
  now: number,
): Answer {
  knownQuery(request, []);
  const body = jsonBody(request, ['email'], 415);
  const email = requiredString(body, 'email', 'body');
  const asked = email.toLowerCase();
  for (const { id, users } of accounts.values()) {
    for (const user of users.values()) {
      if (user.email.toLowerCase() === asked)
        throw new Refusal(409, `"${email}" belongs to account "${id}" already`);
    }
  }
  const id = `user-${Buffer.from(asked).toString('hex')}-v1`;
  account.users.set(id, { id, email, name: email, status: 'INVITED' });
  const row = { assigneeType: 'USER', assigneeId: id, roleId: 'team_member', status: 'ACTIVE' } as const;
  addAssignment(account, { ...row, projectId: undefined }, now);
  return { status: 201, json: { success: true, message: 'User invited successfully' } };
}

/** The six documented fields: projectId is not among them (N1). */
function assignmentItem(row: AionAssignment): JsonObject {
  return { ...row, projectId: undefined };
}

function assigneeTypeOf(value: string | undefined): AssigneeType {
  return oneOf(value, 'assigneeType', ['USER', 'IAMGROUP']) ?? 'USER';
}

/** A member that may be left out, but not be empty or null. */
function optionalString(body: JsonObject, key: string): string | undefined {
  return Object.hasOwn(body, key) ? requiredString(body, key, 'body') : undefined;
}

function roleOf(account: Account, id: string, unknown: 400 | 404): AionRole {
  const role = account.roles.get(id);
  if (role === undefined) throw new Refusal(unknown, `Role "${id}" not found`);
  if (role.scope === 'RESOURCE')
    throw new Refusal(400, `Role "${id}" of RESOURCE scope cannot be assigned here`);
  return role;
}

/** The project that goes with a role: one for PROJECT scope, none for ACCOUNT scope (N1). */
function projectOf(account: Account, role: AionRole, projectId: string | undefined): string | undefined {
  if (role.scope === 'ACCOUNT') {
    if (projectId !== undefined)
      throw new Refusal(400, `projectId must be empty for role "${role.id}" of ACCOUNT scope`);
    return undefined;
  }
  if (projectId === undefined)
    throw new Refusal(400, `projectId is required for role "${role.id}" of PROJECT scope`);
  if (!account.projects.has(projectId)) throw new Refusal(404, `Project "${projectId}" not found`);
  if (role.project !== undefined && role.project !== projectId) {
    throw new Refusal(400, `Role "${role.id}" belongs to project "${role.project}"`);
  }
  return projectId;
}

function knownAssignee(account: Account, type: AssigneeType, id: string, unknown: 400 | 404): void {
  if (!(type === 'USER' ? account.users : account.groups).has(id))
    throw new Refusal(unknown, `${type} "${id}" not found in account "${account.id}"`);
}
