import type { RedoxRole } from '../../../generated/redox-seed.js';
import { isRecord } from '../../../model/record.js';
import { type Answer, type JsonObject, Refusal, type SandboxRequest } from '../../../sandbox/messages.js';
import { jsonBody, knownQuery, refuseUnknown, requiredString } from '../../../sandbox/request.js';
import { type Handler, type Route, route } from '../../../sandbox/routes.js';
import type { Authenticate } from '../../../sandbox/system.js';
import type { Caller } from '../../../sandbox/tokens.js';
import type { RedoxBehaviour } from './behaviour.js';
import { answered, RedoxLists } from './lists.js';
import type { Environment, Member, Organization, RedoxState } from './state.js';

const prefix = '/platform/v1';
const done = answered({ success: true });

/** The Redox Platform API's access-control family (R1–R7), for the caller that a token stands for. */
export function redoxRoutes(
  { organizations, environments, roles }: RedoxState,
  behaviour: RedoxBehaviour,
  authenticate: Authenticate,
): readonly Route[] {
  const { environmentPath, environmentFirstAssignment, userIdType } = behaviour;
  const lists = new RedoxLists(behaviour);
  const segments = environmentPath === 'both' ? ['environments', 'environment'] : [environmentPath];

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

  const routes = [
    route(`${prefix}/organizations/{}/role-assignment`, {
      GET: (request, [id = '']) => {
        const caller = authenticate(request);
        if (!organizations.has(id)) return lists.unknown(`organization "${id}"`, 'memberships');
        return lists.members(request, organizationFor(caller, id, ['owner', 'admin']));
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
        if (!organizations.has(id)) return lists.unknown(`organization "${id}"`, 'environments');
        const organization = organizationFor(caller, id, ['owner', 'admin', 'member']);
        return lists.environments(request, organization, caller.actsAs);
      },
    }),
    ...segments.map((segment) =>
      route(`${prefix}/${segment}/{}/role-assignment`, {
        GET: (request, [id = '']) => {
          authenticate(request);
          if (!environments.has(id)) return lists.unknown(`environment "${id}"`, 'memberships');
          return lists.holders(request, environmentFor(request, id));
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
    ),
  ];
  return routes.map((each) => withHeaders(each, behaviour.headers));
}

/** A route whose answers carry further headers. */
function withHeaders({ segments, methods }: Route, headers: RedoxBehaviour['headers']): Route {
  const handlers = Object.entries(methods).map(([method, handle]): [string, Handler] => [
    method,
    (request, ids) => {
      const answer = handle(request, ids);
      return { ...answer, headers: { ...headers, ...answer.headers } };
    },
  ]);
  return { segments, methods: Object.fromEntries(handlers) };
}

/** The body of a refusal, as seen on other Redox APIs; a 401 is plain text (R25). */
export function redoxRefusal(
  { status: refused, headers: own, message }: Refusal,
  { errorsAre200, headers: always }: RedoxBehaviour,
): Answer {
  const headers = { ...always, ...own };
  const status = errorsAre200 ? 200 : refused;
  if (status === 401) return { status, headers, text: message };
  const type = refused >= 500 ? 'server-error' : 'client-error';
  return {
    status,
    headers,
    json: { Meta: { Errors: [{ ID: refused, Text: message, Type: type, Module: 'platform' }] } },
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

type UserIdType = RedoxBehaviour['userIdType'];

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
