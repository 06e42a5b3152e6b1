import { roleKey } from '../../model/assignment.js';
import type { LiveRoot, LiveUser } from '../../model/live.js';

/** Roles with their scopes, as texts that can be compared: case does not matter. */
export type RoleSet = ReadonlySet<string>;

/** What a user holds in the scopes of a root that were read, but for what the system gives by itself. */
export function rolesHeldBy({ id }: LiveUser, { scopes }: LiveRoot): RoleSet {
  const rows = scopes.flatMap(({ scope, assignments }) =>
    assignments
      .filter(
        ({ principal, keep }) => principal.kind === 'user' && principal.id === id && keep !== 'system-role',
      )
      .map(({ role }) => roleIn(scope.address, role)),
  );
  return new Set(rows);
}

/** A role of a scope as one text. */
export function roleIn(address: string, role: string): string {
  return `${address} ${roleKey(role, true)}`;
}

export function areSame(a: RoleSet, b: RoleSet): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
