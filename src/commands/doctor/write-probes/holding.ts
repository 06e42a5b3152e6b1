import { comparedState, type RoleState } from '../../../model/assignment.js';
import type { LiveAssignment, LiveRoot } from '../../../model/live.js';
import { type PrincipalId, principalAddress } from '../../../model/principal.js';
import { byCodeUnit } from '../../../model/ordering.js';

/** A role that somebody holds or is to be given, with the id that requests want. */
export interface ProbeRole {
  readonly state: RoleState;
  readonly roleId: string;
}

/**
 * What a principal holds in a scope, sorted; null where that was not read whole. Roles of the system that everybody has
 * are left out.
 */
export function holdingOf(
  live: LiveRoot,
  scope: string,
  { kind, id }: PrincipalId,
): readonly LiveAssignment[] | null {
  const found = live.scopes.find((each) => each.scope.address === scope);
  if (found === undefined || !live.complete || !found.complete) return null;
  const whole = live.wholePrincipals;
  if (whole !== null && !whole.has(principalAddress(kind, id))) return null;
  return found.assignments
    .filter(({ principal, keep }) => principal.kind === kind && principal.id === id && keep !== 'system-role')
    .sort((a, b) => byCodeUnit(a.role, b.role));
}

/** Whether two holdings in a scope are the same. */
export function isSameHolding(
  scope: string,
  one: readonly RoleState[],
  other: readonly RoleState[],
): boolean {
  const keys = (states: readonly RoleState[]): string =>
    JSON.stringify(states.map((state) => stateKey(scope, state)).sort(byCodeUnit));
  return keys(one) === keys(other);
}

/** One text for one state, as plans compare it. */
export function stateKey(scope: string, state: RoleState): string {
  const { role, status } = comparedState(scope, state);
  return JSON.stringify([role, status]);
}
