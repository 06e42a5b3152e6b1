import type { DesiredAssignment } from '../../model/desired.js';
import type { Diagnostic, SourceLocation } from '../../model/diagnostic.js';
import { addressGlob, roleGlob } from '../../model/glob.js';
import { DAY } from '../../model/instant.js';
import { quote } from '../../model/label.js';
import { holderByFiles, separationDiagnostics, violations } from '../../model/separation.js';
import type { MaxTermPolicy } from '../../model/settings.js';
import { finding } from '../finding.js';
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
    return `An entry in ${quote(role)} must end: add "until", at most ${days} days from now or from its "from".`;
  }
  if (until <= latest) return null;
  return `An entry in ${quote(role)} may last ${days} days at most, from now or from its "from": write an earlier "until".`;
}
