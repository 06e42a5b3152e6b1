import { isAddressGlob, principalNamed } from '../../model/address.js';
import type { DesiredAssignment } from '../../model/desired.js';
import type { Diagnostic, SourceLocation } from '../../model/diagnostic.js';
import { addressGlob, roleGlob } from '../../model/glob.js';
import { DAY } from '../../model/instant.js';
import { quote } from '../../model/label.js';
import { suggestion } from '../../model/nearest.js';
import { nameIn } from '../../model/principal.js';
import { holderByFiles, separationDiagnostics, violations } from '../../model/separation.js';
import type { MaxTermPolicy } from '../../model/settings.js';
import { errorAt, finding } from '../finding.js';
import { holdingsOfUsers, type RuleInput } from './rule.js';

/** People who would hold, at one instant, two roles that a policy keeps apart. */
export function* separation({ scopes, policies, now }: RuleInput): Iterable<Diagnostic> {
  if (policies.separation.length === 0) return;
  const held = scopes.map((scope) => ({
    scope: scope.desired.scope,
    traits: scope.traits,
    holdings: holdingsOfUsers(scope, now),
  }));
  for (const violation of violations(policies.separation, held, holderByFiles))
    yield* separationDiagnostics(violation);
}

/** Entries that must end, and do not, or too late. */
export function* maxTerm({ scopes, policies, now }: RuleInput): Iterable<Diagnostic> {
  for (const policy of policies.maxTerm) {
    const isScope = addressGlob(policy.scope);
    const isRole = roleGlob(policy.role);
    for (const { desired, roles } of scopes) {
      if (!isScope(desired.scope.address)) continue;
      const meant = new Set(roles.map(({ name }) => name).filter(isRole));
      if (meant.size === 0) continue;
      let last: SourceLocation | null = null;
      for (const assignment of desired.assignments) {
        if (assignment.source === last || !meant.has(assignment.role)) continue;
        last = assignment.source;
        const problem = problemOf(assignment, policy, now);
        if (problem !== null) yield finding(policy.level, 'max-term', assignment.source, problem);
      }
    }
  }
}

function problemOf(
  { role, from, until }: DesiredAssignment,
  { days }: MaxTermPolicy,
  now: number,
): string | null {
  const latest = Math.max(now, from ?? now) + days * DAY;
  if (until === null) {
    return `An entry in ${quote(role)} must have an end: add "until", at most ${days} days from now or from its "from".`;
  }
  if (until <= latest) return null;
  return `An entry in ${quote(role)} may last ${days} days at most, from now or from its "from": write an earlier "until".`;
}

/** A guard or policy whose scope cannot be read as an address, and so would hold nowhere. */
export function* addressGlobs({ guards, policies, sourceOf }: RuleInput): Iterable<Diagnostic> {
  const lists = [
    { path: ['guards', 'minHolders'], rules: guards.minHolders },
    { path: ['guards', 'protect'], rules: guards.protect },
    { path: ['policies', 'maxTerm'], rules: policies.maxTerm },
    { path: ['policies', 'require2fa'], rules: policies.require2fa },
  ];
  for (const { path, rules } of lists) {
    for (const [index, { scope }] of rules.entries()) {
      if (isAddressGlob(scope)) continue;
      const message = `${quote(scope)} is not a glob over addresses: a "%" is not followed by two hexadecimal digits of a character. Write %25 for a "%".`;
      yield errorAt('address-invalid', sourceOf([...path, index, 'scope']), message);
    }
  }
}

/** A protected principal that names nobody, and so would protect nobody. */
export function* protectedPrincipals({ guards, directory, sourceOf }: RuleInput): Iterable<Diagnostic> {
  for (const [index, { principal }] of guards.protect.entries()) {
    if (principalNamed(principal) !== null) continue;
    const isName = nameIn(principal).kind === 'name';
    if (isName && (principal.includes('@') || directory.hasKey(principal) || directory.unreadable)) continue;
    const hint = isName ? suggestion(directory.nearestPerson(principal)) : escapeHint(principal);
    const message = `${quote(principal)} names no principal: write user:ID, group:ID, an e-mail or a key of people.yaml.${hint}`;
    yield errorAt('protect-unknown', sourceOf(['guards', 'protect', index, 'principal']), message);
  }
}

function escapeHint(principal: string): string {
  return principal.includes('%') ? ' The id is percent-encoded: write %25 for a "%".' : '';
}
