import { everything, type Selection } from '../commands/apply-run.js';
import { floorRoleOf } from '../commands/apply.js';
import type { PlanningRun } from '../commands/planning-run.js';
import type { RecordDomain } from '../github/record-effects.js';
import { parseInstant } from '../model/instant.js';
import { holdAgainst } from '../planning/review.js';
import { type OpenRecord, reviewByRecords } from './records.js';

const BY_DATE = 'a date brought it about since the review: the scheduled run sees to it';
const BY_DRIFT = 'drift that no reviewed comment showed: see the drift issue';

/** Writes a plan only as a whole, and only if it is the one whose digest was given. */
export function digestSelection(run: PlanningRun, digest: string): Selection {
  const all = everything(run);
  return run.draft.plan.digest === digest ? all : { ...all, allowed: [], unreviewed: all.allowed };
}

/**
 * What may be written of the plan after a push: what records cover. What only the clock or drift brought about is held;
 * what the files brought about and nobody reviewed stops everything.
 */
export function pushSelection(
  run: PlanningRun,
  open: readonly OpenRecord[],
  domain: RecordDomain,
  signingKey: string | null,
): Selection {
  const { plan } = run.draft;
  const records = open.map(({ record }) => record);
  const review = reviewByRecords(records, plan, domain, signingKey);
  const times = records.flatMap(({ time }) => parseInstant(time, 'start') ?? []);
  const atReview = times.length === 0 ? null : run.draftAt(Math.max(...times));
  const reviewed = holdAgainst(run.draft, review, atReview, floorRoleOf(run));
  const isDrift = (index: number): boolean => plan.changes[index]?.cause === 'drift';
  return {
    allowed: reviewed.allowed,
    held: [
      ...reviewed.held.map((index) => ({ index, reason: BY_DATE })),
      ...reviewed.unreviewed.filter(isDrift).map((index) => ({ index, reason: reasonOf(run, index) })),
    ],
    unreviewed: reviewed.unreviewed.filter((index) => !isDrift(index)),
    reviewed: [],
  };
}

function reasonOf({ draft: { plan } }: PlanningRun, index: number): string {
  return plan.changes[index]?.term == null ? BY_DRIFT : BY_DATE;
}
