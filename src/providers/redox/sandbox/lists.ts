import { Refusal, type Answer, type JsonObject, type SandboxRequest } from '../../../sandbox/messages.js';
import { knownQuery, wholeNumber } from '../../../sandbox/request.js';
import type { RedoxBehaviour } from './behaviour.js';
import type { Environment, Member, Organization } from './state.js';

/** The lists of role assignments and environments (R1, R3, R7), as a behaviour has them. */
export class RedoxLists {
  readonly #reads = new Map<string, number>();

  constructor(private readonly behaviour: RedoxBehaviour) {}

  /** @throws Refusal 400 for an unknown query */
  members(request: SandboxRequest, { id, name, members }: Organization): Answer {
    const rows = [...members.values()].map(({ lastLogin, verified2fa, role, ...member }) => ({
      organization: { id, name },
      role,
      user: { ...this.#userItem(member, 'organization'), lastLogin, verified2fa },
    }));
    return this.#memberships(request, rows);
  }

  /** @throws Refusal 400 for an unknown query */
  holders(request: SandboxRequest, environment: Environment): Answer {
    const { members } = environment.organization;
    const rows = [...environment.roles].map(([id, role]) => ({
      environment: { id: environment.id, name: environment.name },
      role,
      user: this.#userItem(members.get(id) ?? { id }, 'environment'),
    }));
    return this.#memberships(request, rows);
  }

  /** The environments that a caller sees. @throws Refusal 400 for a query */
  environments(request: SandboxRequest, { environments }: Organization, actsAs: string | undefined): Answer {
    knownQuery(request, []);
    const { listsEnvironments } = this.behaviour;
    const seen = environments.filter(
      ({ roles }) =>
        listsEnvironments === 'all' ||
        (listsEnvironments === 'own' && (actsAs === undefined || roles.has(actsAs))),
    );
    return answered({ environments: seen.map(environmentItem) });
  }

  /** What is answered for an organization or environment that does not exist. @throws Refusal 404 */
  unknown(what: string, key: 'memberships' | 'environments'): Answer {
    if (this.behaviour.unknownIsEmpty) return answered({ [key]: [] });
    throw new Refusal(404, `No ${what}`);
  }

  #userItem(
    { id, ...user }: Pick<Member, 'id'> & Partial<Member>,
    kind: 'organization' | 'environment',
  ): JsonObject {
    const isNumber = this.behaviour.numberIdsOf.includes(kind) && isNumeric(id);
    const { name, email } = user;
    return {
      id: isNumber ? Number(id) : id,
      ...(name === undefined ? {} : { fullname: name }),
      ...(email === undefined ? {} : { lowercaseEmail: email.toLowerCase() }),
    };
  }

  #memberships(request: SandboxRequest, all: readonly JsonObject[]): Answer {
    const { pageSize, cutsLists, pagesCutLists, flickers } = this.behaviour;
    const reads = (this.#reads.get(request.path) ?? 0) + 1;
    this.#reads.set(request.path, reads);
    const rows = flickers && reads % 2 === 0 ? all.slice(0, -1) : all;
    if (pageSize !== undefined) return pageOf(request, rows, pageSize);
    const query = knownQuery(request, pagesCutLists ? ['_page', '_count'] : []);
    const page = wholeNumber(query, '_page', 1, Number.MAX_SAFE_INTEGER);
    const shown =
      page === 1 ? rows.slice(0, cutsLists) : rows.slice((page - 1) * cutsLists, page * cutsLists);
    return answered({ memberships: shown });
  }
}

/** Of a success, as all of them are enveloped (A1). */
export function answered(payload: JsonObject, meta: JsonObject = {}): Answer {
  return { status: 200, json: { meta: { version: '1.0.0', ...meta }, payload } };
}

/** R7 gives the organization's id as an integer there, and as a string elsewhere. */
function environmentItem({ id, name, flag, organization }: Environment): JsonObject {
  return {
    id,
    name,
    environmentFlag: flag,
    organization: { id: isNumeric(organization.id) ? Number(organization.id) : organization.id },
  };
}

function isNumeric(id: string): boolean {
  return /^(0|[1-9]\d{0,14})$/.test(id);
}

/**
 * A page of `size` rows, as the Platform API pages elsewhere (R22). The links of pages are relative and lack the
 * `/platform/v1`.
 * @throws Refusal 400 for an unknown query
 */
function pageOf(request: SandboxRequest, rows: readonly JsonObject[], size: number): Answer {
  const query = knownQuery(request, ['_page', '_count']);
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
