import { roleKey } from '../../model/assignment.js';
import type { DesiredAssignment } from '../../model/desired.js';
import type { Diagnostic, SourceLocation } from '../../model/diagnostic.js';
import { conflicts } from '../../model/effective-roles.js';
import { quote } from '../../model/label.js';
import type { ScopeTraits } from '../../model/scope.js';
import { errorAt, lineOf } from '../finding.js';
import { assignmentsByPrincipal, type RuleInput } from './rule.js';

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
  const message = `${who} is given ${quote(assignment.role)} in ${address} here and ${quote(other.role)} at ${also}, and can hold one role there: ${advice}.`;
  return errorAt('two-roles', assignment.source, message);
}

function hasTerm({ from, until }: DesiredAssignment): boolean {
  return from !== null || until !== null;
}
