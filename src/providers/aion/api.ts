import type { Status } from '../../model/assignment.js';
import type { LiveUser } from '../../model/live.js';
import type { PrincipalKind } from '../../model/principal.js';
import { encodeId, isId } from '../../model/scope.js';
import { emailOf, fieldsOf, idOf, shown, textOf } from '../fields.js';

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
export function usersPath(accountId: string): string {
  return `/api/v1/accounts/${encodeId(accountId)}/users`;
}

/** The roles of an account (N4). */
export function rolesPath(accountId: string): string {
  return `/api/v1/accounts/${encodeId(accountId)}/roles`;
}

/** The roles of a user (N6), or by option of a group. */
export function rolesOfPath(accountId: string, assigneeId: string): string {
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
export function parseRole(row: unknown): RoleItem | string {
  const fields = fieldsOf(row);
  const id = idOf(fields['id']);
  const scope = textOf(fields['scope']);
  if (id === null || !isId(id)) return `a role has no usable id: ${shown(row)}`;
  if (scope === null) return `the role ${shown(id)} has no scope`;
  return { id, name: textOf(fields['name']), scope, projectId: idOf(fields['projectId']) };
}

/** A row of the roles somebody holds, or what is wrong with it. */
export function parseRoleRow(row: unknown): RoleRow | string {
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
export function parseUser(row: unknown): LiveUser | string {
  const fields = fieldsOf(row);
  const id = idOf(fields['id']);
  if (id === null || !isId(id)) return `a user has no usable id: ${shown(row)}`;
  const email = emailOf(fields['email']);
  return { id, email, name: textOf(fields['name']), lastLogin: null, twoFactor: null };
}
