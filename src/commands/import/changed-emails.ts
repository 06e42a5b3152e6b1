import type { DesiredScope, DesiredState, Person } from '../../model/desired.js';
import type { LiveRoot, LiveState, LiveUser } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';
import { nameIn, type PrincipalRef, principalAddress, refAddress } from '../../model/principal.js';
import { isSameName } from '../../planning/blocking.js';
import { Identities, type RootIdentities } from '../../planning/identities.js';
import { roleKey } from '../../model/assignment.js';

/** A person of people.yaml whose e-mail in a system has changed. */
export interface ChangedEmail {
  readonly person: Person;
  readonly provider: string;
  /** The id of the organization or account, where people.yaml tells them apart. */
  readonly rootId: string | null;
  readonly from: string;
  /** An e-mail, or `user:ID` where the e-mail names nobody alone. */
  readonly to: string;
  /** The user who that is; null where roots have other ids for the e-mail. */
  readonly user: LiveUser | null;
  /** `principalIn` of everybody that the change is about. */
  readonly about: readonly string[];
}

/** A person whose change is uncertain, or cannot be written. */
export interface Uncertain {
  readonly message: string;
  /** `principalIn` of everybody for whom nothing is written then. */
  readonly about: readonly string[];
}

/** A person whom a root does not list, and the users with the same full name whom no file names. */
interface Missing {
  readonly root: LiveRoot;
  readonly person: Person;
  readonly ref: PrincipalRef;
  readonly rootId: string | null;
  readonly candidates: readonly LiveUser[];
  /** Whether nobody else with that name is missing. */
  readonly alone: boolean;
}

/**
 * Who changed e-mail: a person whom the files name, whom the root does not list, and whose full name exactly one user
 * has whom no file names. Pure.
 */
export function changedEmails(
  live: LiveState,
  desired: DesiredState,
): { readonly changed: readonly ChangedEmail[]; readonly uncertain: readonly Uncertain[] } {
  const identities = new Identities(desired.people, live);
  const missing = [...live.values()]
    .filter(({ complete }) => complete)
    .flatMap((root) => missingIn(root, desired, identities.in(root.root)));
  const groups = groupBy(missing, ({ person, root, rootId }) =>
    JSON.stringify([person.key, root.root.provider, rootId]),
  );
  const found = [...groups.values()].map((group) => resolveChange(group, live, identities));
  return {
    changed: found.filter((each) => 'to' in each),
    uncertain: found.filter((each) => 'message' in each),
  };
}

function missingIn(root: LiveRoot, desired: DesiredState, identities: RootIdentities): readonly Missing[] {
  const documents = desired.scopes.filter(({ scope }) => scope.rootAddress === root.root.address);
  const assignments = documents.flatMap((document) => document.assignments);
  const named = new Set(assignments.map(({ person }) => person));
  const taken = new Set(assignments.map(({ principal }) => identities.identify(principal).address));
  const isFree = ({ id }: LiveUser): boolean => {
    const address = principalAddress('user', id);
    return !taken.has(address) && identities.person(address) === null;
  };
  const found = desired.people.flatMap((person): Omit<Missing, 'alone'>[] => {
    const principal = person.principals.get(root.root.provider);
    if (principal === undefined || !named.has(person.key)) return [];
    const rootId = 'kind' in principal ? null : root.root.id;
    const ref = 'kind' in principal ? principal : principal.get(root.root.id);
    if (ref?.by !== 'email') return [];
    const { principal: known, ambiguous } = identities.identify(ref);
    if (known !== null || ambiguous) return [];
    const candidates = root.users.filter((user) => isFree(user) && mayBe(user, person, root, documents));
    return candidates.length === 0 ? [] : [{ root, person, ref, rootId, candidates }];
  });
  const byName = groupBy(found, ({ person }) => nameKey(person));
  return found.map((each) => ({ ...each, alone: byName.get(nameKey(each.person))?.length === 1 }));
}

