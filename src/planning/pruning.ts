import { roleKey } from '../model/assignment.js';
import type { DesiredScope } from '../model/desired.js';
import type { LiveAssignment } from '../model/live.js';
import type { ScopeTraits } from '../model/scope.js';
import type { ResolvedRole } from './difference.js';
import type { Subject } from './subject.js';

/** Whether a live assignment that no entry lists is to be revoked. */
export type Pruning = (row: LiveAssignment, subject: Subject) => boolean;

/**
 * Never pruned: groups, protected principals, and what the provider marked (system roles, roles of RESOURCE scope,
 * roles the API's list lacks, PROJECT roles without a project). Where a revoke removes for good, only `prune: true` does it.
 */
export function pruningOf(
  desired: DesiredScope,
  traits: ScopeTraits,
  roleOf: (written: string) => ResolvedRole,
  isProtected: (subject: Subject) => boolean,
): Pruning {
  const { prune } = desired;
  if (prune === false || (prune === 'listed' && traits.removal)) return () => false;
  const named = new Set(desired.roles.map((role) => roleKey(roleOf(role).role, traits.rolesIgnoreCase)));
  return (row, subject) =>
    row.principal.kind === 'user' &&
    row.keep === null &&
    (prune === true || named.has(roleKey(row.role, traits.rolesIgnoreCase))) &&
    !isProtected(subject);
}
