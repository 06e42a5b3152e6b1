import type { HttpResponse, HttpRequest, Method } from '../../http/request.js';
import type { LiveRoot } from '../../model/live.js';
import type { PlannedChange } from '../../model/planned.js';
import type { PrincipalId } from '../../model/principal.js';
import { credentialOf } from '../connection.js';
import { fieldsOf, shown } from '../fields.js';
import type { WriteStep } from '../provider.js';
import { type RedoxKind, roleAssignmentPath } from './api.js';
import type { NamesOfRoots } from './names.js';
import type { RedoxContext } from './read.js';

/**
 * The one request of a change: PUT for another role (R2, R5), POST (or PUT, by option) for the first one in an
 * environment (R4), DELETE with a body for none (R6; A2.3 for an organization).
 * @throws Error for a change that a plan blocks: it has no principal or no role id
 */
export function redoxWrites(
  { change, scope, principal, toRoleId }: PlannedChange,
  root: LiveRoot,
  context: RedoxContext,
  names: NamesOfRoots,
): readonly WriteStep[] {
  if (principal === null) throw new Error(`no user id to write for ${change.principal} in ${change.scope}`);
  const kind: RedoxKind = scope.kind === 'organization' ? 'organization' : 'environment';
  const user = userBody(principal, root, context, names);
  const step = (method: Method, body: unknown, doneStatuses: readonly number[]): readonly WriteStep[] => {
    const request: HttpRequest = {
      method,
      path: roleAssignmentPath(kind, scope.id, context.options),
      body,
      credential: credentialOf(context.settings, scope),
    };
    return [{ request, gives: change.to, takes: change.from, doneStatuses }];
  };
  if (change.to === null) return step('DELETE', { user }, [404]);
  if (toRoleId === null) throw new Error(`no role id to write for ${change.principal} in ${change.scope}`);
  const role = { id: toRoleId, name: roleName(change.to.role, toRoleId, kind, root, context, names) };
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
  root: LiveRoot,
  { options }: RedoxContext,
  names: NamesOfRoots,
): { readonly id: string | number; readonly name: string } {
  const user = names.user(root, id);
  const asNumber =
    options.userIdType === 'number' && String(Number(id)) === id && Number.isSafeInteger(Number(id));
  return { id: asNumber ? Number(id) : id, name: user?.name ?? user?.email ?? id };
}

/** A role that nobody holds is named in lower case in a plan, but sent as the settings write it. */
function roleName(
  role: string,
  roleId: string,
  kind: RedoxKind,
  root: LiveRoot,
  { options }: RedoxContext,
  names: NamesOfRoots,
): string {
  const written = [...options.roles[kind]].find(([name, id]) => id === roleId && name.toLowerCase() === role);
  return written === undefined || names.isSeen(root, role) ? role : written[0];
}