/** Compares full names. If people.yaml has none, a user with exactly the person's roles may be the person. */
function mayBe(user: LiveUser, person: Person, root: LiveRoot, documents: readonly DesiredScope[]): boolean {
  if (person.name !== null) return isSameName(user.name, person.name);
  const wanted = documents.flatMap(({ scope, assignments }) =>
    assignments
      .filter((assignment) => assignment.person === person.key)
      .map(({ role }) => roleIn(scope.address, role)),
  );
  return areSame(rolesHeldBy(user, root), new Set(wanted));
}

/** The change that all roots agree on, or why it is uncertain. */
function resolveChange(
  group: readonly Missing[],
  live: LiveState,
  identities: Identities,
): ChangedEmail | Uncertain {
  const [first] = group;
  if (first === undefined) throw new Error('no person is missing');
  const { person, ref, rootId, root } = first;
  const { provider } = root.root;
  const about = group.flatMap(aboutOf);
  const targets = [
    ...new Set(group.flatMap((each) => each.candidates.map((user) => nameOf(user, each.root)))),
  ];
  const [to = '', ...more] = targets.sort();
  const doubt =
    person.name === null
      ? `without a full name in people.yaml it cannot be told whether that is ${targets.join(' or ')}, whom no file names and who holds the same roles`
      : more.length > 0
        ? `several users whom no file names have the same full name: ${targets.join(', ')}`
        : group.some(({ alone }) => !alone)
          ? `${to} has the same full name, as have other people whom it does not list`
          : stillListed(first, live, identities, to);
  if (doubt === null) {
    const [user, ...others] = group.flatMap(({ candidates }) => candidates);
    const isOne = user !== undefined && others.every(({ id }) => id === user.id);
    return { person, provider, rootId, from: ref.value, to, user: isOne ? user : null, about };
  }
  const where = `${person.source.file}:${person.source.line}`;
  const message = `${root.root.address} does not list ${person.key} (${ref.value}), and ${doubt}. Nothing was written for them: say at ${where} who ${person.key} is`;
  return { message, about };
}

function aboutOf({ root, ref, candidates }: Missing): readonly string[] {
  const addresses = [refAddress(ref), ...candidates.map(({ id }) => principalAddress('user', id))];
  return addresses.map((address) => principalIn(root.root.address, address));
}

/** A principal of a root as one text, by the addresses of both. */
export function principalIn(root: string, principal: string): string {
  return `${root} ${principal}`;
}

/** Says that another root of the system still lists the e-mail; null if none does. */
function stillListed(
  { ref, root, rootId }: Missing,
  live: LiveState,
  identities: Identities,
  to: string,
): string | null {
  if (rootId !== null) return null;
  const other = [...live.values()].find(
    (each) =>
      each.root.provider === root.root.provider && identities.in(each.root).identify(ref).user !== null,
  );
  return other === undefined
    ? null
    : `${to} has the same full name, but ${other.root.address} still lists ${ref.value}`;
}

/** A key that is equal for the names that isSameName calls the same. */
function nameKey({ name }: Person): string {
  return (name ?? '').trim().toLowerCase();
}

function nameOf({ id, email }: LiveUser, { users }: LiveRoot): string {
  const isAlone = email !== null && users.filter((user) => user.email === email).length === 1;
  return isAlone && email.includes('@') && nameIn(email).kind === 'name' ? email : `user:${id}`;
}

/** The roles that a user holds in the scopes of a root that were read, except system roles; each as `roleIn`. */
export function rolesHeldBy({ id }: LiveUser, { scopes }: LiveRoot): ReadonlySet<string> {
  const rows = scopes.flatMap(({ scope, assignments }) =>
    assignments
      .filter(
        ({ principal, keep }) => principal.kind === 'user' && principal.id === id && keep !== 'system-role',
      )
      .map(({ role }) => roleIn(scope.address, role)),
  );
  return new Set(rows);
}

/** A role of a scope as one text, without regard to case. */
export function roleIn(address: string, role: string): string {
  return `${address} ${roleKey(role, true)}`;
}

export function areSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
