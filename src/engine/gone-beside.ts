import { cut } from '../model/label.js';
import type { LiveRoot, LiveScope, LiveState } from '../model/live.js';
import type { PlannedChange } from '../model/change.js';
import { principalAddress } from '../model/principal.js';

/** So many are named; more are counted. */
const NAMED = 3;

/**
 * The message about assignments that are gone after a run although it takes nothing from their principals; null where there
 * are none. The cause may be a service that does more than it is asked for, such as one that empties a group, or somebody
 * else. Scopes that were not read whole are left out.
 * @param planned all changes of the run, whatever became of them: a removal takes along what its principal holds elsewhere
 */
export function goneBeside(
  before: LiveState,
  after: Iterable<LiveRoot>,
  planned: readonly PlannedChange[],
): string | null {
  const concerned = new Set(
    planned.flatMap(({ change, scope, principal }) =>
      principal === null || change.from === null
        ? []
        : [keyOf(scope.rootAddress, principalAddress(principal.kind, principal.id))],
    ),
  );
  const known = new Map(
    [...before.values()].flatMap(({ scopes }) => scopes.map((each) => [each.scope.address, each] as const)),
  );
  const gone = [...after].flatMap((root) =>
    root.scopes.flatMap((scope) => {
      const earlier = known.get(scope.scope.address);
      if (earlier === undefined || !isWhole(root, scope)) return [];
      const held = new Set(standing(scope).map(([address, role]) => keyOf(address, role)));
      return standing(earlier)
        .filter(([address, role]) => !held.has(keyOf(address, role)))
        .filter(([address]) => !concerned.has(keyOf(root.root.address, address)))
        .map(([address, role]) => `${cut(role)} of ${cut(address)} in ${scope.scope.address}`);
    }),
  );
  if (gone.length === 0) return null;
  const more = gone.length > NAMED ? ` and ${gone.length - NAMED} more` : '';
  return `No change of this run takes away what is gone all the same: ${gone.slice(0, NAMED).join(', ')}${more}. Run plan to see what is missing.`;
}

function isWhole(root: LiveRoot, scope: LiveScope): boolean {
  return root.complete && scope.complete && root.wholePrincipals === null;
}

/** Principal and role of what nothing but a revoke in its own scope takes away. */
function standing({ assignments }: LiveScope): readonly (readonly [string, string])[] {
  return assignments
    .filter(({ keep, pending, status }) => keep !== 'inherited' && pending !== true && status === 'active')
    .map(({ principal: { kind, id }, role }) => [principalAddress(kind, id), role] as const);
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
