import { encodeId, isId } from '../../model/scope.js';
import { emailOf, fieldsOf, idOf, shown, textOf } from '../fields.js';
import type { RedoxOptions } from './options.js';

export type RedoxKind = 'organization' | 'environment';

/** A row of a role-assignment list (R1, R3), as far as it is used. */
export interface Membership {
  /** Of the organization or environment. */
  readonly name: string | null;
  readonly role: { readonly id: string; readonly name: string };
  readonly user: {
    readonly id: string;
    readonly fullname: string | null;
    readonly email: string | null;
    readonly lastLogin: string | null;
    readonly verified2fa: boolean | null;
  };
}

/** An environment the credential's user is a member of (R7). */
export interface EnvironmentItem {
  readonly id: string;
  readonly name: string | null;
}

/** Where the assignments of an organization or environment are listed and written (A2); relative to `/platform`. */
export function roleAssignmentPath(kind: RedoxKind, id: string, options: RedoxOptions): string {
  const segment = kind === 'organization' ? 'organizations' : options.environmentPath;
  return `/v1/${segment}/${encodeId(id)}/role-assignment`;
}

/** Where the environments of an organization are listed (R7). */
export function environmentsPath(organizationId: string): string {
  return `/v1/organizations/${encodeId(organizationId)}/environments`;
}

/** A row of the list of one organization or environment, or what is wrong with it. */
export function parseMembership(row: unknown, kind: RedoxKind, id: string): Membership | string {
  const fields = fieldsOf(row);
  const user = fieldsOf(fields['user']);
  const role = fieldsOf(fields['role']);
  const owner = fields[kind];
  const userId = idOf(user['id']);
  const roleId = idOf(role['id']);
  const roleName = textOf(role['name']);
  if (userId === null || !isId(userId)) return `a row has no usable user.id: ${shown(row)}`;
  if (roleId === null) return `the row of user ${shown(userId)} has no usable role.id`;
  if (roleName === null) return `the row of user ${shown(userId)} has no role.name`;
  if (owner !== undefined && idOf(fieldsOf(owner)['id']) !== id) {
    return `the row of user ${shown(userId)} is of ${kind} ${shown(fieldsOf(owner)['id'])}, not ${shown(id)}`;
  }
  const { verified2fa } = user;
  return {
    name: textOf(fieldsOf(owner)['name']),
    role: { id: roleId, name: roleName },
    user: {
      id: userId,
      fullname: textOf(user['fullname']),
      email: emailOf(user['lowercaseEmail']),
      lastLogin: textOf(user['lastLogin']),
      verified2fa: typeof verified2fa === 'boolean' ? verified2fa : null,
    },
  };
}

/** An item of the list of environments, or what is wrong with it. */
export function parseEnvironment(row: unknown): EnvironmentItem | string {
  const fields = fieldsOf(row);
  const id = idOf(fields['id']);
  if (id === null || !isId(id)) return `an environment has no usable id: ${shown(row)}`;
  return { id, name: textOf(fields['name']) };
}
