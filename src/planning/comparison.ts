import type { RoleState } from '../model/assignment.js';
import type { Action, PlannedChange, Term } from '../model/change.js';
import type { DesiredScope, DesiredState } from '../model/desired.js';
import type { Conflict, EffectiveRole, ExpiredRole, Resolution } from '../model/effective-roles.js';
import type { LiveAssignment, LiveRoot, LiveScope, LiveState } from '../model/live.js';
import type { Narrowing } from '../model/plan.js';
import type { ProviderCatalogue, ScopeTraits } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import type { SourceLocation } from '../model/diagnostic.js';
import type { Identities } from './identities.js';
import type { PrincipalView } from './principal-views.js';
import type { Protection } from './protection.js';
import type { ResolvedRole } from './roles.js';

/** Everything a plan is made from. */
export interface PlanInput {
  readonly desired: DesiredState;
  /** The scopes of `desired` that are planned. Others that were read count only for the cascades of removals. */
  readonly scopes: readonly DesiredScope[];
  readonly live: LiveState;
  readonly settings: Settings;
  readonly catalogue: ProviderCatalogue;
  /** Plan as of this instant, epoch milliseconds. */
  readonly at: number;
  readonly base: string | null;
  readonly narrowing: Narrowing;
  /** `--allow-revokes`; null: the settings' maxRevokes holds. */
  readonly allowRevokes: number | null;
  /** Whether the plan's scopes carry the unified diffs of their role lists; true if left out. */
  readonly roleLists?: boolean | undefined;
  /** Why a provider has no request for a change; null where it has. Left out: nothing is known of requests. */
  readonly unwritable?: ((change: PlannedChange, root: LiveRoot) => string | null) | undefined;
}

/** Desired and live of one scope, side by side, and what the comparison of the two came to. */
export interface ScopeComparison {
  readonly desired: DesiredScope;
  /** What was read of the scope; null where nothing was. */
  readonly live: LiveScope | null;
  readonly root: LiveRoot | null;
  readonly traits: ScopeTraits;
  /** Whether the scope and its root were read whole. */
  readonly complete: boolean;
  /** Who is who in the run: `identities.in(desired.scope)` for the root of this scope. */
  readonly identities: Identities;
  /** Looks up a role that the files name in the API's list. */
  readonly roleOf: (written: string) => ResolvedRole;
  /** Resolves what the files ask for a principal at the plan's instant, as the comparison did. */
  readonly resolve: (view: PrincipalView) => Resolution;
  readonly protection: Protection;
  /** Every principal, declared or live, sorted by address. */
  readonly views: readonly PrincipalView[];
  readonly differences: readonly Difference[];
  /** Live, asked for by no entry, and kept. */
  readonly unlisted: readonly { readonly view: PrincipalView; readonly row: LiveAssignment }[];
  /** Assignments that are live as the files ask. */
  readonly unchanged: number;
  /** Assignments the files ask for now. */
  readonly effective: number;
  /** People who have left and are still members, since nothing may remove members here. */
  readonly leftButListed: readonly PrincipalView[];
  /** Entries that contradict each other, once the live state tells whom they name. */
  readonly contradictions: readonly { readonly view: PrincipalView; readonly conflict: Conflict }[];
  /** The assignments (`address role`) inside the root that a removal from it takes with it, by principal. */
  readonly cascades: ReadonlyMap<string, readonly string[]>;
  /** The removals from the root that take something away here, by principal. */
  readonly removed: ReadonlyMap<string, Difference>;
}

/** A difference between desired and live of one principal in one scope, and what of the files brings it about. */
export interface Difference {
  readonly view: PrincipalView;
  /** What is live; null for a grant. */
  readonly from: RoleState | null;
  /** What is planned; null for a revoke. */
  readonly to: RoleState | null;
  readonly fromRoleId: string | null;
  readonly toRoleId: string | null;
  /** What the files ask for in place of `from`, with the desired assignment that wins; null if they ask for nothing. */
  readonly effective: EffectiveRole | null;
  /** How the files' entry for `from` expired, with the desired assignment; null if it did not. */
  readonly expired: ExpiredRole | null;
  readonly term: Term | null;
  /** When the term began or ended, or the person left, epoch milliseconds; null where there is no term. */
  readonly termAt: number | null;
  /** Why it cannot be done; null where it can. */
  readonly blocked: string | null;
  /** The result cannot be read back. */
  readonly unverifiable: boolean;
}

/** What the comparison of one principal goes by. */
export interface ComparisonRules {
  readonly at: number;
  readonly traits: ScopeTraits;
  readonly roleOf: (written: string) => ResolvedRole;
  /** Whether a live assignment that no entry lists is to be revoked. */
  readonly prunes: (row: LiveAssignment, view: PrincipalView) => boolean;
  readonly blockedBy: (difference: Difference) => string | null;
  /** Why there is no request for it; null where there is one. Asked of what nothing else blocks. */
  readonly unwritable: (difference: Difference) => string | null;
  readonly unverifiable: (view: PrincipalView) => boolean;
  readonly inactiveIsGone: boolean;
  /** Whether an inactive assignment that is wanted and absent is a difference; nothing would be written for it. */
  readonly grantsInactive: boolean;
}

/** What the comparison of one principal came to. */
export interface PrincipalComparison {
  readonly differences: readonly Difference[];
  readonly unlisted: readonly LiveAssignment[];
  readonly unchanged: number;
  readonly leftButListed: boolean;
}

/** The line of the entry behind a difference; null if no entry is (what is pruned). */
export function sourceOf({ effective, expired }: Difference): SourceLocation | null {
  return (effective ?? expired)?.assignment.source ?? null;
}

export function actionOf({ from, to }: Pick<Difference, 'from' | 'to'>): Action {
  if (from === null) return 'grant';
  return to === null ? 'revoke' : 'change';
}

/** Whether it takes something away: a role, or the activity of one. */
export function takesAway({ from, to }: Pick<Difference, 'from' | 'to'>): boolean {
  if (from === null) return false;
  return to === null || to.role !== from.role || (from.status === 'active' && to.status === 'inactive');
}

/** Whether nothing stands in its way. */
export function isDoable({ blocked }: Pick<Difference, 'blocked'>): boolean {
  return blocked === null;
}

/** Grants what the files ask for, in place of the live assignment if there is one. */
export function granting(
  view: PrincipalView,
  row: LiveAssignment | undefined,
  effective: EffectiveRole,
  role: ResolvedRole,
): Difference {
  return {
    view,
    from: row === undefined ? null : { role: row.role, status: row.status },
    to: { role: role.role, status: effective.state.status },
    fromRoleId: row?.roleId ?? null,
    toRoleId: role.roleId,
    effective,
    expired: null,
    term: effective.started ? 'started' : null,
    termAt: effective.started ? effective.assignment.from : null,
    blocked: role.blocked,
    unverifiable: false,
  };
}

/** Takes a live assignment away; `expired` says how it came to its end, if it did. */
export function revoking(
  view: PrincipalView,
  row: RoleState & { readonly roleId: string | null },
  expired: ExpiredRole | null,
): Difference {
  return {
    view,
    from: { role: row.role, status: row.status },
    to: null,
    fromRoleId: row.roleId,
    toRoleId: null,
    effective: null,
    expired,
    term: expired?.ending ?? null,
    termAt: expired?.at ?? null,
    blocked: null,
    unverifiable: false,
  };
}
