import { type Change, givesHighRisk } from '../../model/change.js';
import { anyRole } from '../../model/glob.js';
import { type PlannedDifference, splitExpired } from '../../planning/changes.js';
import { reviewByRecords } from '../../planning/record/review-by-records.js';
import { matchReview } from '../../planning/review.js';
import type { PlanningRun } from '../planning-run.js';
import { floorRoleOf, type Selection } from '../selection.js';
import type { RunRecords } from './select-by-records.js';

const NOT_BROUGHT = 'a term ended, but the high-risk role that replaces it was not reviewed';

/** A selection, and the run whose plan it is of: a pair of which only one half may be written is two changes there. */
export interface SelectedRun {
  readonly run: PlanningRun;
  readonly selection: Selection;
}

/** What is known of changes that no open record covers. */
export interface ScheduleReview {
  /** Whether a believed record lists what a term brings. */
  readonly isListed: (planned: PlannedDifference) => Promise<boolean>;
  /** Why the start of a term that is not listed is held. */
  readonly unlistedStart: () => Promise<string>;
  /** Why anything else is held. */
  readonly other: string;
}

/**
 * Selects what a scheduled run may write: what open records cover, terms that ended (the date stood in a merged file), and
 * terms that start where a record lists it. The rest is held.
 */
export async function selectOnSchedule(
  run: PlanningRun,
  { open, hash }: Pick<RunRecords, 'open' | 'hash'>,
  known: ScheduleReview,
): Promise<SelectedRun> {
  const review = reviewByRecords(open, run.planned.plan, hash);
  const covered = new Set(matchReview(run.planned, review, null, floorRoleOf(run)).allowed);
  const isHighRisk = anyRole(run.settings.highRisk);
  const planned: PlannedDifference[] = [];
  const allowed: number[] = [];
  const held: { readonly index: number; readonly reason: string }[] = [];
  const select = (one: PlannedDifference, reason: string | null): void => {
    const index = planned.push(one) - 1;
    if (one.change.blocked !== null) return;
    if (reason === null) allowed.push(index);
    else held.push({ index, reason });
  };
  for (const [index, one] of run.planned.changes.entries()) {
    const isFree = one.change.blocked !== null || covered.has(index);
    const reason = isFree ? null : await reasonToHold(one, run, known);
    const split = reason === null ? null : splitExpired(one, isHighRisk);
    if (split === null) select(one, reason);
    else {
      select(split.revoke, null);
      select(split.grant, await reasonToHold(split.grant, run, known));
    }
  }
  const plan = { ...run.planned.plan, changes: planned.map(({ change }) => change) };
  return {
    run: { ...run, planned: { ...run.planned, changes: planned, plan } },
    selection: { allowed, held, unreviewed: [], reviewed: [] },
  };
}

async function reasonToHold(
  planned: PlannedDifference,
  run: PlanningRun,
  known: ScheduleReview,
): Promise<string | null> {
  switch (planned.change.term) {
    case null:
      return known.other;
    case 'started':
      return (await known.isListed(planned)) ? null : await known.unlistedStart();
    case 'ended':
    case 'left':
      return takesOnly(planned.change, run) || (await known.isListed(planned)) ? null : NOT_BROUGHT;
  }
}

function takesOnly(change: Change, run: PlanningRun): boolean {
  const { to, scope } = change;
  if (to === null || to.role.toLowerCase() === floorRoleOf(run)(scope)) return true;
  return !givesHighRisk(change, anyRole(run.settings.highRisk));
}
