import { roleKey } from '../../model/assignment.js';
import type { DesiredAssignment } from '../../model/desired.js';
import { endOf } from '../../model/effective-roles.js';
import { DAY, formatEnd, formatStart } from '../../model/instant.js';
import type { LiveAssignment } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';
import { holdsHighRisk } from '../../model/change.js';
import type { Difference, ScopeComparison } from '../comparison.js';
import type { PrincipalView } from '../principal-views.js';
import type { ReviewedRole, Standing } from './review.js';

/** A term that ends within this many days is announced. */
const SOON_DAYS = 14;

/** What a principal holds in a scope, and what the files ask for beyond that. */
export function reviewerOf(
  comparison: ScopeComparison,
  isHighRisk: (role: string) => boolean,
  at: number,
): (view: PrincipalView) => readonly ReviewedRole[] {
  const differences = groupBy(comparison.differences, ({ view }) => view);
  return (view) => reviewedRoles(view, differences.get(view) ?? [], { comparison, isHighRisk, at });
}

interface Context {
  readonly comparison: ScopeComparison;
  readonly isHighRisk: (role: string) => boolean;
  readonly at: number;
}

function reviewedRoles(
  view: PrincipalView,
  differing: readonly Difference[],
  { comparison, isHighRisk, at }: Context,
): readonly ReviewedRole[] {
  const { traits } = comparison;
  const key = (role: string): string => roleKey(role, traits.rolesIgnoreCase);
  const { effective } = comparison.resolve(view);
  const assignmentFor = (role: string): DesiredAssignment | null =>
    effective.find(({ state }) => key(state.role) === key(role))?.assignment ?? null;
  const base = { scope: comparison.desired.scope.address };
  const held = view.rows.map((row): ReviewedRole => {
    const assignment = assignmentFor(row.role);
    return {
      ...base,
      role: row.role,
      status: row.status,
      risk: holdsHighRisk(row, isHighRisk) ? 'high' : 'normal',
      standing: standingOf(
        row,
        assignment,
        differing.some(({ from }) => from?.role === row.role),
      ),
      ...termOf(assignment, at),
    };
  });
  const missing = differing.flatMap(({ from, to, effective: wanted }): readonly ReviewedRole[] => {
    if (to === null || wanted === null || from?.role === to.role) return [];
    const risk = holdsHighRisk(to, isHighRisk) ? 'high' : 'normal';
    return [{ ...base, ...to, risk, standing: 'missing', ...termOf(wanted.assignment, at) }];
  });
  return [...held, ...missing];
}

function standingOf(row: LiveAssignment, assignment: DesiredAssignment | null, differs: boolean): Standing {
  if (differs) return 'drift';
  if (assignment !== null) return 'listed';
  return row.keep === 'system-role' ? 'system' : 'unlisted';
}

function termOf(
  assignment: DesiredAssignment | null,
  at: number,
): Pick<ReviewedRole, 'via' | 'from' | 'until' | 'endsSoon' | 'reason' | 'source'> {
  if (assignment === null)
    return { via: null, from: null, until: null, endsSoon: false, reason: null, source: null };
  const end = endOf(assignment);
  return {
    via: assignment.via,
    from: assignment.from === null ? null : formatStart(assignment.from),
    until: end === null ? null : formatEnd(end),
    endsSoon: end !== null && end <= at + SOON_DAYS * DAY,
    reason: assignment.reason,
    source: assignment.source,
  };
}
