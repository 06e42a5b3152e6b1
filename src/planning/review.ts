import { comparedState } from '../model/assignment.js';
import type { Change } from '../model/change.js';
import { labelEmail } from '../model/label.js';
import { type Effect, effectKey, effectsOf } from './effects.js';
import type { PlannedRun } from './make-plan.js';

/** What was reviewed: the effects somebody saw, and what was blocked when they did. */
export interface Review {
  covers(effect: Effect): boolean;
  /** Whether a change that was blocked at review asks for the same: e-mail and `to` agree. */
  coversBlocked(change: Change): boolean;
}

/** Which changes of a fresh plan may be written, by index, and which may not. */
export interface ReviewMatch {
  readonly allowed: readonly number[];
  /** Brought about by the clock alone since the review: neither written nor a reason to refuse. */
  readonly deferred: readonly number[];
  /** Nobody reviewed these: where there is one, nothing is written. */
  readonly unreviewed: readonly number[];
}

/** The review that a plan's changes make. */
export function reviewOf(changes: readonly Change[]): Review {
  const keys = new Set<string>();
  const blocked = new Set<string>();
  for (const change of changes) {
    if (change.blocked !== null) for (const key of blockedKeys(change)) blocked.add(key);
    else for (const effect of effectsOf(change)) keys.add(effectKey(effect));
  }
  return {
    covers: (effect) => keys.has(effectKey(effect)),
    coversBlocked: (change) => blockedKeys(change).some((key) => blocked.has(key)),
  };
}

/** The e-mail (or id) and the wanted state: they stay the same when a blocked principal turns up. */
function blockedKeys(change: Change): readonly string[] {
  const { scope, principal } = change;
  const to = change.to === null ? null : comparedState(scope, change.to);
  const email = labelEmail(change);
  const names = email === null ? [principal] : [principal, email];
  return names.map((name) => JSON.stringify([scope, name, to?.role ?? null, to?.status ?? null]));
}

/**
 * Matches a fresh plan with a review. `atReview` is the plan of the same files and live state as of the review's time:
 * changes that it lacks are due to the clock alone.
 */
export function matchReview(
  fresh: PlannedRun,
  review: Review,
  atReview: PlannedRun | null,
  floorRoles: (scope: string) => string | null,
): ReviewMatch {
  const then = atReview === null ? null : reviewOf(atReview.plan.changes);
  const allowed: number[] = [];
  const held: number[] = [];
  const unreviewed: number[] = [];
  fresh.plan.changes.forEach((change, index) => {
    if (change.blocked !== null) return;
    const effects = effectsOf(change);
    if (effects.every((effect) => review.covers(effect))) allowed.push(index);
    else if (isNowPossible(change, review, floorRoles(change.scope))) allowed.push(index);
    else if (then !== null && !effects.some((effect) => then.covers(effect) && !review.covers(effect)))
      held.push(index);
    else unreviewed.push(index);
  });
  return { allowed, deferred: held, unreviewed };
}

function isNowPossible(change: Change, review: Review, floorRole: string | null): boolean {
  const fromNothing = change.from === null || change.from.role.toLowerCase() === floorRole;
  return fromNothing && change.to !== null && review.coversBlocked(change);
}
