import type { Diagnostic } from '../../model/diagnostic.js';
import { groupBy } from '../../model/ordering.js';
import { refKey } from '../../model/principal.js';
import type { Scope, ScopeTraits } from '../../model/scope.js';
import type { SeparationPolicy } from '../../model/settings.js';
import type { RuleInput } from '../checked.js';
import { finding, lineOf, quote } from '../finding.js';
import type { Holding } from '../holdings.js';

/** Places that a message names; the others are counted. */
const NAMED = 10;

/** A role of a policy that one person holds somewhere. */
interface Held extends Holding {
  readonly scope: Scope;
  readonly role: string;
}

/** People who would hold, at one instant, two roles that a policy keeps apart. */
export function* separation({ scopes, policies }: RuleInput): Iterable<Diagnostic> {
  for (const policy of policies.separation) {
    const roles = new Set(policy.roles.map((role) => role.toLowerCase()));
    const held: Held[] = [];
    for (const { desired, traits, holdings } of scopes) {
      if (!isWithin(policy, traits)) continue;
      for (const holding of holdings) {
        const role = holding.claim.role.toLowerCase();
        if (holding.claim.status === 'active' && roles.has(role))
          held.push({ ...holding, scope: desired.scope, role });
      }
    }
    for (const group of groupBy(held, (one) => `${areaOf(policy, one.scope)} ${holderOf(one)}`).values()) {
      yield* violations(policy, group);
    }
  }
}

function* violations(policy: SeparationPolicy, group: readonly Held[]): Iterable<Diagnostic> {
  if (!group.some(({ role }) => role !== group[0]?.role)) return;
  const together = group.every(isUnlimited)
    ? group
    : group.filter((one) => group.some((other) => other.role !== one.role && overlap(one, other)));
  if (together.length === 0) return;
  const places = [
    ...new Set(
      together.map(
        ({ claim, scope }) => `${quote(claim.role)} in ${scope.address} (${lineOf(claim.source)})`,
      ),
    ),
  ];
  const more = places.length > NAMED ? ` and ${places.length - NAMED} more` : '';
  const list = `${places.slice(0, NAMED).join(', ')}${more}`;
  for (const { claim } of together) {
    const message = `${quote(claim.label)} would hold roles that the policy ${quote(policy.name)} keeps apart: ${list}. Remove all but one.`;
    yield finding(policy.level, 'separation', claim.source, message);
  }
}

function isUnlimited({ claim, end }: Held): boolean {
  return claim.from === null && end === Number.POSITIVE_INFINITY;
}

function overlap(a: Held, b: Held): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** An organization's policy is about organizations and their environments, an account's about accounts and projects. */
function isWithin({ within }: SeparationPolicy, { kind, rootKind }: ScopeTraits): boolean {
  return within === 'scope' || within === 'everywhere' || within === (rootKind ?? kind);
}

function areaOf({ within }: SeparationPolicy, scope: Scope): string {
  switch (within) {
    case 'scope':
      return scope.address;
    case 'organization':
    case 'account':
      return scope.rootAddress;
    case 'everywhere':
      return '';
  }
}

/** A person wherever they are; someone people.yaml does not know by their e-mail, or by their id in that system. */
function holderOf({ claim, scope }: Held): string {
  if (claim.person !== null) return `person:${claim.person}`;
  const key = refKey(claim.principal);
  return claim.principal.by === 'email' ? key : `${scope.provider} ${key}`;
}
