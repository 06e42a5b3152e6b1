import { roleKey } from '../../model/assignment.js';
import type { DesiredAssignment } from '../../model/desired.js';
import type { Diagnostic, SourceLocation } from '../../model/diagnostic.js';
import { conflicts, type Holding } from '../../model/effective-roles.js';
import { formatInstant } from '../../model/instant.js';
import { quote } from '../../model/label.js';
import { groupBy } from '../../model/ordering.js';
import { refKey } from '../../model/principal.js';
import type { ScopeTraits } from '../../model/scope.js';
import { errorAt, lineOf } from '../finding.js';
import { assignmentsByPrincipal, holdingsOfUsers, type RuleInput, type ValidatedScope } from './rule.js';

/** A role that is written twice in one document, apart in case only, where the provider ignores case. */
export function* duplicateRole({ scopes }: RuleInput): Iterable<Diagnostic> {
  for (const { traits, roles } of scopes) {
    const seen = new Map<string, SourceLocation>();
    for (const { name, source } of roles) {
      const key = roleKey(name, traits.rolesIgnoreCase);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, source);
      else {
        const message = `The role ${quote(name)} is written at ${lineOf(first)} already, and case does not matter: join the two lists.`;
        yield errorAt('duplicate-role', source, message);
      }
    }
  }
}

/** Assignments of one principal that cannot both hold: two roles where one is the limit, or two statuses of one role. */
export function* twoRoles({ scopes }: RuleInput): Iterable<Diagnostic> {
  for (const scope of scopes) {
    const { desired, traits } = scope;
    const principals = new Set(desired.assignments.map(({ principal }) => principal));
    if (desired.assignments.length === principals.size) continue;
    for (const assignments of assignmentsByPrincipal(scope).values()) {
      for (const [a, b] of conflicts(assignments, traits)) {
        yield conflictAt(a, b, traits, desired.scope.address);
        yield conflictAt(b, a, traits, desired.scope.address);
      }
    }
  }
}

function conflictAt(
  assignment: DesiredAssignment,
  other: DesiredAssignment,
  traits: ScopeTraits,
  address: string,
): Diagnostic {
  const who = `${quote(assignment.label)}${assignment.via === null ? '' : ` (through ${assignment.via})`}`;
  const also = `${lineOf(other.source)}${other.via === null ? '' : ` (through ${other.via})`}`;
  if (roleKey(assignment.role, traits.rolesIgnoreCase) === roleKey(other.role, traits.rolesIgnoreCase)) {
    const message = `${who} is ${assignment.status} in ${quote(assignment.role)} of ${address} here and ${other.status} at ${also}, at the same time: keep one.`;
    return errorAt('conflicting-status', assignment.source, message);
  }
  const advice =
    hasTerm(assignment) && hasTerm(other)
      ? 'let one end before the other begins'
      : 'remove one, or give one of them a term';
  const message = `${who} gets ${quote(assignment.role)} in ${address} here and ${quote(other.role)} at ${also}, but can hold only one role there: ${advice}.`;
  return errorAt('two-roles', assignment.source, message);
}

function hasTerm({ from, until }: DesiredAssignment): boolean {
  return from !== null || until !== null;
}

/**
 * A user of a scope who is removed from its root, whose document prunes and does not name them. Told only where it is
 * certain: a user known by id and one known by e-mail may be the same.
 */
export function* prunedFromRoot({ scopes, now }: RuleInput): Iterable<Diagnostic> {
  const roots = new Map(
    scopes
      .filter(({ desired, traits, whole }) => traits.removal && desired.prune === true && whole)
      .map((root) => [root.desired.scope.address, membersOf(root)]),
  );
  for (const scope of scopes) {
    const { desired, traits } = scope;
    const members = traits.rootKind === null ? undefined : roots.get(desired.scope.rootAddress);
    if (members === undefined) continue;
    for (const holding of holdingsOfUsers(scope, now)) {
      if (!isUnnamed(holding, members)) continue;
      const when = holding.start <= now ? '' : ` from ${formatInstant(holding.start)} on`;
      const message = `${quote(holding.assignment.label)} has a role here and is removed from ${desired.scope.rootAddress}${when}, which is pruned and does not list them (${lineOf(members.root.desired.source)}): list them there, or remove them here.`;
      yield errorAt('pruned-from-organization', holding.assignment.source, message);
    }
  }
}

interface Members {
  readonly root: ValidatedScope;
  readonly byRef: ReadonlyMap<string, readonly DesiredAssignment[]>;
  readonly byPerson: ReadonlyMap<string | null, readonly DesiredAssignment[]>;
  /** Whether the root's document names somebody of whom only the id (or only the e-mail) is known. */
  readonly unlinked: ReadonlySet<'id' | 'email'>;
  readonly all: ReadonlySet<'id' | 'email'>;
}

function membersOf(root: ValidatedScope): Members {
  const users = root.desired.assignments;
  const nobody = users.filter(({ person }) => person === null);
  return {
    root,
    byRef: assignmentsByPrincipal(root),
    byPerson: groupBy(root.desired.assignments, ({ person }) => person),
    unlinked: new Set(nobody.map(({ principal }) => principal.by)),
    all: new Set(users.map(({ principal }) => principal.by)),
  };
}

/** Whether no entry of the root names the user, as far as that is certain. Whoever leaves does so everywhere. */
function isUnnamed({ assignment }: Holding, members: Members): boolean {
  const other = assignment.principal.by === 'id' ? 'email' : 'id';
  if ((assignment.person === null ? members.all : members.unlinked).has(other)) return false;
  return (
    !members.byRef.has(refKey(assignment.principal)) &&
    (assignment.person === null || !members.byPerson.has(assignment.person))
  );
}
