import type { LiveRoot, LiveScope } from '../../model/live.js';

/** Spells roles as an earlier read did: a role that nobody held then has no spelling of the API's in a plan. */
export function spelledAs(scope: LiveScope, known: LiveRoot): LiveScope {
  const before = known.scopes.find(({ scope: { address } }) => address === scope.scope.address);
  if (before === undefined) return scope;
  const spellings = new Map(before.roles.map(({ role }) => [role.toLowerCase(), role]));
  const spelled = (role: string): string => spellings.get(role.toLowerCase()) ?? role;
  const exact = new Set(before.assignments.map(({ role }) => role));
  return {
    ...scope,
    assignments: scope.assignments.map((assignment) =>
      exact.has(assignment.role) ? assignment : { ...assignment, role: spelled(assignment.role) },
    ),
    roles: before.roles,
  };
}
