import type { Diagnostic } from '../../model/diagnostic.js';
import { holderByFiles, separationDiagnostics, violations } from '../../model/separation.js';
import type { RuleInput } from '../checked.js';

/** People who would hold, at one instant, two roles that a policy keeps apart. */
export function* separation({ scopes, policies }: RuleInput): Iterable<Diagnostic> {
  const held = scopes.map(({ desired: { scope }, traits, holdings }) => ({ scope, traits, holdings }));
  for (const violation of violations(policies.separation, held, holderByFiles))
    yield* separationDiagnostics(violation);
}
