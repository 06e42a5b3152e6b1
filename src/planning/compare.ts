import type { DesiredScope } from '../model/desired.js';
import { type Conflict, conflicts } from '../model/force.js';
import type { LiveAssignment, LiveRoot, LiveScope } from '../model/live.js';
import { refKey } from '../model/principal.js';
import type { ScopeTraits } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import { benefitOfDoubt } from './benefit-of-doubt.js';
import { blockedBy, twoFactorPolicies } from './blocking.js';
import { compareExclusive } from './compare-exclusive.js';
import { compareMany } from './compare-many.js';
import type { ComparisonSettings } from './comparison-settings.js';
import type { Difference, SubjectComparison } from './difference.js';
import type { MissingPerson } from './missing.js';
import { type Protection, protectionOf } from './protection.js';
import { pruningOf } from './pruning.js';
import type { ResolvedRole } from './difference.js';
import { roleResolver, withRolesOf } from './roles.js';
import type { RootIndex } from './root-index.js';
import { personHint } from './suggestions.js';
import { type Subject, subjectsOf } from './subject.js';

/** Desired and live of one scope, side by side. */
export interface ScopeComparison {
  readonly desired: DesiredScope;
  readonly live: LiveScope | null;
  readonly root: LiveRoot | null;
  readonly traits: ScopeTraits;
  readonly complete: boolean;
  readonly subjects: readonly Subject[];
  readonly differences: readonly Difference[];
  readonly unlisted: readonly { readonly subject: Subject; readonly row: LiveAssignment }[];
  readonly unchanged: number;
  readonly wanted: number;
  readonly leftButListed: readonly Subject[];
  readonly contradictions: readonly { readonly subject: Subject; readonly conflict: Conflict }[];
  readonly protection: Protection;
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
  const subjects = subjectsOf(desired, live ?? undefined, input.index);
  const protection = protectionOf(desired.scope, settings, input.index);
  const contradictions = subjects.flatMap((subject) => contradictionsOf(subject, roleOf, traits));
  const side = { desired, live, root, traits, complete, subjects, protection };
  const found = { differences: [], unlisted: [], unchanged: 0, wanted: 0, leftButListed: [] };
  if (root === null || live === null || (!complete && traits.writesNeedCompleteRead)) {
    return { ...side, ...found, contradictions };
  }
  const contradicted = new Set(contradictions.map(({ subject }) => subject.address));
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
    unverifiable: (subject) => root.unverifiable.has(subject.address),
    inactiveIsGone: root.inactiveIsGone,
  };
  return { ...side, ...collect(subjects.filter(wasRead(root, complete)), comparison), contradictions };
}

/** Where a scope is not whole, only principals whose own assignments were read whole can be compared. */
function wasRead(root: LiveRoot, complete: boolean): (subject: Subject) => boolean {
  const { wholePrincipals } = root;
  if (complete || wholePrincipals === null) return () => true;
  return ({ address }) => wholePrincipals.has(address) || root.unverifiable.has(address);
}

/** What one principal or one role is asked under different names; under one name the files alone tell it. */
function contradictionsOf(
  subject: Subject,
  roleOf: (written: string) => ResolvedRole,
  traits: ScopeTraits,
): ScopeComparison['contradictions'] {
  if (subject.claims.length < 2) return [];
  const claims = withRolesOf(roleOf, subject.claims);
  const names = new Set(subject.claims.map(({ principal }) => refKey(principal)));
  if (names.size < 2 && claims.every((claim, index) => claim === subject.claims[index])) return [];
  return conflicts(claims, traits).map((conflict) => ({ subject, conflict }));
}

type Collected = Pick<ScopeComparison, 'differences' | 'unlisted' | 'unchanged' | 'wanted' | 'leftButListed'>;

function collect(subjects: readonly Subject[], settings: ComparisonSettings): Collected {
  const compareSubject = settings.traits.exclusive ? compareExclusive : compareMany;
  const differences: Difference[] = [];
  const unlisted: { subject: Subject; row: LiveAssignment }[] = [];
  const leftButListed: Subject[] = [];
  let unchanged = 0;
  let wanted = 0;
  for (const subject of subjects) {
    const comparison: SubjectComparison = compareSubject(subject, settings);
    for (const difference of comparison.differences) {
      const blocked = settings.blockedBy(difference);
      differences.push(blocked === difference.blocked ? difference : { ...difference, blocked });
    }
    for (const row of comparison.unlisted) unlisted.push({ subject, row });
    unchanged += comparison.unchanged;
    wanted += comparison.wanted;
    if (comparison.leftButListed) leftButListed.push(subject);
  }
  return { differences, unlisted, unchanged, wanted, leftButListed };
}
