import { isRecord } from '../../../model/record.js';
import { type Answer, type JsonObject, Refusal, type SandboxRequest } from '../../../sandbox/messages.js';
import {
  jsonBody,
  knownQuery,
  refuseUnknown,
  requiredString,
  wholeNumber,
} from '../../../sandbox/request.js';
import type { Environment, Member, Organization } from './state.js';

/** An id with the name that goes with it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The JSON type of `user.id` in request bodies. */
export type UserIdType = 'string' | 'number';

/** The body of a role's POST and PUT (R2, R4, R5): id and name of role and user. @throws Refusal 400 */
export function assignmentBody(
  request: SandboxRequest,
  userIdType: UserIdType,
): { readonly role: Named; readonly user: Named } {
  const body = writeBody(request, ['role', 'user']);
  return { role: named(body, 'role', 'string'), user: named(body, 'user', userIdType) };
}

/** The body of a DELETE (R6). @throws Refusal 400 */
export function userBody(request: SandboxRequest, userIdType: UserIdType): Named {
  return named(writeBody(request, ['user']), 'user', userIdType);
}

function writeBody(request: SandboxRequest, known: readonly string[]): JsonObject {
  knownQuery(request, []);
  return jsonBody(request, known, 400);
}

function named(body: JsonObject, key: string, idType: UserIdType): Named {
  const value = body[key];
  if (!isRecord(value)) throw new Refusal(400, `${key} is required and must be an object`);
  refuseUnknown(value, ['id', 'name'], key);
  const name = requiredString(value, 'name', key);
  if (idType === 'string') return { id: requiredString(value, 'id', key), name };
  if (typeof value['id'] !== 'number') throw new Refusal(400, `${key}.id must be a number`);
  return { id: String(value['id']), name };
}

/** The rows of an organization's list (R1). */
export function organizationRows({ id, name, members }: Organization): readonly JsonObject[] {
  return [...members.values()].map(({ lastLogin, verified2fa, role, ...member }) => ({
    organization: { id, name },
    role,
    user: { ...userItem(member), lastLogin, verified2fa },
  }));
}

/** The rows of an environment's list (R3). */
export function environmentRows(environment: Environment): readonly JsonObject[] {
  const { members } = environment.organization;
  return [...environment.roles].map(([id, role]) => {
    const member = members.get(id);
    return {
      environment: { id: environment.id, name: environment.name },
      role,
      user: member === undefined ? { id } : userItem(member),
    };
  });
}

function userItem({ id, name, email }: Pick<Member, 'id' | 'name' | 'email'>): JsonObject {
  return { id, fullname: name, lowercaseEmail: email.toLowerCase() };
}

/** R7 gives the organization's id as an integer there, and as a string elsewhere. */
export function environmentItem({ id, name, flag, organization }: Environment): JsonObject {
  const numeric = /^(0|[1-9]\d{0,14})$/.test(organization.id);
  return {
    id,
    name,
    environmentFlag: flag,
    organization: { id: numeric ? Number(organization.id) : organization.id },
  };
}

/** An answer with a payload, as all of the API's are. */
export function answered(payload: JsonObject, meta: JsonObject = {}): Answer {
  return { status: 200, json: { meta: { version: '1.0.0', ...meta }, payload } };
}

/**
 * A list of assignments: whole, as documented, or in pages of `size` rows as the Platform API pages (R22). The links of
 * pages are relative and lack the `/platform/v1`.
 * @throws Refusal 400 for an unknown query
 */
export function membershipList(
  request: SandboxRequest,
  rows: readonly JsonObject[],
  size: number | undefined,
): Answer {
  const query = knownQuery(request, size === undefined ? [] : ['_page', '_count']);
  if (size === undefined) return answered({ memberships: rows });
  const page = wholeNumber(query, '_page', 1, Number.MAX_SAFE_INTEGER);
  const count = wholeNumber(query, '_count', size, 50);
  const path = request.path.replace('/platform/v1', '');
  const link = (number: number): string => `${path}?_page=${number}&_count=${count}`;
  const links = {
    self: link(page),
    ...(page * count < rows.length ? { next: link(page + 1) } : {}),
    first: link(1),
  };
  return answered(
    { memberships: rows.slice((page - 1) * count, page * count) },
    { page: { currentPage: page, pageType: 'offset', pageSize: count, links } },
  );
}
