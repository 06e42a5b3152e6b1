export type Status = 'active' | 'inactive';

/** The two things about an assignment that can differ. Redox knows no status: there it is `active`. */
export interface RoleState {
  readonly role: string;
  readonly status: Status;
}

export function sameState(a: RoleState | null, b: RoleState | null): boolean {
  if (a === null || b === null) return a === b;
  return a.role === b.role && a.status === b.status;
}

/** A role name as it is compared: folded where the provider ignores case. */
export function roleKey(role: string, ignoreCase: boolean): string {
  return ignoreCase ? role.toLowerCase() : role;
}
