import { comparedState, type RoleState } from '../model/assignment.js';
import type { Change } from '../model/change.js';

/** What a change comes to: `-role/status` and `+role/status` of one principal in one scope. */
export interface Effect {
  readonly scope: string;
  readonly principal: string;
  readonly sign: '-' | '+';
  /** The role as effects compare it. */
  readonly state: RoleState;
}

/** The effects of a change, what it takes first. */
export function effectsOf(change: Pick<Change, 'scope' | 'principal' | 'from' | 'to'>): readonly Effect[] {
  const { scope, principal, from, to } = change;
  const effects: Effect[] = [];
  if (from !== null) effects.push({ scope, principal, sign: '-', state: comparedState(scope, from) });
  if (to !== null) effects.push({ scope, principal, sign: '+', state: comparedState(scope, to) });
  return effects;
}

/** One text for one effect, for sets. */
export function effectKey({ scope, principal, sign, state }: Effect): string {
  return JSON.stringify([scope, principal, `${sign}${state.role}/${state.status}`]);
}
