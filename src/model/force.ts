import { type RoleState, roleKey } from './assignment.js';
import type { Claim } from './desired.js';
import { groupBy } from './ordering.js';
import type { ScopeTraits } from './scope.js';

/** What the clock did to a claim that no longer counts: its own term ended, or the person left. */
export type Ending = 'ended' | 'left';

/** An assignment the files ask for at an instant, and the claim that says so. */
export interface Wanted {
  readonly state: RoleState;
  readonly claim: Claim;
  /** The clock brought it about: without the claims that have a `from`, the files would not ask for it. */
  readonly started: boolean;
}

/** A role that claims granted until they ended, with no other claim on it in force. */
export interface Ended {
  readonly role: string;
  readonly ending: Ending;
  readonly claim: Claim;
  /** The first instant at which it no longer counted. */
  readonly at: number;
}

/** What the claims of one principal in one scope come to at an instant. */
export interface Decision {
  readonly wanted: readonly Wanted[];
  readonly ended: readonly Ended[];
}

/** The first instant a claim no longer counts; null: it has no end. */
export function endOf(claim: Claim): number | null {
  if (claim.until === null) return claim.leaves;
  return claim.leaves === null ? claim.until : Math.min(claim.until, claim.leaves);
}

/** In force while from <= at < end. */
export function inForce(claim: Claim, at: number): boolean {
  const end = endOf(claim);
  return (claim.from === null || claim.from <= at) && (end === null || at < end);
}

/** Whether it was in force once and is no more. */
export function hasEnded(claim: Claim, at: number): boolean {
  const end = endOf(claim);
  return end !== null && at >= end && (claim.from === null || claim.from < end);
}

export function endingOf(claim: Claim): Ending {
  return claim.leaves !== null && (claim.until === null || claim.leaves <= claim.until) ? 'left' : 'ended';
}

/**
 * What one principal shall hold in one scope. `claims` are all the claims on that principal there.
 * Where a principal has one role a scope, a named entry beats a team's, and one with a term beats one without.
 */
export function decide(claims: readonly Claim[], at: number, traits: ScopeTraits): Decision {
  const current = claims.filter((claim) => inForce(claim, at));
  const wanted = traits.exclusive
    ? best(current, traits)
    : [...groupBy(current, ({ role }) => role).values()].flatMap((group) => best(group, traits));
  return { wanted, ended: endedRoles(claims, current, at, traits) };
}

function endedRoles(
  claims: readonly Claim[],
  current: readonly Claim[],
  at: number,
  traits: ScopeTraits,
): readonly Ended[] {
  const past = claims.filter((claim) => hasEnded(claim, at));
  if (past.length === 0) return [];
  const claimed = new Set(current.map(({ role }) => roleKey(role, traits.rolesIgnoreCase)));
  return [...groupBy(past, ({ role }) => roleKey(role, traits.rolesIgnoreCase))]
    .filter(([key]) => !claimed.has(key))
    .map(([, group]) => endedRole(group));
}

/** The claim that counts among those in force that only one of can; none where there are none. */
function best(current: readonly Claim[], traits: ScopeTraits): readonly Wanted[] {
  const [claim] = winners(current);
  if (claim === undefined) return [];
  return [
    { state: { role: claim.role, status: claim.status }, claim, started: isStarted(claim, current, traits) },
  ];
}

function isStarted(claim: Claim, current: readonly Claim[], traits: ScopeTraits): boolean {
  if (claim.from === null) return false;
  const [standing] = winners(current.filter(({ from }) => from === null));
  return standing === undefined || sameness(standing, traits) !== sameness(claim, traits);
}

/** Two claims that cannot both hold: their roles (or their statuses) differ at an instant when both count. */
export type Conflict = readonly [Claim, Claim];

/** The conflicts among the claims on one principal in one scope, whatever the time. */
export function conflicts(claims: readonly Claim[], traits: ScopeTraits): readonly Conflict[] {
  if (claims.length < 2) return [];
  const groups = traits.exclusive ? [claims] : [...groupBy(claims, ({ role }) => role).values()];
  return groups.flatMap((group) => conflictsOfGroup(group, traits));
}

function conflictsOfGroup(claims: readonly Claim[], traits: ScopeTraits): readonly Conflict[] {
  const found: Conflict[] = [];
  for (const instant of turningPoints(claims)) {
    const left = winners(claims.filter((claim) => inForce(claim, instant)));
    const [first] = left;
    const other = left.find(
      (claim) => first !== undefined && sameness(claim, traits) !== sameness(first, traits),
    );
    if (first === undefined || other === undefined) continue;
    if (!found.some(([a, b]) => a === first && b === other)) found.push([first, other]);
  }
  return found;
}

function sameness(claim: Claim, traits: ScopeTraits): string {
  return `${claim.status} ${roleKey(claim.role, traits.rolesIgnoreCase)}`;
}

function turningPoints(claims: readonly Claim[]): readonly number[] {
  const points = new Set<number>([Number.NEGATIVE_INFINITY]);
  for (const claim of claims) {
    if (claim.from !== null) points.add(claim.from);
    const end = endOf(claim);
    if (end !== null) points.add(end);
  }
  return [...points].sort((a, b) => a - b);
}

function winners(current: readonly Claim[]): readonly Claim[] {
  if (current.length < 2) return current;
  const named = current.filter(({ via }) => via === null);
  const nearest = named.length > 0 ? named : current;
  const termed = nearest.filter(hasTerm);
  const left = termed.length > 0 ? termed : nearest;
  return [...left.filter(({ from }) => from === null), ...left.filter(({ from }) => from !== null)];
}

/** Whether the entry itself is limited in time. When the person leaves is not the entry's term. */
function hasTerm(claim: Claim): boolean {
  return claim.from !== null || claim.until !== null;
}

function endedRole(group: readonly Claim[]): Ended {
  const last = group.reduce((a, b) => ((endOf(b) ?? 0) > (endOf(a) ?? 0) ? b : a));
  return { role: last.role, ending: endingOf(last), claim: last, at: endOf(last) ?? 0 };
}
