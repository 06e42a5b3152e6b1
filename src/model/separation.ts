import type { DesiredAssignment } from './desired.js';
import type { Diagnostic } from './diagnostic.js';
import type { Holding } from './effective-roles.js';
import { quote } from './label.js';
import { groupBy } from './ordering.js';
import { refKey } from './principal.js';
import type { Scope, ScopeTraits } from './scope.js';
import type { SeparationPolicy } from './settings.js';

/** Places that a message names; the others are counted. */
const NAMED = 10;

/** A role of a policy that one person holds somewhere. */
interface Held extends Holding {
  readonly scope: Scope;
  readonly role: string;
}

/** A scope, and what its files come to. */
export interface ScopeHoldings {
  readonly scope: Scope;
  readonly traits: ScopeTraits;
  readonly holdings: readonly Holding[];
}

/** Roles that one holder would have at one instant although a policy keeps them apart. */
export interface Violation {
  readonly policy: SeparationPolicy;
  readonly together: readonly Held[];
}

/** Every violation of the policies; `holderOf` gives one text for all assignments of one person. */
export function* violations(
  policies: readonly SeparationPolicy[],
  scopes: readonly ScopeHoldings[],
  holderOf: (assignment: DesiredAssignment, scope: Scope) => string,
): Iterable<Violation> {
  for (const policy of policies) {
    const roles = new Set(policy.roles.map((role) => role.toLowerCase()));
    const held: Held[] = [];
    for (const { scope, traits, holdings } of scopes) {
      if (!isWithin(policy, traits)) continue;
      for (const holding of holdings) {
        const role = holding.assignment.role.toLowerCase();
        if (holding.assignment.status === 'active' && roles.has(role)) held.push({ ...holding, scope, role });
      }
    }
    const groups = groupBy(
      held,
      ({ assignment, scope }) => `${areaOf(policy, scope)} ${holderOf(assignment, scope)}`,
    );
    for (const group of groups.values()) {
      const together = heldTogether(group);
      if (together.length > 0) yield { policy, together };
    }
  }
}

function heldTogether(group: readonly Held[]): readonly Held[] {
  if (!group.some(({ role }) => role !== group[0]?.role)) return [];
  return group.every(({ assignment, end }) => assignment.from === null && end === Number.POSITIVE_INFINITY)
    ? group
    : group.filter((one) => group.some((other) => other.role !== one.role && overlap(one, other)));
}

/** A finding at the line of each role that is held. */
export function* separationDiagnostics({ policy, together }: Violation): Iterable<Diagnostic> {
  const places = [
    ...new Set(
      together.map(
        ({ assignment, scope }) =>
          `${quote(assignment.role)} in ${scope.address} (${assignment.source.file}:${assignment.source.line})`,
      ),
    ),
  ];
  const more = places.length > NAMED ? ` and ${places.length - NAMED} more` : '';
  const list = `${places.slice(0, NAMED).join(', ')}${more}`;
  for (const { assignment } of together) {
    const message = `${quote(assignment.label)} would hold roles that the policy ${quote(policy.name)} forbids together: ${list}. Remove all but one.`;
    yield { severity: policy.level, code: 'separation', message, ...assignment.source };
  }
}

function overlap(a: Held, b: Held): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** A root kind's policy is about its roots and what belongs to them. */
function isWithin({ within }: SeparationPolicy, { kind, rootKind }: ScopeTraits): boolean {
  return within === 'scope' || within === 'everywhere' || within === (rootKind ?? kind);
}

function areaOf({ within }: SeparationPolicy, scope: Scope): string {
  if (within === 'everywhere') return '';
  return within === 'scope' ? scope.address : scope.rootAddress;
}

/** A person wherever they are; someone people.yaml does not know by their e-mail, or by their id in that system. */
export function holderByFiles(assignment: DesiredAssignment, scope: Scope): string {
  if (assignment.person !== null) return `person:${assignment.person}`;
  const key = refKey(assignment.principal);
  return assignment.principal.by === 'email' ? key : `${scope.provider} ${key}`;
}
