import { type RoleState, roleKey } from './assignment.js';
import type { DesiredAssignment } from './desired.js';
import { groupBy } from './ordering.js';
import type { ScopeTraits } from './scope.js';

/** Why an assignment is no longer effective: its own term ended, or the person left. */
export type Ending = 'ended' | 'left';

/** A role that the files ask for at an instant, and the desired assignment that wins there. */
export interface EffectiveRole {
  readonly state: RoleState;
  readonly assignment: DesiredAssignment;
  /** The clock brought it about: without the assignments that have a `from`, the files would not ask for it. */
  readonly started: boolean;
}

/** A role whose assignments have all expired. */
export interface ExpiredRole {
  readonly role: string;
  readonly ending: Ending;
  readonly assignment: DesiredAssignment;
  /** The first instant at which it no longer counted. */
  readonly at: number;
}

/** What the assignments of one principal in one scope come to at an instant. */
export interface Resolution {
  readonly effective: readonly EffectiveRole[];
  readonly expired: readonly ExpiredRole[];
}

/** The first instant at which an assignment no longer counts; null: it has no end. */
export function endOf(assignment: DesiredAssignment): number | null {
  if (assignment.until === null) return assignment.leaves;
  return assignment.leaves === null ? assignment.until : Math.min(assignment.until, assignment.leaves);
}

/** Effective while from <= at < end. */
export function isEffective(assignment: DesiredAssignment, at: number): boolean {
  const end = endOf(assignment);
  return (assignment.from === null || assignment.from <= at) && (end === null || at < end);
}

/** Whether it was effective once and is no longer. */
export function hasExpired(assignment: DesiredAssignment, at: number): boolean {
  const end = endOf(assignment);
  return end !== null && at >= end && (assignment.from === null || assignment.from < end);
}

export function endingOf(assignment: DesiredAssignment): Ending {
  return assignment.leaves !== null && (assignment.until === null || assignment.leaves <= assignment.until)
    ? 'left'
    : 'ended';
}

/**
 * Resolves what one principal shall hold in one scope. `assignments` are all of that principal there.
 * Where a principal has one role a scope, a named entry beats a team's, and one with a term beats one without.
 */
export function resolveRoles(
  assignments: readonly DesiredAssignment[],
  at: number,
  traits: ScopeTraits,
): Resolution {
  const current = assignments.filter((assignment) => isEffective(assignment, at));
  const effective = traits.exclusive
    ? best(current, traits)
    : [...groupBy(current, ({ role }) => role).values()].flatMap((group) => best(group, traits));
  return { effective, expired: expiredRoles(assignments, current, at, traits) };
}

function expiredRoles(
  assignments: readonly DesiredAssignment[],
  current: readonly DesiredAssignment[],
  at: number,
  traits: ScopeTraits,
): readonly ExpiredRole[] {
  const past = assignments.filter((assignment) => hasExpired(assignment, at));
  if (past.length === 0) return [];
  const asked = new Set(current.map(({ role }) => roleKey(role, traits.rolesIgnoreCase)));
  return [...groupBy(past, ({ role }) => roleKey(role, traits.rolesIgnoreCase))]
    .filter(([key]) => !asked.has(key))
    .map(([, group]) => expiredRole(group));
}

/** The one that counts of several effective assignments; none where there are none. */
function best(current: readonly DesiredAssignment[], traits: ScopeTraits): readonly EffectiveRole[] {
  const [assignment] = winners(current);
  if (assignment === undefined) return [];
  return [
    {
      state: { role: assignment.role, status: assignment.status },
      assignment,
      started: isStarted(assignment, current, traits),
    },
  ];
}

function isStarted(
  assignment: DesiredAssignment,
  current: readonly DesiredAssignment[],
  traits: ScopeTraits,
): boolean {
  if (assignment.from === null) return false;
  const [standing] = winners(current.filter(({ from }) => from === null));
  return standing === undefined || sameness(standing, traits) !== sameness(assignment, traits);
}

/** Two assignments that contradict each other: their roles (or statuses) differ at an instant when both count. */
export type Conflict = readonly [DesiredAssignment, DesiredAssignment];

/** The conflicts among the assignments of one principal in one scope, whatever the time. */
export function conflicts(
  assignments: readonly DesiredAssignment[],
  traits: ScopeTraits,
): readonly Conflict[] {
  if (assignments.length < 2) return [];
  const groups = traits.exclusive ? [assignments] : [...groupBy(assignments, ({ role }) => role).values()];
  return groups.flatMap((group) => conflictsOfGroup(group, traits));
}

function conflictsOfGroup(
  assignments: readonly DesiredAssignment[],
  traits: ScopeTraits,
): readonly Conflict[] {
  const found: Conflict[] = [];
  for (const instant of turningPoints(assignments)) {
    const left = winners(assignments.filter((assignment) => isEffective(assignment, instant)));
    const [first] = left;
    const other = left.find(
      (assignment) => first !== undefined && sameness(assignment, traits) !== sameness(first, traits),
    );
    if (first === undefined || other === undefined) continue;
    if (!found.some(([a, b]) => a === first && b === other)) found.push([first, other]);
  }
  return found;
}

function sameness(assignment: DesiredAssignment, traits: ScopeTraits): string {
  return `${assignment.status} ${roleKey(assignment.role, traits.rolesIgnoreCase)}`;
}

function turningPoints(assignments: readonly DesiredAssignment[]): readonly number[] {
  const points = new Set<number>([Number.NEGATIVE_INFINITY]);
  for (const assignment of assignments) {
    if (assignment.from !== null) points.add(assignment.from);
    const end = endOf(assignment);
    if (end !== null) points.add(end);
  }
  return [...points].sort((a, b) => a - b);
}

function winners(current: readonly DesiredAssignment[]): readonly DesiredAssignment[] {
  if (current.length < 2) return current;
  const named = current.filter(({ via }) => via === null);
  const nearest = named.length > 0 ? named : current;
  const termed = nearest.filter(hasTerm);
  const left = termed.length > 0 ? termed : nearest;
  return [...left.filter(({ from }) => from === null), ...left.filter(({ from }) => from !== null)];
}

/** Whether the entry itself is limited in time. When the person leaves is not the entry's term. */
function hasTerm(assignment: DesiredAssignment): boolean {
  return assignment.from !== null || assignment.until !== null;
}

function expiredRole(group: readonly DesiredAssignment[]): ExpiredRole {
  const last = group.reduce((a, b) => ((endOf(b) ?? 0) > (endOf(a) ?? 0) ? b : a));
  return { role: last.role, ending: endingOf(last), assignment: last, at: endOf(last) ?? 0 };
}
