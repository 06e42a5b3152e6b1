import type { DesiredScope } from '../model/desired.js';
import type { LiveRoot } from '../model/live.js';
import { byKeys, groupBy } from '../model/ordering.js';
import { traitsOf } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import { withCascades } from './cascades.js';
import { compareScope } from './compare.js';
import type { PlanInput, ScopeComparison } from './comparison.js';
import { changesInCycles, guardedRoles } from './guarded-roles.js';
import type { Identities } from './identities.js';
import { missingPeople } from './unresolved.js';

const IN_A_CYCLE =
  'these changes wait for each other, since each takes a guarded role that another gives: do it in two steps';

/**
 * Compares the planned scopes, and those that were read because a removal reaches into them. Sorted by address.
 */
export function compareRoots(input: PlanInput, identities: Identities): readonly ScopeComparison[] {
  const documents = groupBy(input.desired.scopes, ({ scope }) => scope.rootAddress);
  return [...groupBy(input.scopes, ({ scope }) => scope.rootAddress)]
    .flatMap(([address, scopes]) =>
      compareRoot(scopes, documents.get(address) ?? [], input.live.get(address) ?? null, input, identities),
    )
    .sort(byKeys(({ desired }) => desired.scope.address));
}

/** Compares the scopes of one root together: a missing person or a removal concerns all of them. */
function compareRoot(
  planned: readonly DesiredScope[],
  documents: readonly DesiredScope[],
  root: LiveRoot | null,
  { catalogue, settings, at }: PlanInput,
  identities: Identities,
): readonly ScopeComparison[] {
  const missing = missingPeople(documents, root, identities, at);
  const liveScopes = new Map(root?.scopes.map((live) => [live.scope.address, live]));
  const addresses = new Set(planned.map(({ scope }) => scope.address));
  const reached = documents.filter(
    ({ scope: { address } }) => liveScopes.has(address) && !addresses.has(address),
  );
  const comparisons = [...planned, ...reached].map((desired) => {
    const traits = traitsOf(catalogue, desired.scope);
    const live = liveScopes.get(desired.scope.address) ?? null;
    return compareScope({ desired, live, root, identities, missing, traits, settings, at });
  });
  return withCascades(comparisons, documents, identities, settings, at).map((comparison) =>
    addresses.has(comparison.desired.scope.address)
      ? withoutCycles(comparison, settings)
      : { ...comparison, differences: [], unlisted: [], contradictions: [] },
  );
}

function withoutCycles(comparison: ScopeComparison, settings: Settings): ScopeComparison {
  const { desired, traits, differences } = comparison;
  const cyclic = changesInCycles(differences, guardedRoles(desired.scope, traits, settings), traits);
  if (cyclic.size === 0) return comparison;
  return {
    ...comparison,
    differences: differences.map((difference) =>
      cyclic.has(difference) ? { ...difference, blocked: IN_A_CYCLE } : difference,
    ),
  };
}
