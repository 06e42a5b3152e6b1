import { selectAll, type Selection } from '../commands/apply-run.js';
import { floorRoleOf } from '../commands/apply.js';
import type { PlanningRun } from '../commands/planning-run.js';
import { parseInstant } from '../model/instant.js';
import { matchReview } from '../planning/review.js';
import { reviewByRecords } from './record-review.js';
import type { BranchReviews } from './records.js';

const BY_DATE = 'a date brought it about since the review: the scheduled run takes care of it';
const BY_DRIFT = 'drift that no reviewed comment showed: see the drift issue';
const UNDONE = 'its record was used for it already, and somebody has undone it since: see the drift issue';

/** Selects the whole plan if it has the digest that was given, else nothing. */
export function digestSelection(run: PlanningRun, digest: string): Selection {
  const all = selectAll(run);
  return run.planned.plan.digest === digest ? all : { ...all, allowed: [], unreviewed: all.allowed };
}

/**
 * Selects what may be written after a push: what open records cover. Three kinds of changes are held: those that only the
 * clock or drift brought about, and those that the push's own records covered, that were done and undone since. Any other
 * change stops everything.
 */
export function pushSelection(
  run: PlanningRun,
  { records: { open, closed, pushed }, hash }: BranchReviews,
): Selection {
  const { plan } = run.planned;
  const records = open.map(({ record }) => record);
  const review = reviewByRecords(records, plan, hash);
  const times = records.flatMap(({ time }) => parseInstant(time, 'start') ?? []);
  const atReview = times.length === 0 ? null : run.plannedAt(Math.max(...times));
  const reviewed = matchReview(run.planned, review, atReview, floorRoleOf(run));
  const own = [...open, ...closed].filter(({ pull }) => pushed.some(({ number }) => number === pull.number));
  const ownRecords = own.map(({ record }) => record);
  const once = reviewByRecords(ownRecords, plan, hash, 'ever');
  const undone = new Set(matchReview(run.planned, once, null, floorRoleOf(run)).allowed);
  const reasonOf = (index: number): string | null => {
    const change = plan.changes[index];
    if (change?.cause === 'drift') return change.term === null ? BY_DRIFT : BY_DATE;
    return undone.has(index) ? UNDONE : null;
  };
  const held = reviewed.unreviewed.flatMap((index) => {
    const reason = reasonOf(index);
    return reason === null ? [] : [{ index, reason }];
  });
  return {
    allowed: reviewed.allowed,
    held: [...reviewed.deferred.map((index) => ({ index, reason: BY_DATE })), ...held],
    unreviewed: reviewed.unreviewed.filter((index) => reasonOf(index) === null),
    reviewed: [],
  };
}
