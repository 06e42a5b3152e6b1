import type { HttpResponse, HttpRequest, Method } from '../../http/request.js';
import type { LiveRoot, LiveUser } from '../../model/live.js';
import type { PlannedChange } from '../../model/change.js';
import type { PrincipalId } from '../../model/principal.js';
import { credentialName } from '../../model/settings.js';
import { fieldsOf, shown } from '../fields.js';
import type { WriteStep } from '../provider.js';
import { type RedoxContext, type RedoxKind, roleAssignmentPath } from './api.js';

interface Names {
  readonly users: ReadonlyMap<string, LiveUser>;
  readonly roles: ReadonlySet<string>;
}

/** The names of what was read, indexed once a root: a large organization has as many writes as users to look up. */
export class NamesOfRoots {
  readonly #byRoot = new WeakMap<LiveRoot, Names>();

  /** The users of a root and those that only its rows name, and the roles that somebody holds in the API's spelling. */
  of(root: LiveRoot): Names {
    const known = this.#byRoot.get(root);
    if (known !== undefined) return known;
    const names: Names = {
      users: new Map([...(root.outsiders ?? []), ...root.users].map((user) => [user.id, user])),
      roles: new Set(root.scopes.flatMap(({ assignments }) => assignments.map(({ role }) => role))),
    };
    this.#byRoot.set(root, names);
    return names;
  }
}

/**
 * The one request of a change: PUT for another role (R2, R5), POST (or PUT, by option) for the first one in an
 * environment (R4), DELETE with a body for none (R6; A2.3 for an organization).
 * @throws Error for a change that a plan blocks: it has no principal or no role id
 */
export function redoxWrites(
  { change, scope, principal, toRoleId }: PlannedChange,
  root: LiveRoot,
  context: RedoxContext,
  roots: NamesOfRoots,
): readonly WriteStep[] {
  if (principal === null) throw new Error(`no user id to write for ${change.principal} in ${change.scope}`);
  const kind: RedoxKind = scope.kind === 'organization' ? 'organization' : 'environment';
  const names = roots.of(root);
  const user = userBody(principal, context, names);
  const step = (method: Method, body: unknown, doneStatuses: readonly number[]): readonly WriteStep[] => {
    const request: HttpRequest = {
      method,
      path: roleAssignmentPath(kind, scope.id, context.options),
      body,
      credential: credentialName(context.settings, scope),
    };
    return [{ request, gives: change.to, takes: change.from, doneStatuses }];
  };
  if (change.to === null) return step('DELETE', { user }, [404]);
  if (toRoleId === null) throw new Error(`no role id to write for ${change.principal} in ${change.scope}`);
  const role = { id: toRoleId, name: roleName(change.to.role, toRoleId, kind, context, names) };
  if (change.from !== null) return step('PUT', { role, user }, []);
  if (kind === 'organization')
    throw new Error(`${change.principal} cannot be added to ${change.scope} by API (R13)`);
  return context.options.environmentFirstAssignment === 'put'
    ? step('PUT', { role, user }, [])
    : step('POST', { role, user }, [409]);
}

/** A write succeeded where the answer says `payload.success: true` (A2.8); null then. */
export function redoxRefusal({ body }: HttpResponse): string | null {
  const { payload } = fieldsOf(body);
  const { success } = fieldsOf(payload);
  return success === true ? null : `the answer does not say payload.success: true, but ${shown(body)}`;
}

/** Id and name of both are sent, as the documented body has them: what the API makes of one alone is unknown (A2.2). */
function userBody(
  { id }: PrincipalId,
  { options }: RedoxContext,
  { users }: Names,
): { readonly id: string | number; readonly name: string } {
  const user = users.get(id);
  const asNumber =
    options.userIdType === 'number' && String(Number(id)) === id && Number.isSafeInteger(Number(id));
  return { id: asNumber ? Number(id) : id, name: user?.name ?? user?.email ?? id };
}

/** A role that nobody holds is named in lower case in a plan, but sent as the settings write it. */
function roleName(
  role: string,
  roleId: string,
  kind: RedoxKind,
  { options }: RedoxContext,
  { roles }: Names,
): string {
  const written = [...options.roles[kind]].find(([name, id]) => id === roleId && name.toLowerCase() === role);
  return written === undefined || roles.has(role) ? role : written[0];
}
