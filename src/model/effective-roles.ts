import { type RoleState, roleKey } from './assignment.js';
import type { DesiredAssignment } from './desired.js';
import { DAY } from './instant.js';
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

/** A term that ends within this many days is announced. */
const SOON_DAYS = 14;

/** Whether it is effective and its own term ends soon. */
export function endsSoon(assignment: DesiredAssignment, at: number): boolean {
  const { until } = assignment;
  return until !== null && until <= at + SOON_DAYS * DAY && isEffective(assignment, at);
}

export function endingOf(assignment: DesiredAssignment): Ending {
  return assignment.leaves !== null && (assignment.until === null || assignment.leaves <= assignment.until)
    ? 'left'
    : 'ended';
}

/** A role of the files as it is compared. */
type RoleName = (written: string) => string;

const asWritten: RoleName = (role) => role;

/**
 * Resolves what one principal shall hold in one scope. `assignments` are all of that principal there.
 * Where a principal has one role a scope, a named entry beats a team's, and one with a term beats one without.
 * `nameOf` makes one role of several names; the states carry the role it gives, the assignments stay as written.
 */
export function resolveRoles(
  assignments: readonly DesiredAssignment[],
  at: number,
  traits: ScopeTraits,
  nameOf: RoleName = asWritten,
): Resolution {
  const current = assignments.filter((assignment) => isEffective(assignment, at));
  const groups = traits.exclusive ? [current] : groupBy(current, ({ role }) => nameOf(role)).values();
  const effective = [...groups].flatMap((group) => winner(group, traits, nameOf) ?? []);
  return { effective, expired: expiredRoles(assignments, current, at, traits, nameOf) };
}

/** The one that counts of several effective assignments; null where there are none. */
function winner(
  current: readonly DesiredAssignment[],
  traits: ScopeTraits,
  nameOf: RoleName,
): EffectiveRole | null {
  const [assignment] = winners(current);
  if (assignment === undefined) return null;
  const state = { role: nameOf(assignment.role), status: assignment.status };
  const [standing] = assignment.from === null ? [] : winners(current.filter(({ from }) => from === null));
  const started =
    assignment.from !== null && (standing === undefined || differ(standing, assignment, traits, nameOf));
  return { state, assignment, started };
}

function expiredRoles(
  assignments: readonly DesiredAssignment[],
  current: readonly DesiredAssignment[],
  at: number,
  traits: ScopeTraits,
  nameOf: RoleName,
): readonly ExpiredRole[] {
  const past = assignments.filter((assignment) => hasExpired(assignment, at));
  if (past.length === 0) return [];
  const keyOf = ({ role }: DesiredAssignment): string => roleKey(nameOf(role), traits.rolesIgnoreCase);
  const asked = new Set(current.map(keyOf));
  return [...groupBy(past, keyOf)]
    .filter(([key]) => !asked.has(key))
    .map(([, group]) => {
      const last = group.reduce((a, b) => ((endOf(b) ?? 0) > (endOf(a) ?? 0) ? b : a));
      return { role: nameOf(last.role), ending: endingOf(last), assignment: last, at: endOf(last) ?? 0 };
    });
}

/** Two assignments that contradict each other: their roles (or statuses) differ at an instant when both count. */
export type Conflict = readonly [DesiredAssignment, DesiredAssignment];

/** The conflicts among the assignments of one principal in one scope, whatever the time. */
export function conflicts(
  assignments: readonly DesiredAssignment[],
  traits: ScopeTraits,
  nameOf: RoleName = asWritten,
): readonly Conflict[] {
  if (assignments.length < 2) return [];
  const groups = traits.exclusive ? [assignments] : groupBy(assignments, ({ role }) => nameOf(role)).values();
  return [...groups].flatMap((group) => conflictsOfGroup(group, traits, nameOf));
}

function conflictsOfGroup(
  assignments: readonly DesiredAssignment[],
  traits: ScopeTraits,
  nameOf: RoleName,
): readonly Conflict[] {
  const found: Conflict[] = [];
  for (const instant of turningPoints(assignments, Number.NEGATIVE_INFINITY)) {
    const [first, ...others] = winners(assignments.filter((assignment) => isEffective(assignment, instant)));
    const other = others.find((one) => first !== undefined && differ(first, one, traits, nameOf));
    if (first === undefined || other === undefined) continue;
    if (!found.some(([a, b]) => a === first && b === other)) found.push([first, other]);
  }
  return found;
}

function differ(
  a: DesiredAssignment,
  b: DesiredAssignment,
  { rolesIgnoreCase }: ScopeTraits,
  nameOf: RoleName,
): boolean {
  return (
    a.status !== b.status ||
    roleKey(nameOf(a.role), rolesIgnoreCase) !== roleKey(nameOf(b.role), rolesIgnoreCase)
  );
}

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

/** The instants from `start` on at which the resolution may change, sorted. */
function turningPoints(assignments: readonly DesiredAssignment[], start: number): readonly number[] {
  const points = new Set([start]);
  for (const assignment of assignments) {
    for (const point of [assignment.from, endOf(assignment)]) {
      if (point !== null && point > start) points.add(point);
    }
  }
  return [...points].sort((a, b) => a - b);
}

/** Those that nothing beats. */
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
