import { parseInstant } from '../model/instant.js';
import type { Plan } from '../model/plan.js';
import { matchReview, reviewOf } from '../planning/review.js';
import type { PlanningRun } from './planning-run.js';
import { type HeldReasons, type RunRecords, selectByRecords } from './record/select-by-records.js';
import { type ScheduleReview, type SelectedRun, selectOnSchedule } from './record/select-on-schedule.js';
import { floorRoleOf, selectAll, selectByDigest, type Selection } from './selection.js';

/** What an apply is held to; null for what is not given. There are no records beside a plan. */
interface Reviewed {
  readonly plan: Plan | null;
  readonly records: RunRecords | null;
  readonly digest: string | null;
  /** Terms end without review. Neither a plan nor a digest is given then. */
  readonly scheduled: boolean;
}

/** Selects what may be written of a fresh plan: what was reviewed, or all of it where nothing is given. */
export async function selectReviewed(run: PlanningRun, reviewed: Reviewed): Promise<SelectedRun> {
  return reviewed.scheduled
    ? await selectOnSchedule(run, reviewed.records ?? NO_RECORDS, SCHEDULE)
    : { run, selection: selectionOf(run, reviewed) };
}

const NO_RECORDS: Pick<RunRecords, 'open' | 'hash'> = { open: [], hash: (text) => text };

const SCHEDULE: ScheduleReview = {
  isListed: () => Promise.resolve(false),
  unlistedStart: () => Promise.resolve('no record lists this start of a term: plan again to review it'),
  other: 'no record covers it, and a scheduled run only starts and ends terms: plan again to review it',
};

const HELD: HeldReasons = {
  date: 'a date brought it about since the review: plan again to review it',
  drift: 'drift that no record shows: plan again to review it',
  undone: 'its record was used for it already, and somebody has undone it since: plan again to review it',
};

function selectionOf(run: PlanningRun, { plan, records, digest }: Reviewed): Selection {
  if (digest !== null && digest !== run.planned.plan.digest) return selectByDigest(run, digest);
  if (plan !== null) return selectByPlan(run, plan);
  // A digest is a review of its own: it lets through what no record lists.
  return records === null || digest !== null ? selectAll(run) : selectByRecords(run, records, HELD);
}

function selectByPlan(run: PlanningRun, { now, changes }: Plan): Selection {
  const reviewedAt = parseInstant(now, 'start');
  const atReview = reviewedAt === null ? null : run.plannedAt(reviewedAt);
  const { allowed, deferred, unreviewed } = matchReview(
    run.planned,
    reviewOf(changes),
    atReview,
    floorRoleOf(run),
  );
  return {
    allowed,
    held: deferred.map((index) => ({ index, reason: HELD.date })),
    unreviewed,
    reviewed: changes,
  };
}
