import { roleKey } from '../../model/assignment.js';
import type { Claim } from '../../model/desired.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { conflicts } from '../../model/force.js';
import type { ScopeTraits } from '../../model/scope.js';
import type { RuleInput } from '../checked.js';
import { errorAt, lineOf } from '../finding.js';
import { quote } from '../../model/label.js';

/** Claims on one principal that cannot both hold: two roles where one is the limit, or two statuses of one role. */
export function* twoRoles({ scopes }: RuleInput): Iterable<Diagnostic> {
  for (const { desired, traits, byPrincipal } of scopes) {
    if (desired.claims.length === byPrincipal.size) continue;
    for (const claims of byPrincipal.values()) {
      for (const [a, b] of conflicts(claims, traits)) {
        yield conflictAt(a, b, traits, desired.scope.address);
        yield conflictAt(b, a, traits, desired.scope.address);
      }
    }
  }
}

function conflictAt(claim: Claim, other: Claim, traits: ScopeTraits, address: string): Diagnostic {
  const who = `${quote(claim.label)}${claim.via === null ? '' : ` (through ${claim.via})`}`;
  const also = `${lineOf(other.source)}${other.via === null ? '' : ` (through ${other.via})`}`;
  if (roleKey(claim.role, traits.rolesIgnoreCase) === roleKey(other.role, traits.rolesIgnoreCase)) {
    const message = `${who} is ${claim.status} in ${quote(claim.role)} of ${address} here and ${other.status} at ${also}, at the same time: keep one.`;
    return errorAt('conflicting-status', claim.source, message);
  }
  const advice =
    hasTerm(claim) && hasTerm(other)
      ? 'let one end before the other begins'
      : 'remove one, or give one of them a term';
  const message = `${who} is given ${quote(claim.role)} in ${address} here and ${quote(other.role)} at ${also}, and can hold one role there: ${advice}.`;
  return errorAt('two-roles', claim.source, message);
}

function hasTerm({ from, until }: Claim): boolean {
  return from !== null || until !== null;
}
