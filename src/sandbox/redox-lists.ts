import type { Answer } from './answer.js';
import type { Environment, Member, Organization } from './redox-state.js';
import { type JsonObject, knownQuery, type SandboxRequest, wholeNumber } from './request.js';

/** A row of an organization's list (R1). */
export function organizationRow(organization: Organization, member: Member): JsonObject {
  const { id, name, email, lastLogin, verified2fa, role } = member;
  return {
    organization: { id: organization.id, name: organization.name },
    role,
    user: { id, fullname: name, lowercaseEmail: email.toLowerCase(), lastLogin, verified2fa },
  };
}

/** The rows of an environment's list (R3). */
export function environmentRows(environment: Environment): readonly JsonObject[] {
  const { members } = environment.organization;
  return [...environment.roles].map(([id, role]) => ({
    environment: { id: environment.id, name: environment.name },
    role,
    user: { id, fullname: members.get(id)?.name, lowercaseEmail: members.get(id)?.email.toLowerCase() },
  }));
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

/** The generic paging scheme of the Platform API (R22): links are relative and lack the `/platform/v1`. */
export function page(request: SandboxRequest, path: string, rows: readonly unknown[], size: number): Answer {
  const query = knownQuery(request, ['_page', '_count']);
  const current = wholeNumber(query, '_page', 1, Number.MAX_SAFE_INTEGER);
  const count = wholeNumber(query, '_count', size, 50);
  const link = (number: number): string => `${path}?_page=${number}&_count=${count}`;
  const links = {
    self: link(current),
    ...(current * count < rows.length ? { next: link(current + 1) } : {}),
    first: link(1),
  };
  const meta = {
    version: '1.0.0',
    page: { currentPage: current, pageType: 'offset', pageSize: count, links },
  };
  return {
    status: 200,
    json: { meta, payload: { memberships: rows.slice((current - 1) * count, current * count) } },
  };
}
