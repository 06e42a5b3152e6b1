import type { DesiredScope } from '../model/desired.js';
import { type Conflict, conflicts } from '../model/effective-roles.js';
import type { LiveAssignment, LiveRoot, LiveScope } from '../model/live.js';
import { refKey } from '../model/principal.js';
import type { ScopeTraits } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import { benefitOfDoubt } from './benefit-of-doubt.js';
import { blockedBy, twoFactorPolicies } from './blocking.js';
import { compareExclusive } from './compare-exclusive.js';
import { compareMany } from './compare-many.js';
import type { ComparisonSettings } from './comparison-settings.js';
import type { Difference, PrincipalComparison } from './difference.js';
import type { MissingPerson } from './missing.js';
import { type Protection, protectionOf } from './protection.js';
import { pruningOf } from './pruning.js';
import type { ResolvedRole } from './difference.js';
import { roleResolver, withRolesOf } from './roles.js';
import type { RootIndex } from './root-index.js';
import { personHint } from './suggestions.js';
import { type PrincipalView, principalViews } from './principal-views.js';

/** Desired and live of one scope, side by side. */
export interface ScopeComparison {
  readonly desired: DesiredScope;
  readonly live: LiveScope | null;
  readonly root: LiveRoot | null;
  readonly traits: ScopeTraits;
  readonly complete: boolean;
  readonly views: readonly PrincipalView[];
  readonly differences: readonly Difference[];
  readonly unlisted: readonly { readonly view: PrincipalView; readonly row: LiveAssignment }[];
  readonly unchanged: number;
  readonly effective: number;
  readonly leftButListed: readonly PrincipalView[];
  readonly contradictions: readonly { readonly view: PrincipalView; readonly conflict: Conflict }[];
  readonly protection: Protection;
  /** What a removal from the root takes with it inside the root, by principal: `address role`. */
  readonly cascades: ReadonlyMap<string, readonly string[]>;
  /** Who holds something here until their removal from the root takes it, and that removal. */
  readonly removed: ReadonlyMap<string, Difference>;
}

export interface ComparisonInput {
  readonly desired: DesiredScope;
  /** What was read of the scope; null where nothing was. */
  readonly live: LiveScope | null;
  readonly root: LiveRoot | null;
  readonly index: RootIndex;
  /** Who is named anywhere in the root and was not found. */
  readonly missing: readonly MissingPerson[];
  readonly traits: ScopeTraits;
  readonly settings: Settings;
  readonly at: number;
}

/** The one comparison of desired and live. */
export function compareScope(input: ComparisonInput): ScopeComparison {
  const { desired, live, root, traits, at, settings } = input;
  const complete = root !== null && live !== null && root.complete && live.complete;
  const roleOf = roleResolver(live ?? undefined, traits);
  const views = principalViews(desired, live ?? undefined, input.index);
  const protection = protectionOf(desired.scope, settings, input.index);
  const contradictions = views.flatMap((view) => contradictionsOf(view, roleOf, traits));
  const side = {
    desired,
    live,
    root,
    traits,
    complete,
    views,
    protection,
    cascades: new Map<string, readonly string[]>(),
    removed: new Map<string, Difference>(),
  };
  const found = { differences: [], unlisted: [], unchanged: 0, effective: 0, leftButListed: [] };
  if (root === null || live === null || (!complete && traits.writesNeedCompleteRead)) {
    return { ...side, ...found, contradictions };
  }
  const contradicted = new Set(contradictions.map(({ view }) => view.address));
  const context = {
    root,
    complete,
    traits,
    isProtected: protection.isProtected,
    contradicted,
    personHint: personHint(root),
    benefitOfDoubt: benefitOfDoubt({ ...input, roleOf }),
    twoFactor: twoFactorPolicies(settings, desired).filter(({ level }) => level === 'error'),
  };
  const comparison: ComparisonSettings = {
    at,
    traits,
    roleOf,
    prunes: pruningOf(desired, traits, roleOf, protection),
    blockedBy: (difference) => blockedBy(difference, context),
    unverifiable: (view) => root.unverifiable.has(view.address),
    inactiveIsGone: root.inactiveIsGone,
  };
  return { ...side, ...collect(views.filter(wasRead(root, complete)), comparison), contradictions };
}

/** Where a scope is not whole, only principals whose own assignments were read whole can be compared. */
function wasRead(root: LiveRoot, complete: boolean): (view: PrincipalView) => boolean {
  const { wholePrincipals } = root;
  if (complete || wholePrincipals === null) return () => true;
  return ({ address }) => wholePrincipals.has(address) || root.unverifiable.has(address);
}

/** What one principal or one role is asked under different names; under one name the files alone tell it. */
function contradictionsOf(
  view: PrincipalView,
  roleOf: (written: string) => ResolvedRole,
  traits: ScopeTraits,
): ScopeComparison['contradictions'] {
  if (view.assignments.length < 2) return [];
  const assignments = withRolesOf(roleOf, view.assignments);
  const names = new Set(view.assignments.map(({ principal }) => refKey(principal)));
  if (names.size < 2 && assignments.every((assignment, index) => assignment === view.assignments[index]))
    return [];
  return conflicts(assignments, traits).map((conflict) => ({ view, conflict }));
}

type Collected = Pick<
  ScopeComparison,
  'differences' | 'unlisted' | 'unchanged' | 'effective' | 'leftButListed'
>;

function collect(views: readonly PrincipalView[], settings: ComparisonSettings): Collected {
  const comparePrincipal = settings.traits.exclusive ? compareExclusive : compareMany;
  const differences: Difference[] = [];
  const unlisted: { view: PrincipalView; row: LiveAssignment }[] = [];
  const leftButListed: PrincipalView[] = [];
  let unchanged = 0;
  let effective = 0;
  for (const view of views) {
    const comparison: PrincipalComparison = comparePrincipal(view, settings);
    for (const difference of comparison.differences) {
      const blocked = settings.blockedBy(difference);
      differences.push(blocked === difference.blocked ? difference : { ...difference, blocked });
    }
    for (const row of comparison.unlisted) unlisted.push({ view, row });
    unchanged += comparison.unchanged;
    effective += comparison.effective;
    if (comparison.leftButListed) leftButListed.push(view);
  }
  return { differences, unlisted, unchanged, effective, leftButListed };
}
