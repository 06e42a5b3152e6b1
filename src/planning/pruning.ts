import { roleKey } from '../model/assignment.js';
import type { DesiredScope, DesiredState } from '../model/desired.js';
import type { Keep, LiveAssignment } from '../model/live.js';
import { type PrincipalRef, refAddress } from '../model/principal.js';
import { type ProviderCatalogue, type Scope, type ScopeTraits, traitsOf } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import type { ComparisonRules } from './comparison.js';
import type { Identities } from './identities.js';
import { type Protection, protectionOf } from './protection.js';
import type { ResolvedRole } from './roles.js';

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
 * Tells what keeps an unlisted assignment. Never pruned are groups, protected principals, and what the provider marked (system roles, roles of RESOURCE scope,
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
): ComparisonRules['prunes'] {
  const { prune } = desired;
  if (prune === false || (prune === 'listed' && traits.removal)) return () => false;
  const keeping = keepingOf(desired, traits, roleOf, protection);
  return (row, view) => keeping(row, view) === null;
}

/** Why an unlisted assignment stays, and what would revoke it. */
export function keeperWords(
  keeper: Keeper | null,
  { roles, scope: { kind } }: Pick<DesiredScope, 'roles' | 'scope'>,
  role: string,
): string {
  switch (keeper) {
    case 'unpruned': {
      const named = roles.some((one) => one.toLowerCase() === role.toLowerCase());
      const listed = named
        ? '"prune: listed" in the document or the settings'
        : `"prune: listed" with "${role}: []" in the document`;
      return `prune is false here; ${listed} would revoke it`;
    }
    case 'unnamed':
      return `prune is listed and the document does not name the role; "${role}: []" in it would revoke it`;
    case 'removal':
      return `nobody is removed from the ${kind} without "prune: true" in its own document`;
    case 'group':
      return 'groups are never pruned; an entry with a past "until" would revoke it';
    case 'system-role':
      return 'a system role is never pruned; an entry with a past "until" would revoke it';
    case 'self':
      return 'it belongs to the credential\'s own user ("self" in the settings), who is never pruned';
    case 'protected':
      return '"guards.protect" in the settings protects this principal';
    case 'resource-role':
      return 'this API cannot revoke a role of RESOURCE scope';
    case 'project-missing':
      return 'the API does not say in which project this role is held';
    case 'unknown-role':
      return 'the API\'s list of roles does not contain it; an entry with a past "until" would revoke it';
    case 'maybe-inherited':
      return 'it may be inherited; set "userRoles: direct" in the settings if it is not';
    case 'inherited':
      return 'it is inherited from another scope, and is taken away there alone';
    case null:
      return 'the files do not say clearly whether to revoke it';
  }
}

/** The files of one side, beside the documents. */
export interface OfflineSide {
  /** Null where there is no rolecall.yaml. */
  readonly settings: Settings | null;
  readonly desired: DesiredState;
  readonly catalogue: ProviderCatalogue;
}

/**
 * Why an assignment stays that the files no longer ask for, as far as the files alone tell; null if it is revoked.
 * `label` is what the files call the principal.
 */
export type OfflineKeeping = (principal: PrincipalRef, label: string, role: string) => string | null;

/** Tells what keeps assignments in a scope whose document is now `document`; undefined: the document is gone. */
export function offlineKeeping(
  scope: Scope,
  document: DesiredScope | undefined,
  { settings, catalogue }: OfflineSide,
  identities: Identities,
): OfflineKeeping {
  if (document === undefined || settings === null) {
    return () => 'its document is gone, and rolecall prunes nothing without one';
  }
  const traits = traitsOf(catalogue, scope);
  const keeping = keepingOf(
    document,
    traits,
    (role) => ({ role }),
    protectionOf(scope, settings, identities.in(scope)),
  );
  const options = settings.providers.get(scope.provider)?.options ?? {};
  const keepOf = catalogue.get(scope.provider)?.keepOf;
  return (ref, label, role) => {
    const name = ref.by === 'email' ? ref.value : label;
    const row = {
      principal: { kind: ref.kind, id: ref.value },
      role,
      keep: keepOf?.(role, options) ?? null,
    };
    const keeper = keeping(row, { address: refAddress(ref), user: null, label: name });
    return keeper === null ? null : keeperWords(keeper, document, role);
  };
}
