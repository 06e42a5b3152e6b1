import { asciiLower, principalAddress } from '../model/principal.js';
import { roleKey } from '../model/assignment.js';
import type { DesiredAssignment, DesiredScope } from '../model/desired.js';
import { isEffective } from '../model/effective-roles.js';
import { cut } from '../model/label.js';
import type { LiveRoot } from '../model/live.js';
import { byKeys, groupBy } from '../model/ordering.js';
import type { ScopeTraits } from '../model/scope.js';
import type { SourceLocation } from '../model/diagnostic.js';
import { type Difference, takesAway } from './comparison.js';
import type { Identities, RootIdentities } from './identities.js';
import { byPlace, type PrincipalView } from './principal-views.js';
import type { ResolvedRole } from './roles.js';

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
export type MaybeMeant = (difference: Difference) => string | null;

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
    if (person !== undefined) return maybeMissing(person, view, count);
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

function maybeMissing({ label, name, source }: MissingPerson, view: PrincipalView, count: number): string {
  const others = count > 1 ? ` and ${count - 1} more` : '';
  const hint = isSameName(name, view.user?.name ?? null) ? ' (same name, changed e-mail?)' : '';
  return `the files declare ${label}${others}, not found, and ${view.label} may be the same person${hint}: correct ${source.file}:${source.line} first`;
}

function oneOfSeveral({ label, source }: DesiredAssignment, view: PrincipalView): string {
  return `several users have the e-mail that ${label} at ${source.file}:${source.line} stands for, and ${view.label} may be the one who is meant: name that one by id, user:ID`;
}

function maybeThisRole({ role, source }: DesiredAssignment): string {
  return `which role ${JSON.stringify(cut(role))} at ${source.file}:${source.line} is cannot be told, and this may be the one that is meant: correct that entry first`;
}
