import { roleKey } from '../model/assignment.js';
import type { DesiredAssignment, DesiredScope } from '../model/desired.js';
import type { SourceLocation } from '../model/diagnostic.js';
import { isEffective } from '../model/effective-roles.js';
import { addressGlob, anyRole } from '../model/glob.js';
import { cut } from '../model/label.js';
import type { LiveRoot } from '../model/live.js';
import { byKeys, groupBy } from '../model/ordering.js';
import { asciiLower, principalAddress, type PrincipalRef } from '../model/principal.js';
import type { ScopeTraits } from '../model/scope.js';
import type { Settings, TwoFactorPolicy } from '../model/settings.js';
import { type Difference, takesAway } from './comparison.js';
import type { Identities, RootIdentities } from './identities.js';
import { byPlace, type PrincipalView } from './principal-views.js';
import type { ResolvedRole } from './roles.js';

/** What a difference is checked against, for one scope. */
interface BlockingContext {
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
    : 'the scope could not be read whole, so nothing is taken away there';
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

/** A person whom the files name and the root does not list. A changed e-mail looks exactly like this. */
export interface MissingPerson {
  readonly address: string;
  /** What the files call the person. */
  readonly label: string;
  /** The full name in people.yaml; null where there is none. */
  readonly name: string | null;
  /** The scope of a document that names the person. */
  readonly scope: string;
  /** Where the person is named: the line of people.yaml, where they are in it. */
  readonly source: SourceLocation;
  /** The roles that the files give the person there, as written. */
  readonly roles: readonly string[];
}

/**
 * The people whom a document of the root names now, planned or not, who are neither users of the root nor holders of
 * anything in that scope. Sorted by label. Empty if the users were not read whole.
 */
export function missingPeople(
  documents: readonly DesiredScope[],
  root: LiveRoot | null,
  identities: Identities,
  at: number,
): readonly MissingPerson[] {
  if (root?.complete !== true) return [];
  return documents
    .flatMap((document) => missingIn(document, root, identities.in(document.scope), at))
    .sort(
      byKeys(
        ({ label }) => label,
        ({ address }) => address,
        ({ scope }) => scope,
      ),
    );
}

function missingIn(
  { scope, assignments }: DesiredScope,
  root: LiveRoot,
  identities: RootIdentities,
  at: number,
): readonly MissingPerson[] {
  const unknown = assignments.flatMap((written) => {
    const { address, user, ambiguous } = identities.identify(written.principal);
    if (user !== null || ambiguous || written.principal.kind !== 'user') return [];
    const assignment = identities.withPerson(written, address);
    return isEffective(assignment, at) ? [{ address, assignment }] : [];
  });
  if (unknown.length === 0) return [];
  const holders = holdersOf(root, scope.address);
  return [...groupBy(unknown, ({ address }) => address)].flatMap(([address, group]) => {
    const [first, ...others] = group.map(({ assignment }) => assignment).sort(byPlace);
    if (first === undefined || holders.has(address)) return [];
    const person = first.person === null ? null : identities.personOfKey(first.person);
    return {
      address,
      label: labelOf(first),
      name: person?.name ?? null,
      scope: scope.address,
      source: person?.source ?? first.source,
      roles: [first, ...others].map(({ role }) => role),
    };
  });
}

function labelOf({ label, principal: { by, value } }: DesiredScope['assignments'][number]): string {
  return by === 'email' && asciiLower(label) !== value ? `${label} (${value})` : label;
}

function holdersOf({ scopes }: LiveRoot, address: string): ReadonlySet<string> {
  const rows = scopes.find(({ scope }) => scope.address === address)?.assignments ?? [];
  return new Set(rows.map(({ principal: { kind, id } }) => principalAddress(kind, id)));
}

interface Doubts {
  readonly desired: DesiredScope;
  readonly traits: ScopeTraits;
  readonly roleOf: (written: string) => ResolvedRole;
  readonly identities: RootIdentities;
  /** Who is named anywhere in the root and was not found. */
  readonly missing: readonly MissingPerson[];
  readonly at: number;
}

/** Why something is not taken away: an unresolved entry may mean it. Null if none does. */
type MaybeMeant = (difference: Difference) => string | null;

/**
 * While somebody is not found, unlisted people keep what they hold, and listed people keep the roles that the missing
 * one is given. Users who share an e-mail keep what its entry gives, and so do those who are given an unclear role.
 */
export function unresolvedEntries(doubts: Doubts): MaybeMeant {
  const { desired, traits, roleOf, identities, missing, at } = doubts;
  const roleIn = (role: string): string => roleKey(roleOf(role).role, traits.rolesIgnoreCase);
  const shared = sharedEmails(desired, identities, traits.removal ? null : at);
  const lost = missing.flatMap((person) =>
    person.scope === desired.scope.address ? person.roles.map((role) => [roleIn(role), person] as const) : [],
  );
  const wanted = new Map(lost);
  const count = new Set(missing.map(({ address }) => address)).size;
  return (difference) => {
    const { view, from } = difference;
    if (from === null || view.principal?.kind !== 'user' || !takesAway(difference)) return null;
    const role = roleKey(from.role, traits.rolesIgnoreCase);
    const current = view.assignments.filter((assignment) => isEffective(assignment, at));
    const assignments = shared.get(view.user?.email ?? '') ?? [];
    const meant = assignments.find(
      (assignment) => roleIn(assignment.role) === role || (traits.exclusive && current.length === 0),
    );
    if (meant !== undefined) return oneOfSeveral(meant, view);
    if (!isPruned(difference)) return null;
    const person = current.length > 0 || hasLeft(view, at) ? wanted.get(role) : likeliest(view, missing);
    if (person !== undefined) return maybeMissing(person, view, count, traits);
    const unclear = current.find((assignment) => roleOf(assignment.role).unclear);
    return unclear === undefined ? null : maybeThisRole(unclear);
  };
}

function isPruned({ to, term }: Difference): boolean {
  return to === null && term === null;
}

function hasLeft({ assignments }: PrincipalView, at: number): boolean {
  return assignments.some(({ leaves }) => leaves !== null && leaves <= at);
}

/** The assignments by an e-mail that several users have: the effective ones, or all of them without a time. */
function sharedEmails(
  { assignments }: DesiredScope,
  identities: RootIdentities,
  at: number | null,
): ReadonlyMap<string, readonly DesiredAssignment[]> {
  const ambiguous = assignments.filter(
    (assignment) =>
      identities.identify(assignment.principal).ambiguous && (at === null || isEffective(assignment, at)),
  );
  return groupBy(ambiguous.sort(byPlace), ({ principal }) => principal.value);
}

function likeliest({ user }: PrincipalView, missing: readonly MissingPerson[]): MissingPerson | undefined {
  return missing.find(({ name }) => isSameName(name, user?.name ?? null)) ?? missing[0];
}

/** Whether two full names are one, but for case and the spaces around them. */
export function isSameName(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();
}

function maybeMissing(
  { label, name, source }: MissingPerson,
  view: PrincipalView,
  count: number,
  { grantsOnlyUsersOfRoot }: ScopeTraits,
): string {
  const others = count > 1 ? ` and ${count - 1} more` : '';
  const place = `${source.file}:${source.line}`;
  // Whoever is not found there may be new, and is granted the role in this very run.
  const remedy = grantsOnlyUsersOfRoot
    ? `correct ${place} first`
    : `apply the grant and plan again, or correct ${place} first`;
  const hint = isSameName(name, view.user?.name ?? null) ? ' (same name, changed e-mail?)' : '';
  return `the files declare ${label}${others}, not found, and ${view.label} may be the same person${hint}: ${remedy}`;
}

function oneOfSeveral({ label, source }: DesiredAssignment, view: PrincipalView): string {
  return `several users have the e-mail that ${label} at ${source.file}:${source.line} stands for, and ${view.label} may be the one who is meant: name that one by id, user:ID`;
}

function maybeThisRole({ role, source }: DesiredAssignment): string {
  return `which role ${JSON.stringify(cut(role))} at ${source.file}:${source.line} is not known, and this may be the one: correct that entry first`;
}
