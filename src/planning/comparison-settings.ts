import type { ScopeTraits } from '../model/scope.js';
import type { Difference, ResolvedRole } from './difference.js';
import type { Pruning } from './pruning.js';
import type { PrincipalView } from './principal-views.js';

/** What the comparison of one principal goes by. */
export interface ComparisonSettings {
  /** The instant the plan is as of, epoch milliseconds. */
  readonly at: number;
  readonly traits: ScopeTraits;
  readonly roleOf: (written: string) => ResolvedRole;
  readonly prunes: Pruning;
  readonly blockedBy: (difference: Difference) => string | null;
  readonly unverifiable: (view: PrincipalView) => boolean;
  readonly inactiveIsGone: boolean;
}
