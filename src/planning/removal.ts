import { cut } from '../model/label.js';
import type { DesiredScope } from '../model/desired.js';
import { inForce } from '../model/force.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import type { Scope } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import type { ScopeComparison } from './compare.js';
import { type Difference, isDoable } from './difference.js';
import { type Protection, protectionOf } from './protection.js';
import type { RootIndex } from './root-index.js';
import { withPerson } from './subject.js';

/** A scope's comparison with what each removal takes along, by principal. */
export interface SettledComparison extends ScopeComparison {
  readonly takesAlong: ReadonlyMap<string, readonly string[]>;
  /** Who holds something here until their removal from the root takes it, and that removal. */
  readonly removed: ReadonlyMap<string, Difference>;
}

/**
 * Removing somebody from an organization takes the environments along, so no revoke is planned there for that person.
 * It is blocked where an environment still lists the person, and where one was not read whole: nothing is taken away
 * there. `documents` are all of the root, whatever the run was narrowed to.
 */
export function settleRemovals(
  comparisons: readonly ScopeComparison[],
  documents: readonly DesiredScope[],
  index: RootIndex,
  settings: Settings,
  at: number,
): readonly SettledComparison[] {
  const none: ReadonlyMap<string, readonly string[]> = new Map();
  const nobody: ReadonlyMap<string, Difference> = new Map();
  const removing = comparisons.find(({ traits }) => traits.removal);
  if (removing === undefined || !removing.differences.some(isRemoval)) {
    return comparisons.map((comparison) => ({ ...comparison, takesAlong: none, removed: nobody }));
  }
  const stillListed = listedInside(removing, documents, index, at);
  const inside = comparisons
    .filter((comparison) => comparison !== removing)
    .sort(byKeys(({ desired }) => desired.scope.address));
  const protections = documents.map(({ scope }) => ({
    scope,
    protection: protectionOf(scope, settings, index),
  }));
  const reach: Reach = { stillListed, inside, protections };
  const differences = removing.differences.map((difference) =>
    isRemoval(difference) ? { ...difference, blocked: blockedRemoval(difference, reach) } : difference,
  );
  const removed = new Map(
    differences
      .filter(isRemoval)
      .filter(isDoable)
      .map((difference) => [difference.subject.address, difference] as const),
  );
  const takesAlong = groupBy(
    inside.flatMap((comparison) => heldBy(removed, comparison)),
    ({ address }) => address,
  );
  return comparisons.map((comparison) => {
    if (comparison !== removing) return { ...withoutRemoved(comparison, removed), takesAlong: none, removed };
    const held = [...takesAlong].map(
      ([address, found]) => [address, found.map(({ text }) => text).sort(byCodeUnit)] as const,
    );
    return { ...comparison, differences, takesAlong: new Map(held), removed: nobody };
  });
}

function isRemoval({ to }: Difference): boolean {
  return to === null;
}

/** What a removal reaches beside the root itself. */
interface Reach {
  readonly stillListed: ReadonlyMap<string, string>;
  readonly inside: readonly ScopeComparison[];
  readonly protections: readonly { readonly scope: Scope; readonly protection: Protection }[];
}

function blockedRemoval(
  { subject, blocked }: Difference,
  { stillListed, inside, protections }: Reach,
): string | null {
  if (blocked !== null) return blocked;
  const listed = stillListed.get(subject.address);
  if (listed !== undefined)
    return `${listed} still lists this user, who would lose that role with the removal`;
  const unread = inside.find(({ complete }) => !complete);
  if (unread !== undefined)
    return `${unread.desired.scope.address} was not read whole, and the removal would take away what this user holds there`;
  const shielding = protections.find(({ protection }) => protection.isProtected(subject))?.scope.address;
  return shielding === undefined
    ? null
    : `this principal is protected by the settings in ${shielding}, which the removal reaches too`;
}

/** Who is listed now by a document inside the root, whatever the run was narrowed to. */
function listedInside(
  { desired }: ScopeComparison,
  documents: readonly DesiredScope[],
  index: RootIndex,
  at: number,
): ReadonlyMap<string, string> {
  const listed = new Map<string, string>();
  for (const { scope, claims } of [...documents].sort(byKeys(({ scope: { address } }) => address))) {
    if (scope.address === desired.scope.address) continue;
    for (const claim of claims) {
      for (const address of index.candidates(claim.principal)) {
        if (!listed.has(address) && inForce(withPerson(claim, index, address), at))
          listed.set(address, scope.address);
      }
    }
  }
  return listed;
}

function heldBy(
  removed: ReadonlyMap<string, Difference>,
  { subjects, desired }: ScopeComparison,
): readonly { readonly address: string; readonly text: string }[] {
  return subjects
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
    differences: comparison.differences.filter(
      ({ subject, to }) => to !== null || !removed.has(subject.address),
    ),
    unlisted: comparison.unlisted.filter(({ subject }) => !removed.has(subject.address)),
  };
}
