import { roleKey } from '../../model/assignment.js';
import type { Claim } from '../../model/desired.js';
import { decide, endOf } from '../../model/force.js';
import { DAY, formatEnd, formatStart } from '../../model/instant.js';
import type { LiveAssignment } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';
import { holdsHighRisk } from '../../model/risk.js';
import type { Difference } from '../../planning/difference.js';
import { roleResolver } from '../../planning/roles.js';
import type { SettledComparison } from '../../planning/removal.js';
import type { Subject } from '../../planning/subject.js';
import type { ReviewedRole, Standing } from './review.js';

/** A term that ends within this many days is announced. */
const SOON_DAYS = 14;

/** What a principal holds in a scope, and what the files ask for beyond that. */
export function reviewerOf(
  comparison: SettledComparison,
  isHighRisk: (role: string) => boolean,
  at: number,
): (subject: Subject) => readonly ReviewedRole[] {
  const roleOf = roleResolver(comparison.live ?? undefined, comparison.traits);
  const differences = groupBy(comparison.differences, ({ subject }) => subject);
  return (subject) =>
    reviewedRoles(subject, differences.get(subject) ?? [], { comparison, roleOf, isHighRisk, at });
}

interface Context {
  readonly comparison: SettledComparison;
  readonly roleOf: ReturnType<typeof roleResolver>;
  readonly isHighRisk: (role: string) => boolean;
  readonly at: number;
}

function reviewedRoles(
  subject: Subject,
  differing: readonly Difference[],
  { comparison, roleOf, isHighRisk, at }: Context,
): readonly ReviewedRole[] {
  const { traits } = comparison;
  const key = (role: string): string => roleKey(role, traits.rolesIgnoreCase);
  const wanted = decide(subject.claims, at, traits).wanted;
  const claimFor = (role: string): Claim | null =>
    wanted.find(({ state }) => key(roleOf(state.role).role) === key(role))?.claim ?? null;
  const base = { scope: comparison.desired.scope.address };
  const held = subject.rows.map((row): ReviewedRole => {
    const claim = claimFor(row.role);
    return {
      ...base,
      role: row.role,
      status: row.status,
      risk: holdsHighRisk(row, isHighRisk) ? 'high' : 'normal',
      standing: standingOf(
        row,
        claim,
        differing.some(({ from }) => from?.role === row.role),
      ),
      ...termOf(claim, at),
    };
  });
  const missing = differing.flatMap(({ from, to }): readonly ReviewedRole[] => {
    if (to === null || from?.role === to.role) return [];
    const claim = claimFor(to.role);
    if (claim === null) return [];
    const risk = holdsHighRisk(to, isHighRisk) ? 'high' : 'normal';
    return [{ ...base, role: to.role, status: to.status, risk, standing: 'missing', ...termOf(claim, at) }];
  });
  return [...held, ...missing];
}

function standingOf(row: LiveAssignment, claim: Claim | null, differs: boolean): Standing {
  if (differs) return 'drift';
  if (claim !== null) return 'listed';
  return row.keep === 'system-role' ? 'system' : 'unlisted';
}

function termOf(
  claim: Claim | null,
  at: number,
): Pick<ReviewedRole, 'via' | 'from' | 'until' | 'endsSoon' | 'reason' | 'source'> {
  if (claim === null)
    return { via: null, from: null, until: null, endsSoon: false, reason: null, source: null };
  const end = endOf(claim);
  return {
    via: claim.via,
    from: claim.from === null ? null : formatStart(claim.from),
    until: end === null ? null : formatEnd(end),
    endsSoon: end !== null && end <= at + SOON_DAYS * DAY,
    reason: claim.reason,
    source: claim.source,
  };
}
