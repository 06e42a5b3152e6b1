import type { GuardRefusal, Plan } from '../model/plan.js';

/** A plan whose guards name the Action's inputs, since nobody can give the command line's options there. */
export function withInputNames<T extends Pick<Plan, 'guards'>>(plan: T): T {
  return { ...plan, guards: plan.guards.map(inputNames) };
}

function inputNames(refusal: GuardRefusal): GuardRefusal {
  return { ...refusal, message: refusal.message.replaceAll('--allow-revokes', 'the input allow-revokes') };
}
