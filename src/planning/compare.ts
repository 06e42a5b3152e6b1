import type { DesiredScope } from '../model/desired.js';
import { conflicts, resolveRoles } from '../model/effective-roles.js';
import type { LiveRoot, LiveScope } from '../model/live.js';
import { byKeys, groupBy } from '../model/ordering.js';
import { refKey } from '../model/principal.js';
import { type ScopeTraits, traitsOf } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import type { MissingPerson } from './blocking.js';
import { blockedBy, missingPeople, twoFactorPolicies, unresolvedEntries } from './blocking.js';
import { withCascades } from './cascades.js';
import { plannedChange } from './changes.js';
import { compareExclusive, compareMany } from './compare-principal.js';
import type { ComparisonRules, Difference, PlanInput, ScopeComparison } from './comparison.js';
import { changesInCycles, guardedRoles } from './guarded-roles.js';
import type { Identities } from './identities.js';
import { type PrincipalView, principalViews } from './principal-views.js';
import { protectionOf } from './protection.js';
import { pruningOf } from './pruning.js';
import { roleResolver } from './roles.js';
import { personHint } from './suggestions.js';

interface ComparisonInput {
  readonly desired: DesiredScope;
  /** What was read of the scope; null where nothing was. */
  readonly live: LiveScope | null;
  readonly root: LiveRoot | null;
  readonly identities: Identities;
  /** Who is named anywhere in the root and was not found. */
  readonly missing: readonly MissingPerson[];
  readonly traits: ScopeTraits;
  readonly settings: Settings;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Why a provider has no request for a change (see PlanInput). */
  readonly unwritable: PlanInput['unwritable'];
}

type Compared = Pick<
  ScopeComparison,
  'differences' | 'unlisted' | 'unchanged' | 'effective' | 'leftButListed'
>;

const NOT_COMPARED: Compared = {
  differences: [],
  unlisted: [],
  unchanged: 0,
  effective: 0,
  leftButListed: [],
};

/** The one comparison of desired and live, for a scope, principal by principal. */
function compareScope(input: ComparisonInput): ScopeComparison {
  const { desired, live, root, traits, at, settings, identities } = input;
  const here = identities.in(desired.scope);
  const roleOf = roleResolver(live ?? undefined, traits);
  const roleName = (written: string): string => roleOf(written).role;
  // Where the system itself sets the role of a principal, any role that is asked for means that one.
  const nameFor = ({ address }: PrincipalView): typeof roleName => {
    const fixed = live?.fixedRoles?.get(address);
    return fixed === undefined ? roleName : () => fixed;
  };
  const views = principalViews(desired, live ?? undefined, here);
  const sides = {
    desired,
    live,
    root,
    traits,
    complete: root !== null && live !== null && root.complete && live.complete,
    identities,
    roleOf,
    resolve: (view: PrincipalView) => resolveRoles(view.assignments, at, traits, nameFor(view)),
    protection: protectionOf(desired.scope, settings, here),
    views,
    contradictions: views.flatMap((view) => contradictionsOf(view, roleName, traits)),
    cascades: new Map(),
    removed: new Map(),
  };
  const isUnreadable = !sides.complete && traits.writesNeedCompleteRead && live?.openEnded !== true;
  if (root === null || live === null || isUnreadable) return { ...sides, ...NOT_COMPARED };
  const rules = rulesOf(sides, root, input);
  return { ...sides, ...compareViews(views.filter(wasRead(root, sides.complete)), sides.resolve, rules) };
}

type Sides = Omit<ScopeComparison, keyof Compared>;

function rulesOf(sides: Sides, root: LiveRoot, input: ComparisonInput): ComparisonRules {
  const { desired, traits, complete, roleOf, protection, contradictions } = sides;
  const context = {
    root,
    complete,
    traits,
    isProtected: protection.isProtected,
    contradicted: new Set(contradictions.map(({ view }) => view.address)),
    personHint: personHint(root),
    maybeMeant: unresolvedEntries({ ...input, identities: input.identities.in(desired.scope), roleOf }),
    twoFactor: twoFactorPolicies(input.settings, desired).filter(({ level }) => level === 'error'),
  };
  return {
    at: input.at,
    traits,
    roleOf,
    prunes: pruningOf(desired, traits, roleOf, protection),
    blockedBy: (difference) => blockedBy(difference, context),
    unwritable: (difference) =>
      difference.view.principal === null
        ? null
        : (input.unwritable?.(
            plannedChange(difference, desired.scope, () => false),
            root,
          ) ?? null),
    unverifiable: (view) => root.unverifiable.has(view.address),
    inactiveIsGone: root.inactiveIsGone,
    grantsInactive: false,
  };
}

/** In a scope that was not read whole, only principals whose own assignments were read whole are compared. */
function wasRead(root: LiveRoot, complete: boolean): (view: PrincipalView) => boolean {
  const { wholePrincipals } = root;
  if (complete || wholePrincipals === null) return () => true;
  return ({ address }) => wholePrincipals.has(address) || root.unverifiable.has(address);
}

/** Contradictions between entries that name one principal or one role differently; validate finds the others. */
function contradictionsOf(
  view: PrincipalView,
  roleName: (written: string) => string,
  traits: ScopeTraits,
): ScopeComparison['contradictions'] {
  const { assignments } = view;
  if (assignments.length < 2) return [];
  const names = new Set(assignments.map(({ principal }) => refKey(principal)));
  if (names.size < 2 && assignments.every(({ role }) => role === roleName(role))) return [];
  return conflicts(assignments, traits, roleName).map((conflict) => ({ view, conflict }));
}

function compareViews(
  views: readonly PrincipalView[],
  resolve: ScopeComparison['resolve'],
  rules: ComparisonRules,
): Compared {
  const compare = rules.traits.exclusive ? compareExclusive : compareMany;
  const differences: Difference[] = [];
  const unlisted: ScopeComparison['unlisted'][number][] = [];
  const leftButListed: PrincipalView[] = [];
  let unchanged = 0;
  let effective = 0;
  for (const view of views) {
    const resolution = resolve(view);
    const compared = compare(view, resolution, rules);
    for (const difference of compared.differences) {
      const blocked = rules.blockedBy(difference) ?? rules.unwritable(difference);
      differences.push(blocked === difference.blocked ? difference : { ...difference, blocked });
    }
    for (const row of compared.unlisted) unlisted.push({ view, row });
    unchanged += compared.unchanged;
    effective += resolution.effective.length;
    if (compared.leftButListed) leftButListed.push(view);
  }
  return { differences, unlisted, unchanged, effective, leftButListed };
}

const IN_A_CYCLE =
  'these changes wait for each other, because each revokes a guarded role that another grants: make them in two steps';

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
  { catalogue, settings, at, unwritable }: PlanInput,
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
    return compareScope({ desired, live, root, identities, missing, traits, settings, at, unwritable });
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
