import type { RoleState } from '../../src/model/assignment.js';
import type { PlannedChange } from '../../src/model/change.js';
import { type PrincipalId, principalAddress } from '../../src/model/principal.js';
import type { Scope } from '../../src/model/scope.js';

export const active = (role: string): RoleState => ({ role, status: 'active' });
export const inactive = (role: string): RoleState => ({ role, status: 'inactive' });
export const user = (id: string): PrincipalId => ({ kind: 'user', id });
export const group = (id: string): PrincipalId => ({ kind: 'group', id });

/** A planned change; role ids are the role names unless `ids` gives others. */
export function planned(
  scope: Scope,
  principal: PrincipalId,
  from: RoleState | null,
  to: RoleState | null,
  ids: Readonly<Record<string, string>> = {},
): PlannedChange {
  const idOf = (state: RoleState | null): string | null =>
    state === null ? null : (ids[state.role] ?? state.role);
  return {
    change: {
      action: from === null ? 'grant' : to === null ? 'revoke' : 'change',
      scope: scope.address,
      principal: principalAddress(principal.kind, principal.id),
      label: principal.id,
      from,
      to,
      source: null,
      cause: null,
      term: null,
      risk: 'normal',
      blocked: null,
    },
    scope,
    principal,
    fromRoleId: idOf(from),
    toRoleId: idOf(to),
  };
}
