import { type Answer, Refusal, type SandboxRequest } from '../../../sandbox/messages.js';
import { type Route, route } from '../../../sandbox/routes.js';
import type { Authenticate } from '../../../sandbox/system.js';
import { type AionBehaviour, listRoles, listUsers, readRole, rolesOfAssignee } from './reads.js';
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

  function accountFor(request: SandboxRequest, id: string): Account {
    const caller = authenticate(request);
    const account = accounts.get(id);
    if (account === undefined) throw new Refusal(404, `Account "${id}" not found`);
    if (caller.limitedTo !== undefined && !caller.limitedTo.includes(id)) {
      throw new Refusal(403, `No access to account "${id}"`);
    }
    return account;
  }

  return [
    route(`${base}/users`, {
      GET: (request, [id = '']) => listUsers(accountFor(request, id), request, now()),
    }),
    route(`${base}/users/invite`, {
      POST: (request, [id = '']) => inviteUser(accountFor(request, id), accounts, request, now()),
    }),
    route(`${base}/roles`, {
      GET: (request, [id = '']) => listRoles(accountFor(request, id), request, now()),
    }),
    route(`${base}/roles/assignments`, {
      POST: (request, [id = '']) => createAssignment(accountFor(request, id), request, now()),
    }),
    route(`${base}/roles/users/{}`, {
      GET: (request, [id = '', userId = '']) =>
        rolesOfAssignee(accountFor(request, id), userId, behaviour, request),
    }),
    route(`${base}/roles/{}/assignments/{}`, {
      PUT: (request, [id = '', roleId = '', assigneeId = '']) =>
        replaceAssignment(accountFor(request, id), { roleId, assigneeId }, request, now()),
      DELETE: (request, [id = '', roleId = '', assigneeId = '']) =>
        revokeAssignment(accountFor(request, id), { roleId, assigneeId }, request),
    }),
    route(`${base}/roles/{}`, {
      GET: (request, [id = '', roleId = '']) => readRole(accountFor(request, id), roleId, request, now()),
    }),
  ];
}

/** The body of a refusal: undocumented, shaped like the documented `success` and `message` (B8). */
export function aionRefusal(refusal: Refusal): Answer {
  return {
    status: refusal.status,
    headers: refusal.headers,
    json: { success: false, message: refusal.message },
  };
}
