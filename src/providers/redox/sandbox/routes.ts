import type { RedoxRole } from '../../../generated/redox-seed.js';
import { isRecord } from '../../../model/record.js';
import { type Answer, type JsonObject, Refusal, type SandboxRequest } from '../../../sandbox/messages.js';
import {
  jsonBody,
  knownQuery,
  refuseUnknown,
  requiredString,
  wholeNumber,
} from '../../../sandbox/request.js';
import { type Route, route } from '../../../sandbox/routes.js';
import type { Authenticate } from '../../../sandbox/system.js';
import type { Caller } from '../../../sandbox/tokens.js';
import type { Environment, Member, Organization, RedoxState } from './state.js';

/** The unknowns of the Redox API (apis.md part C), as the sandbox answers them. */
export interface RedoxBehaviour {
  /** The path segment that the environment operations answer under. */
  readonly environmentPath: 'environments' | 'environment';
  /** Whether the first role in an environment is a POST, or PUT creates it too. */
  readonly environmentFirstAssignment: 'post' | 'put';
  readonly userIdType: UserIdType;
  /** Rows a page of the role-assignment lists; undefined: one page, as documented. */
  readonly pageSize: number | undefined;
}

const prefix = '/platform/v1';
const done = answered({ success: true });

/** The Redox Platform API's access-control family (R1–R7), for the caller that a token stands for. */
export function redoxRoutes(
  { organizations, environments, roles }: RedoxState,
  { environmentPath, environmentFirstAssignment, userIdType, pageSize }: RedoxBehaviour,
  authenticate: Authenticate,
): readonly Route[] {
  /** The organization, once the caller is known to hold one of `roles` there. */
  function organizationFor(caller: Caller, id: string, allowed: readonly string[]): Organization {
    const organization = organizations.get(id);
    if (organization === undefined) throw new Refusal(404, `No organization "${id}"`);
    permit(caller, organization, allowed);
    return organization;
  }

  function environmentFor(request: SandboxRequest, id: string): Environment {
    const caller = authenticate(request);
    const environment = environments.get(id);
    if (environment === undefined) throw new Refusal(404, `No environment "${id}"`);
    permit(caller, environment.organization, ['owner', 'admin']);
    return environment;
  }

  /** Environment, role and user of a POST or PUT. */
  function environmentWrite(
    request: SandboxRequest,
    id: string,
  ): { readonly environment: Environment; readonly role: RedoxRole; readonly member: Member } {
    const environment = environmentFor(request, id);
    const body = assignmentBody(request, userIdType);
    const role = knownRole(roles.environment, body.role);
    return { environment, role, member: knownMember(environment.organization, body.user) };
  }

  return [
    route(`${prefix}/organizations/{}/role-assignment`, {
      GET: (request, [id = '']) => {
        const organization = organizationFor(authenticate(request), id, ['owner', 'admin']);
        return membershipList(request, organizationRows(organization), pageSize);
      },
      PUT: (request, [id = '']) => {
        const organization = organizationFor(authenticate(request), id, ['owner']);
        const body = assignmentBody(request, userIdType);
        const role = knownRole(roles.organization, body.role);
        const member = knownMember(organization, body.user);
        if (!isOwner(role)) keepOneOwner(organization, member);
        member.role = role;
        return done;
      },
      DELETE: (request, [id = '']) => {
        const organization = organizationFor(authenticate(request), id, ['owner']);
        const member = knownMember(organization, userBody(request, userIdType));
        keepOneOwner(organization, member);
        organization.members.delete(member.id);
        for (const environment of organization.environments) environment.roles.delete(member.id);
        return done;
      },
    }),
    route(`${prefix}/organizations/{}/environments`, {
      GET: (request, [id = '']) => {
        const caller = authenticate(request);
        const organization = organizationFor(caller, id, ['owner', 'admin', 'member']);
        knownQuery(request, []);
        const { actsAs } = caller;
        const seen = organization.environments.filter(
          (environment) => actsAs === undefined || environment.roles.has(actsAs),
        );
        return answered({ environments: seen.map(environmentItem) });
      },
    }),
    route(`${prefix}/${environmentPath}/{}/role-assignment`, {
      GET: (request, [id = '']) => {
        const environment = environmentFor(request, id);
        return membershipList(request, environmentRows(environment), pageSize);
      },
      POST: (request, [id = '']) => {
        const { environment, role, member } = environmentWrite(request, id);
        if (environment.roles.has(member.id)) {
          throw new Refusal(409, `User "${member.id}" already has a role in environment "${id}"`);
        }
        environment.roles.set(member.id, role);
        return done;
      },
      PUT: (request, [id = '']) => {
        const { environment, role, member } = environmentWrite(request, id);
        if (!environment.roles.has(member.id) && environmentFirstAssignment === 'post') {
          throw new Refusal(404, `User "${member.id}" has no role in environment "${id}" to update`);
        }
        environment.roles.set(member.id, role);
        return done;
      },
      DELETE: (request, [id = '']) => {
        const environment = environmentFor(request, id);
        const member = knownMember(environment.organization, userBody(request, userIdType));
        if (!environment.roles.delete(member.id)) {
          throw new Refusal(404, `User "${member.id}" has no role in environment "${id}"`);
        }
        return done;
      },
    }),
  ];
}

