import type { Claim, DesiredScope } from '../../model/desired.js';
import { decide, endingOf, hasEnded, inForce } from '../../model/force.js';
import { formatEnd, formatStart } from '../../model/instant.js';
import { byKeys, groupBy } from '../../model/ordering.js';
import { refAddress, refKey } from '../../model/principal.js';
import type { ScopeTraits } from '../../model/scope.js';
import type { ExplainedRole } from '../../report/explain.js';

/** A role that an entry asks for, before git and the live state are asked about it. */
export type DeclaredRole = Omit<ExplainedRole, 'commit' | 'live' | 'teams'>;

/** The roles that the claims of a document come to, those included that do not count yet or no longer. */
export function declaredRoles(
  desired: DesiredScope,
  traits: ScopeTraits,
  isWanted: (claim: Claim) => boolean,
  at: number,
): readonly { readonly claim: Claim; readonly declared: DeclaredRole }[] {
  const groups = groupBy(desired.claims, ({ person, principal }) => person ?? refKey(principal));
  return [...groups.values()]
    .filter((claims) => claims.some(isWanted))
    .flatMap((claims) => {
      const winners = decide(claims, at, traits).wanted.map(({ claim }) => claim);
      return claims.filter(isWanted).map((claim) => {
        const winner = winners.find((each) => traits.exclusive || each.role === claim.role) ?? null;
        return { claim, declared: declaredRole(claim, desired, winner, at) };
      });
    })
    .sort(
      byKeys(
        ({ declared }) => declared.role,
        ({ declared }) => declared.label,
        ({ declared }) => declared.source.file,
        ({ declared }) => declared.source.line,
        ({ declared }) => declared.source.column,
      ),
    );
}

function declaredRole(claim: Claim, desired: DesiredScope, winner: Claim | null, at: number): DeclaredRole {
  const { principal, label, role, status, via, from, until, leaves, reason, source } = claim;
  const counts = inForce(claim, at);
  const beaten = counts && winner !== null && winner !== claim && saysOtherwise(winner, claim);
  return {
    scope: desired.scope.address,
    scopeName: desired.name?.text ?? null,
    label,
    who: label === principal.value ? label : `${label} (${refAddress(principal)})`,
    role,
    status,
    via,
    from: from === null ? null : formatStart(from),
    until: until === null ? null : formatEnd(until),
    leaves: leaves === null ? null : formatEnd(leaves),
    reason,
    inForce: counts,
    standing: counts ? 'in-force' : !hasEnded(claim, at) ? 'not-yet' : endingOf(claim),
    outrankedBy: beaten ? winner.source : null,
    source,
  };
}

/** A second entry for the same role and status takes nothing from the first. */
function saysOtherwise(winner: Claim, claim: Claim): boolean {
  return winner.role.toLowerCase() !== claim.role.toLowerCase() || winner.status !== claim.status;
}
