import type { RoleState } from './assignment.js';
import type { Risk } from './change.js';

type Step = { readonly from: RoleState | null; readonly to: RoleState | null };
type IsHighRisk = (role: string) => boolean;

/** Whether somebody holds a high-risk role by this; an inactive assignment gives nobody anything. */
export function holdsHighRisk(state: RoleState | null, isHighRisk: IsHighRisk): boolean {
  return state !== null && state.status === 'active' && isHighRisk(state.role);
}

/** Whether it gives a high-risk role, or brings an inactive one back to life. */
export function givesHighRisk({ from, to }: Step, isHighRisk: IsHighRisk): boolean {
  return holdsHighRisk(to, isHighRisk) && (from?.role !== to?.role || from?.status !== 'active');
}

/** Whether it takes a high-risk role away, or deactivates one. */
function takesHighRisk({ from, to }: Step, isHighRisk: IsHighRisk): boolean {
  return givesHighRisk({ from: to, to: from }, isHighRisk);
}

/** High for what gives a high-risk role and for what takes one away. */
export function riskOf(step: Step, isHighRisk: IsHighRisk): Risk {
  return givesHighRisk(step, isHighRisk) || takesHighRisk(step, isHighRisk) ? 'high' : 'normal';
}