/** The body of a refusal, as seen on other Redox APIs; a 401 is plain text (R25). */
export function redoxRefusal(refusal: Refusal): Answer {
  const { status, headers, message } = refusal;
  if (status === 401) return { status, headers, text: message };
  const type = status >= 500 ? 'server-error' : 'client-error';
  return {
    status,
    headers,
    json: { Meta: { Errors: [{ ID: status, Text: message, Type: type, Module: 'platform' }] } },
  };
}

/** Owners manage organization roles; owners and admins manage environment roles and read both lists (R9, R11). */
function permit(caller: Caller, organization: Organization, roles: readonly string[]): void {
  if (caller.limitedTo !== undefined && !caller.limitedTo.includes(organization.id)) {
    throw new Refusal(403, `This credential does not reach organization "${organization.id}"`);
  }
  if (caller.actsAs === undefined) return;
  const held = organization.members.get(caller.actsAs)?.role.name.toLowerCase();
  if (held === undefined || !roles.includes(held)) {
    throw new Refusal(403, `The caller must be ${roles.join(' or ')} of organization "${organization.id}"`);
  }
}

function knownRole(roles: readonly RedoxRole[], asked: Named): RedoxRole {
  const found = roles.find((role) => role.id === asked.id);
  if (found === undefined) throw new Refusal(400, `No role with id "${asked.id}" here`);
  if (found.name.toLowerCase() !== asked.name.toLowerCase()) {
    throw new Refusal(400, `Role "${asked.id}" is named "${found.name}", not "${asked.name}"`);
  }
  return found;
}

function knownMember(organization: Organization, asked: Named): Member {
  const found = organization.members.get(asked.id);
  if (found === undefined) throw new Refusal(404, `User "${asked.id}" is no member of "${organization.id}"`);
  if (found.name !== asked.name) {
    throw new Refusal(400, `User "${asked.id}" is named "${found.name}", not "${asked.name}"`);
  }
  return found;
}

/** An organization must keep at least one owner (R9). */
function keepOneOwner({ id, members }: Organization, leaving: Member): void {
  if (!isOwner(leaving.role)) return;
  if ([...members.values()].some((member) => member !== leaving && isOwner(member.role))) return;
  throw new Refusal(409, `User "${leaving.id}" is the last owner of organization "${id}"`);
}

function isOwner({ name }: RedoxRole): boolean {
  return name.toLowerCase() === 'owner';
}

interface Named {
  readonly id: string;
  readonly name: string;
}

type UserIdType = 'string' | 'number';

/** The body of a role's POST and PUT (R2, R4, R5): id and name of role and user. @throws Refusal 400 */
function assignmentBody(
  request: SandboxRequest,
  userIdType: UserIdType,
): { readonly role: Named; readonly user: Named } {
  const body = writeBody(request, ['role', 'user']);
  return { role: named(body, 'role', 'string'), user: named(body, 'user', userIdType) };
}

/** The body of a DELETE (R6). @throws Refusal 400 */
function userBody(request: SandboxRequest, userIdType: UserIdType): Named {
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
function organizationRows({ id, name, members }: Organization): readonly JsonObject[] {
  return [...members.values()].map(({ lastLogin, verified2fa, role, ...member }) => ({
    organization: { id, name },
    role,
    user: { ...userItem(member), lastLogin, verified2fa },
  }));
}

/** The rows of an environment's list (R3). */
function environmentRows(environment: Environment): readonly JsonObject[] {
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
function environmentItem({ id, name, flag, organization }: Environment): JsonObject {
  const numeric = /^(0|[1-9]\d{0,14})$/.test(organization.id);
  return {
    id,
    name,
    environmentFlag: flag,
    organization: { id: numeric ? Number(organization.id) : organization.id },
  };
}

function answered(payload: JsonObject, meta: JsonObject = {}): Answer {
  return { status: 200, json: { meta: { version: '1.0.0', ...meta }, payload } };
}

/**
 * A list of assignments: whole, as documented, or in pages of `size` rows as the Platform API pages (R22). The links of
 * pages are relative and lack the `/platform/v1`.
 * @throws Refusal 400 for an unknown query
 */
function membershipList(
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
