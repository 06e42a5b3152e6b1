import type { DesiredScope } from '../model/desired.js';
import { addressGlob, anyRole } from '../model/glob.js';
import { cut } from '../model/label.js';
import type { LiveRoot } from '../model/live.js';
import type { PrincipalRef } from '../model/principal.js';
import type { ScopeTraits } from '../model/scope.js';
import type { Settings, TwoFactorPolicy } from '../model/settings.js';
import { type Difference, takesAway } from './comparison.js';
import type { PrincipalView } from './principal-views.js';
import type { MaybeMeant } from './unresolved.js';

/** What a difference is checked against, for one scope. */
export interface BlockingContext {
  readonly root: LiveRoot;
  readonly complete: boolean;
  readonly traits: ScopeTraits;
  readonly isProtected: (view: PrincipalView) => boolean;
  /** Principals whose assignments contradict each other once it is known who they are. */
  readonly contradicted: ReadonlySet<string>;
  /** What might be meant in place of a user whom the root does not list. */
  readonly personHint: (ref: PrincipalRef) => string;
  /** Why an unresolved entry may mean what would be taken. */
  readonly maybeMeant: MaybeMeant;
  /** The 2FA policies that block what does not meet them. */
  readonly twoFactor: readonly RolesPolicy[];
}

/** Why a difference cannot be written; null where it can. Only the first reason is told. */
export function blockedBy(difference: Difference, context: BlockingContext): string | null {
  return (
    contradiction(difference, context) ??
    stranger(difference, context) ??
    difference.blocked ??
    unreadScope(difference, context) ??
    context.maybeMeant(difference) ??
    protectedPrincipal(difference, context) ??
    missingTwoFactor(difference, context)
  );
}

function contradiction({ view }: Difference, { contradicted }: BlockingContext): string | null {
  return contradicted.has(view.address)
    ? 'the files give this principal two roles under different names'
    : null;
}

/**
 * Nobody can be granted a role of whom no id is known, and in most systems nobody whom the root does not list, since
 * users are invited outside rolecall.
 */
function stranger({ view, from }: Difference, context: BlockingContext): string | null {
  const { traits, root } = context;
  if (from !== null || view.principal?.kind === 'group') return null;
  if (!traits.grantsOnlyUsersOfRoot && view.principal !== null) return traits.ungrantable;
  const { address } = root.root;
  if (view.ambiguous) return `several users of ${address} have this e-mail: name one by id, user:ID`;
  if (view.user !== null) return traits.ungrantable;
  if (!root.complete)
    return `this user is not among those of ${address} that came, and they were not read whole`;
  return traits.grantsOnlyUsersOfRoot
    ? `${address} does not list this user: users are invited outside rolecall${hintFor(view, context)}`
    : `${address} lists no user with this e-mail${hintFor(view, context)}`;
}

function hintFor({ assignments }: PrincipalView, { personHint }: BlockingContext): string {
  const [assignment] = assignments;
  return assignment === undefined ? '' : personHint(assignment.principal);
}

function unreadScope(difference: Difference, { complete }: BlockingContext): string | null {
  return complete || !takesAway(difference)
    ? null
    : 'the scope was not read whole, so nothing is taken away in it';
}

function protectedPrincipal(difference: Difference, { isProtected }: BlockingContext): string | null {
  if (difference.from === null || !isProtected(difference.view)) return null;
  return 'this principal is protected by the settings';
}

function missingTwoFactor({ view, from, to }: Difference, context: BlockingContext): string | null {
  if (to === null || to.status !== 'active' || view.principal?.kind === 'group') return null;
  if (from?.role === to.role && from.status === 'active') return null;
  if (view.user?.twoFactor === true) return null;
  if (!context.twoFactor.some(({ fits }) => fits(to.role))) return null;
  const why = view.user?.twoFactor === false ? 'has not verified 2FA' : 'is not known to have 2FA';
  return `role ${JSON.stringify(cut(to.role))} requires 2FA (policy require2fa), and this user ${why}`;
}

interface RolesPolicy extends TwoFactorPolicy {
  readonly fits: (role: string) => boolean;
}

/** The 2FA policies that reach a scope. */
export function twoFactorPolicies(settings: Settings, { scope }: DesiredScope): readonly RolesPolicy[] {
  return settings.policies.require2fa
    .filter((policy) => addressGlob(policy.scope)(scope.address))
    .map((policy) => ({ ...policy, fits: anyRole(policy.roles) }));
}
