import type { DesiredAssignment } from './desired.js';
import { resolveRoles, endOf } from './effective-roles.js';
import type { ScopeTraits } from './scope.js';

/** A role a principal holds by the files from `start` to before `end`, epoch milliseconds; `end` may be infinite. */
export interface Holding {
  readonly assignment: DesiredAssignment;
  readonly start: number;
  readonly end: number;
}

/** What the assignments of one principal in one scope come to from now on. */
export function holdingsOf(
  assignments: readonly DesiredAssignment[],
  now: number,
  traits: ScopeTraits,
): readonly Holding[] {
  const [only] = assignments;
  if (assignments.length === 1 && only !== undefined) {
    const start = Math.max(now, only.from ?? now);
    const end = endOf(only) ?? Number.POSITIVE_INFINITY;
    return start < end ? [{ assignment: only, start, end }] : [];
  }
  const instants = turningPoints(assignments, now);
  return instants.flatMap((start, index) => {
    const end = instants[index + 1] ?? Number.POSITIVE_INFINITY;
    return resolveRoles(assignments, start, traits).effective.map(({ assignment }) => ({
      assignment,
      start,
      end,
    }));
  });
}

function turningPoints(assignments: readonly DesiredAssignment[], now: number): readonly number[] {
  const points = new Set([now]);
  for (const assignment of assignments) {
    for (const point of [assignment.from, endOf(assignment)])
      if (point !== null && point > now) points.add(point);
  }
  return [...points].sort((a, b) => a - b);
}
