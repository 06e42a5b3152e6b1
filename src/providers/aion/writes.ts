import type { HttpResponse } from '../../http/request.js';
import type { RoleState } from '../../model/assignment.js';
import type { PlannedChange } from '../../model/change.js';
import type { PrincipalId } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { credentialName } from '../../model/settings.js';
import { fieldsOf, idOf, shown } from '../fields.js';
import type { WriteStep } from '../provider.js';
import { apiStatus, assigneeTypeOf, assignmentPath, assignmentsPath } from './api.js';
import type { AionContext } from './lists.js';

/**
 * The requests of a change: POST (N1) for a grant, DELETE (N3) for a revoke, or a PUT (N2) to INACTIVE where revoking
 * means deactivating, and PUT for everything else; by option POST and revoke for another role.
 * @throws Error for a change that a plan blocks or never makes
 */
export function aionWrites(
  { change, scope, principal, fromRoleId, toRoleId }: PlannedChange,
  context: AionContext,
): readonly WriteStep[] {
  const { from, to } = change;
  if (principal === null) throw new Error(`no id to write for ${change.principal} in ${change.scope}`);
  const target: Target = { scope, principal, context };
  const current = heldRole(from, fromRoleId);
  const wanted = heldRole(to, toRoleId);
  if (wanted === null) {
    if (current === null)
      throw new Error(`a change without roles, of ${change.principal} in ${change.scope}`);
    return [revoke(target, current)];
  }
  if (current === null) {
    if (wanted.state.status === 'inactive') {
      throw new Error(`an inactive role cannot be granted, in ${change.scope}`);
    }
    return [grant(target, wanted)];
  }
  const replaces = current.roleId !== wanted.roleId;
  if (replaces && context.options.roleChange === 'grant-then-revoke' && wanted.state.status === 'active') {
    return [grant(target, wanted), revoke(target, current)];
  }
  return [replace(target, current, wanted)];
}

/**
 * A DELETE succeeded where the answer says `success: true` (N3), a POST or PUT where it echoes what was sent (N1, N2);
 * null then.
 */
export function aionRefusal({ request }: WriteStep, { body }: HttpResponse): string | null {
  const answer = fieldsOf(body);
  if (request.method === 'DELETE') {
    return answer['success'] === true ? null : `the answer does not say success: true, but ${shown(body)}`;
  }
  for (const [field, sent] of Object.entries(expectedEcho(request.path, fieldsOf(request.body)))) {
    if (idOf(answer[field]) !== sent) {
      return `the answer does not echo ${field} ${shown(sent)}, but says ${shown(answer[field])}`;
    }
  }
  return null;
}

/** What the answer repeats: of a POST its body, and that it is active; of a PUT the ids in its path. */
function expectedEcho(
  path: string,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const match = /\/roles\/([^/?]+)\/assignments\/([^/?]+)(?:\?|$)/u.exec(path);
  const { assigneeType } = body;
  if (match === null) {
    return { assigneeId: body['assigneeId'], assigneeType, roleId: body['roleId'], status: 'ACTIVE' };
  }
  const [, roleId = '', assigneeId = ''] = match;
  return {
    assigneeId: decodeURIComponent(assigneeId),
    assigneeType,
    roleId: decodeURIComponent(roleId),
    status: body['status'],
  };
}

interface Target {
  readonly scope: Scope;
  readonly principal: PrincipalId;
  readonly context: AionContext;
}

interface HeldRole {
  readonly state: RoleState;
  readonly roleId: string;
}

function heldRole(state: RoleState | null, roleId: string | null): HeldRole | null {
  if (state === null) return null;
  if (roleId === null) throw new Error(`no role id to write for the role "${state.role}"`);
  return { state, roleId };
}

function grant({ scope, principal, context }: Target, wanted: HeldRole): WriteStep {
  return {
    request: {
      method: 'POST',
      path: assignmentsPath(scope.rootId),
      body: {
        assigneeId: principal.id,
        assigneeType: assigneeTypeOf(principal.kind),
        roleId: wanted.roleId,
        ...projectOf(scope),
      },
      credential: credentialName(context.settings, scope),
    },
    gives: wanted.state,
    takes: null,
    doneStatuses: [409],
  };
}

function revoke(target: Target, current: HeldRole): WriteStep {
  const { scope, principal, context } = target;
  if (context.options.revoke === 'deactivate') {
    const off = { ...current, state: { role: current.state.role, status: 'inactive' as const } };
    return { ...replace(target, current, off), gives: null, takes: current.state, doneStatuses: [404] };
  }
  const query = new URLSearchParams({ assigneeType: assigneeTypeOf(principal.kind), ...projectOf(scope) });
  return {
    request: {
      method: 'DELETE',
      path: `${assignmentPath(scope.rootId, current.roleId, principal.id)}?${encoded(query)}`,
      credential: credentialName(context.settings, scope),
    },
    gives: null,
    takes: current.state,
    doneStatuses: [404],
  };
}

/** The path names the new role, the body the current one; the project stands in both query and body (B2.2). */
function replace({ scope, principal, context }: Target, current: HeldRole, wanted: HeldRole): WriteStep {
  const query = new URLSearchParams(projectOf(scope));
  const path = assignmentPath(scope.rootId, wanted.roleId, principal.id);
  return {
    request: {
      method: 'PUT',
      path: query.size === 0 ? path : `${path}?${encoded(query)}`,
      body: {
        assigneeType: assigneeTypeOf(principal.kind),
        roleId: current.roleId,
        ...projectOf(scope),
        status: apiStatus(wanted.state.status),
      },
      credential: credentialName(context.settings, scope),
    },
    gives: wanted.state,
    takes: current.roleId === wanted.roleId ? null : current.state,
    doneStatuses: [],
  };
}

function projectOf({ kind, id }: Scope): { readonly projectId?: string } {
  return kind === 'project' ? { projectId: id } : {};
}

/** A query in which a space is %20, as in the path. */
function encoded(query: URLSearchParams): string {
  return query.toString().replaceAll('+', '%20');
}
