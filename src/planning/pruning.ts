import { roleKey } from '../model/assignment.js';
import type { DesiredScope } from '../model/desired.js';
import type { Keep, LiveAssignment } from '../model/live.js';
import type { ScopeTraits } from '../model/scope.js';
import type { ResolvedRole } from './difference.js';
import type { Protection } from './protection.js';
import type { PrincipalView } from './principal-views.js';

/** Whether a live assignment that no entry lists is to be revoked. */
export type Pruning = (row: LiveAssignment, view: PrincipalView) => boolean;

/**
 * What keeps an assignment that no entry lists: the provider's mark, who holds it, or what `prune` says. `unpruned` is
 * `prune: false`, `unnamed` is `prune: listed` in a document that does not name the role, and `removal` is anything but
 * `prune: true` where a revoke removes for good.
 */
export type Keeper = Keep | 'self' | 'protected' | 'removal' | 'unpruned' | 'unnamed';

/** What keeps an unlisted assignment; null where it is revoked. */
export type Keeping = (
  row: Pick<LiveAssignment, 'principal' | 'role' | 'keep'>,
  view: Parameters<Protection['isProtected']>[0],
) => Keeper | null;

/**
 * Never pruned: groups, protected principals, and what the provider marked (system roles, roles of RESOURCE scope,
 * roles the API's list lacks, PROJECT roles without a project). Where a revoke removes for good, only `prune: true` does it.
 */
export function keepingOf(
  { prune, roles }: DesiredScope,
  traits: ScopeTraits,
  roleOf: (written: string) => Pick<ResolvedRole, 'role'>,
  { isProtected, isSelf }: Protection,
): Keeping {
  const named = new Set(roles.map((role) => roleKey(roleOf(role).role, traits.rolesIgnoreCase)));
  return ({ principal, role, keep }, view) => {
    if (principal.kind === 'group') return 'group';
    if (keep !== null) return keep;
    if (isSelf(view)) return 'self';
    if (isProtected(view)) return 'protected';
    if (prune === true) return null;
    if (traits.removal) return 'removal';
    if (prune === false) return 'unpruned';
    return named.has(roleKey(role, traits.rolesIgnoreCase)) ? null : 'unnamed';
  };
}

/** Whether an unlisted assignment is revoked, for every row of a scope. */
export function pruningOf(
  desired: DesiredScope,
  traits: ScopeTraits,
  roleOf: (written: string) => ResolvedRole,
  protection: Protection,
): Pruning {
  const { prune } = desired;
  if (prune === false || (prune === 'listed' && traits.removal)) return () => false;
  const keeping = keepingOf(desired, traits, roleOf, protection);
  return (row, view) => keeping(row, view) === null;
}
