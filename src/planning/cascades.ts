import { cut } from '../model/label.js';
import type { DesiredScope } from '../model/desired.js';
import { isEffective } from '../model/effective-roles.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import type { Scope } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import { type Difference, isDoable, type ScopeComparison } from './comparison.js';
import { type Protection, protectionOf } from './protection.js';
import type { Identities, RootIdentities } from './identities.js';

/**
 * Plans no revokes inside an organization for people who are removed from it: the removal takes those roles with it.
 * A removal is blocked while an environment still lists the person, protects them, or was not read whole. `documents`
 * are all documents of the root, whatever the run was narrowed to.
 */
export function withCascades(
  comparisons: readonly ScopeComparison[],
  documents: readonly DesiredScope[],
  identities: Identities,
  settings: Settings,
  at: number,
): readonly ScopeComparison[] {
  const removing = comparisons.find(({ traits }) => traits.removal);
  if (removing === undefined || !removing.differences.some(isRemoval)) return comparisons;
  const here = identities.in(removing.desired.scope);
  const stillListed = listedInside(removing, documents, here, at);
  const inside = comparisons
    .filter((comparison) => comparison !== removing)
    .sort(byKeys(({ desired }) => desired.scope.address));
  const protections = documents.map(({ scope }) => ({
    scope,
    protection: protectionOf(scope, settings, here),
  }));
  const reach: Reach = { stillListed, inside, protections };
  const differences = removing.differences.map((difference) =>
    isRemoval(difference) ? { ...difference, blocked: blockedRemoval(difference, reach) } : difference,
  );
  const removed = new Map(
    differences
      .filter(isRemoval)
      .filter(isDoable)
      .map((difference) => [difference.view.address, difference] as const),
  );
  const cascades = groupBy(
    inside.flatMap((comparison) => heldBy(removed, comparison)),
    ({ address }) => address,
  );
  return comparisons.map((comparison) => {
    if (comparison !== removing) return { ...withoutRemoved(comparison, removed), removed };
    const held = [...cascades].map(
      ([address, found]) => [address, found.map(({ text }) => text).sort(byCodeUnit)] as const,
    );
    return { ...comparison, differences, cascades: new Map(held) };
  });
}

function isRemoval({ to }: Difference): boolean {
  return to === null;
}

interface Reach {
  readonly stillListed: ReadonlyMap<string, string>;
  readonly inside: readonly ScopeComparison[];
  readonly protections: readonly { readonly scope: Scope; readonly protection: Protection }[];
}

function blockedRemoval(
  { view, blocked }: Difference,
  { stillListed, inside, protections }: Reach,
): string | null {
  if (blocked !== null) return blocked;
  const listed = stillListed.get(view.address);
  if (listed !== undefined) return `${listed} still lists this user, and the removal would end that role`;
  const unread = inside.find(({ complete }) => !complete);
  if (unread !== undefined)
    return `${unread.desired.scope.address} could not be read whole, and the removal would also end this user's roles there`;
  const shielding = protections.find(({ protection }) => protection.isProtected(view))?.scope.address;
  return shielding === undefined
    ? null
    : `this principal is protected by the settings in ${shielding}, where the removal also ends a role`;
}

/** The principals that a document inside the root lists now, and its address; whatever the run was narrowed to. */
function listedInside(
  { desired }: ScopeComparison,
  documents: readonly DesiredScope[],
  identities: RootIdentities,
  at: number,
): ReadonlyMap<string, string> {
  const listed = new Map<string, string>();
  for (const { scope, assignments } of [...documents].sort(byKeys(({ scope: { address } }) => address))) {
    if (scope.address === desired.scope.address) continue;
    for (const assignment of assignments) {
      for (const address of identities.candidates(assignment.principal)) {
        if (!listed.has(address) && isEffective(identities.withPerson(assignment, address), at))
          listed.set(address, scope.address);
      }
    }
  }
  return listed;
}

function heldBy(
  removed: ReadonlyMap<string, Difference>,
  { views, desired }: ScopeComparison,
): readonly { readonly address: string; readonly text: string }[] {
  return views
    .filter(({ address }) => removed.has(address))
    .flatMap(({ address, rows }) =>
      rows.map(({ role }) => ({ address, text: `${desired.scope.address} ${cut(role)}` })),
    );
}

function withoutRemoved(
  comparison: ScopeComparison,
  removed: ReadonlyMap<string, Difference>,
): ScopeComparison {
  return {
    ...comparison,
    differences: comparison.differences.filter(({ view, to }) => to !== null || !removed.has(view.address)),
    unlisted: comparison.unlisted.filter(({ view }) => !removed.has(view.address)),
  };
}
