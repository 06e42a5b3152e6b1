import type { ScopeTraits } from './scope.js';

export type Status = 'active' | 'inactive';

/** The two things about an assignment that can differ. Redox knows no status: there it is `active`. */
export interface RoleState {
  readonly role: string;
  readonly status: Status;
}

/** A role name as it is compared: folded where the provider ignores case. */
export function roleKey(role: string, ignoreCase: boolean): string {
  return ignoreCase ? role.toLowerCase() : role;
}

/** Whether two names are one role, where names may be compared without regard to case. */
export function isSameRole(
  a: string,
  b: string,
  { rolesIgnoreCase }: Pick<ScopeTraits, 'rolesIgnoreCase'>,
): boolean {
  return roleKey(a, rolesIgnoreCase) === roleKey(b, rolesIgnoreCase);
}

/** Address prefix of the one system whose digests fold role names: that is part of the digest's public format. */
const FOLDED = 'redox/';

/**
 * A state as digests, effects and identities of changes compare it. Redox role names are in lower case there, whether the
 * API's spelling was seen or not, so that a role's first or last holder makes no other change of it.
 */
export function comparedState(scope: string, { role, status }: RoleState): RoleState {
  return { role: roleKey(role, scope.startsWith(FOLDED)), status };
}
