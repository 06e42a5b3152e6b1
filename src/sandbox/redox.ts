import { type Answer, Refusal } from './answer.js';
import { assignmentBody, type Named, userBody } from './redox-bodies.js';
import type { RedoxBehaviour } from './redox-behaviour.js';
import { environmentItem, environmentRows, organizationRow, page } from './redox-lists.js';
import type { Environment, Member, Organization, RedoxState } from './redox-state.js';
import type { RedoxRoleSeed } from './seed-format.js';
import { knownQuery, refuseBody, type SandboxRequest } from './request.js';
import { type Route, route } from './routes.js';
import type { Caller } from './tokens.js';

const prefix = '/platform/v1';
const done: Answer = { status: 200, json: { meta: { version: '1.0.0' }, payload: { success: true } } };

/** The Redox Platform API's access-control family (R1–R7), for the caller that a token stands for. */
export function redoxRoutes(
  state: RedoxState,
  behaviour: RedoxBehaviour,
  authenticate: (request: SandboxRequest) => Caller,
): readonly Route[] {
  const organizationPath = `${prefix}/organizations/{}/role-assignment`;
  const environmentPath = `${prefix}/${behaviour.environmentPath}/{}/role-assignment`;

  /** The organization, once the caller is known to hold one of `roles` there. */
  function organizationFor(request: SandboxRequest, id: string, roles: readonly string[]): Organization {
    const caller = authenticate(request);
    const organization = state.organizations.get(id);
    if (organization === undefined) throw new Refusal(404, `No organization "${id}"`);
    permit(caller, organization, roles);
    return organization;
  }

  function environmentFor(request: SandboxRequest, id: string): Environment {
    const caller = authenticate(request);
    const environment = state.environments.get(id);
    if (environment === undefined) throw new Refusal(404, `No environment "${id}"`);
    permit(caller, environment.organization, ['owner', 'admin']);
    return environment;
  }

  function list(request: SandboxRequest, path: string, rows: readonly unknown[]): Answer {
    if (behaviour.pageSize === undefined) {
      knownQuery(request, []);
      return { status: 200, json: { meta: { version: '1.0.0' }, payload: { memberships: rows } } };
    }
    return page(request, path, rows, behaviour.pageSize);
  }

  return [
    route(organizationPath, {
      GET: (request, [id = '']) => {
        const organization = organizationFor(request, id, ['owner', 'admin']);
        refuseBody(request);
        const rows = [...organization.members.values()].map((member) =>
          organizationRow(organization, member),
        );
        return list(request, `/organizations/${encodeURIComponent(id)}/role-assignment`, rows);
      },
      PUT: (request, [id = '']) => {
        const organization = organizationFor(request, id, ['owner']);
        const body = assignmentBody(request, behaviour);
        const role = knownRole(state.roles.organization, body.role);
        const member = knownMember(organization, body.user);
        if (role.name.toLowerCase() !== 'owner') keepOneOwner(organization, member);
        member.role = role;
        return done;
      },
      DELETE: (request, [id = '']) => {
        const organization = organizationFor(request, id, ['owner']);
        const member = knownMember(organization, userBody(request, behaviour));
        keepOneOwner(organization, member);
        organization.members.delete(member.id);
        for (const environment of organization.environments) environment.roles.delete(member.id);
        return done;
      },
    }),
    route(`${prefix}/organizations/{}/environments`, {
      GET: (request, [id = '']) => {
        const caller = authenticate(request);
        const organization = state.organizations.get(id);
        if (organization === undefined) throw new Refusal(404, `No organization "${id}"`);
        permit(caller, organization, ['owner', 'admin', 'member']);
        knownQuery(request, []);
        refuseBody(request);
        const { actsAs } = caller;
        const seen = organization.environments.filter(
          ({ roles }) => actsAs === undefined || roles.has(actsAs),
        );
        return {
          status: 200,
          json: { meta: { version: '1.0.0' }, payload: { environments: seen.map(environmentItem) } },
        };
      },
    }),
    route(environmentPath, {
      GET: (request, [id = '']) => {
        const environment = environmentFor(request, id);
        refuseBody(request);
        const path = `/${behaviour.environmentPath}/${encodeURIComponent(id)}/role-assignment`;
        return list(request, path, environmentRows(environment));
      },
      POST: (request, [id = '']) => {
        const environment = environmentFor(request, id);
        const body = assignmentBody(request, behaviour);
        const role = knownRole(state.roles.environment, body.role);
        const member = knownMember(environment.organization, body.user);
        if (environment.roles.has(member.id)) {
          throw new Refusal(409, `User "${member.id}" already has a role in environment "${id}"`);
        }
        environment.roles.set(member.id, role);
        return done;
      },
      PUT: (request, [id = '']) => {
        const environment = environmentFor(request, id);
        const body = assignmentBody(request, behaviour);
        const role = knownRole(state.roles.environment, body.role);
        const member = knownMember(environment.organization, body.user);
        if (!environment.roles.has(member.id) && behaviour.environmentFirstAssignment === 'post') {
          throw new Refusal(404, `User "${member.id}" has no role in environment "${id}" to update`);
        }
        environment.roles.set(member.id, role);
        return done;
      },
      DELETE: (request, [id = '']) => {
        const environment = environmentFor(request, id);
        const member = knownMember(environment.organization, userBody(request, behaviour));
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

function knownRole(roles: readonly RedoxRoleSeed[], asked: Named): RedoxRoleSeed {
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
function keepOneOwner(organization: Organization, leaving: Member): void {
  if (leaving.role.name.toLowerCase() !== 'owner') return;
  for (const member of organization.members.values()) {
    if (member !== leaving && member.role.name.toLowerCase() === 'owner') return;
  }
  throw new Refusal(409, `User "${leaving.id}" is the last owner of organization "${organization.id}"`);
}
