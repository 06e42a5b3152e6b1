import type { ProviderSettings } from '../../model/settings.js';
import type { Assumption } from '../doctor.js';

/** What plans assume about Redox until the settings name it (apis.md part C). */
export const redoxAssumptions: readonly Assumption[] = [
  { option: 'options.environmentFirstAssignment' },
  { option: 'options.environmentPath' },
  { option: 'options.userIdType' },
  { option: 'options.tokenScope', matters: usesAssertion },
];

/** Whether a token is asked for with a signed assertion, which a scope is a claim of. */
export function usesAssertion({ auth, rootAuth }: ProviderSettings): boolean {
  return [auth, ...rootAuth.values()].some((each) => each?.method === 'private-key-jwt');
}
