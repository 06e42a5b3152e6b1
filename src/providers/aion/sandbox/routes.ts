import { type Answer, Refusal, type SandboxRequest } from '../../../sandbox/messages.js';
import { type Handler, type Route, route } from '../../../sandbox/routes.js';
import type { Authenticate } from '../../../sandbox/system.js';
import type { AionBehaviour } from './behaviour.js';
import {
  type AionLists,
  assignmentsOfRole,
  listRoles,
  listUsers,
  readRole,
  rolesOfAssignee,
} from './lists.js';
import type { Account } from './state.js';
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
  const lists: AionLists = { behaviour, now, flickers: flickering(behaviour) };

  function accountFor(request: SandboxRequest, id: string): Account {
    const caller = authenticate(request);
    const account = accounts.get(id);
    if (account === undefined && behaviour.unknownIsEmpty && request.method === 'GET') return emptyAccount;
    if (account === undefined) throw new Refusal(404, `Account "${id}" not found`);
    if (caller.limitedTo !== undefined && !caller.limitedTo.includes(id)) {
      throw new Refusal(403, `No access to account "${id}"`);
    }
    return account;
  }

  const everyAssignment: Handler = (request, [id = '']) =>
    assignmentsOfRole(accountFor(request, id), null, request, lists);
  const assignmentsOf: Handler = (request, [id = '', roleId = '']) =>
    assignmentsOfRole(accountFor(request, id), roleId, request, lists);

  const routes = [
    route(`${base}/users`, {
      GET: (request, [id = '']) => listUsers(accountFor(request, id), request, lists),
    }),
    route(`${base}/users/invite`, {
      POST: (request, [id = '']) => inviteUser(accountFor(request, id), accounts, request, now()),
    }),
    route(`${base}/roles`, {
      GET: (request, [id = '']) => listRoles(accountFor(request, id), request, lists),
    }),
    route(`${base}/roles/assignments`, {
      ...(behaviour.roleReads ? { GET: everyAssignment } : {}),
      POST: (request, [id = '']) => createAssignment(accountFor(request, id), request, now()),
    }),
    route(`${base}/roles/users/{}`, {
      GET: (request, [id = '', userId = '']) =>
        rolesOfAssignee(accountFor(request, id), userId, request, lists),
    }),
    ...(behaviour.roleReads ? [route(`${base}/roles/{}/assignments`, { GET: assignmentsOf })] : []),
    route(`${base}/roles/{}/assignments/{}`, {
      PUT: (request, [id = '', roleId = '', assigneeId = '']) =>
        replaceAssignment(accountFor(request, id), { roleId, assigneeId }, request, now()),
      DELETE: (request, [id = '', roleId = '', assigneeId = '']) =>
        revokeAssignment(accountFor(request, id), { roleId, assigneeId }, request),
    }),
    route(`${base}/roles/{}`, {
      GET: (request, [id = '', roleId = '']) => readRole(accountFor(request, id), roleId, request, lists),
    }),
  ];
  return routes.map(({ segments, methods }) => ({
    segments,
    methods: Object.fromEntries(
      Object.entries(methods).map(([method, handler]) => [
        method,
        (request: SandboxRequest, ids: readonly string[]): Answer => {
          const answer = handler(request, ids);
          return { ...answer, headers: { ...behaviour.headers, ...answer.headers } };
        },
      ]),
    ),
  }));
}

/** The body of a refusal: undocumented, shaped like the documented `success` and `message` (B8). */
export function aionRefusal(refusal: Refusal, { errorsAre200, headers }: AionBehaviour): Answer {
  return {
    status: errorsAre200 ? 200 : refusal.status,
    headers: { ...headers, ...refusal.headers },
    json: { success: false, message: refusal.message },
  };
}

const emptyAccount: Account = {
  id: '',
  projects: new Set(),
  users: new Map(),
  groups: new Map(),
  roles: new Map(),
  assignments: new Map(),
};

/** Counts the reads of each list. */
function flickering({ flickers }: AionBehaviour): AionLists['flickers'] {
  const reads = new Map<string, number>();
  return ({ path, rawQuery }) => {
    const list = `${path}?${rawQuery}`;
    const read = (reads.get(list) ?? 0) + 1;
    reads.set(list, read);
    return flickers && read % 2 === 0;
  };
}
