import { parseInstant } from '../../model/instant.js';
import type { EffectHash } from '../../planning/record/effect-hash.js';
import { reviewByRecords } from '../../planning/record/review-by-records.js';
import type { ReviewRecord } from '../../planning/record/review-record.js';
import { matchReview } from '../../planning/review.js';
import { floorRoleOf, type SelectableRun, type Selection } from '../selection.js';

/** The records that a run goes by. */
export interface RunRecords {
  /** With something left to do. */
  readonly open: readonly ReviewRecord[];
  /** Open or closed, of the changes that the run's commit brought: what they once covered was undone by somebody. */
  readonly own: readonly ReviewRecord[];
  /** Makes the hashes of the records. */
  readonly hash: EffectHash;
}

/** Why a change is held, in the words of who asks. */
export interface HeldReasons {
  /** A date brought it about since the review. */
  readonly date: string;
  /** It is drift that no record shows. */
  readonly drift: string;
  /** A record was used for it already. */
  readonly undone: string;
}

/**
 * Selects what may be written after a merge: what open records cover. Three kinds of changes are held: those that only the
 * clock or drift brought about, and those that the run's own records covered, that were done and undone since. Any other
 * change stops everything.
 */
export function selectByRecords(
  run: SelectableRun,
  { open, own, hash }: RunRecords,
  reasons: HeldReasons,
): Selection {
  const { plan } = run.planned;
  const review = reviewByRecords(open, plan, hash);
  const times = open.flatMap(({ time }) => parseInstant(time, 'start') ?? []);
  const atReview = times.length === 0 ? null : run.plannedAt(Math.max(...times));
  const reviewed = matchReview(run.planned, review, atReview, floorRoleOf(run));
  const once = reviewByRecords(own, plan, hash, 'ever');
  const undone = new Set(matchReview(run.planned, once, null, floorRoleOf(run)).allowed);
  const reasonOf = (index: number): string | null => {
    const change = plan.changes[index];
    if (change?.cause === 'drift') return change.term === null ? reasons.drift : reasons.date;
    return undone.has(index) ? reasons.undone : null;
  };
  const held = reviewed.unreviewed.flatMap((index) => {
    const reason = reasonOf(index);
    return reason === null ? [] : [{ index, reason }];
  });
  return {
    allowed: reviewed.allowed,
    held: [...reviewed.deferred.map((index) => ({ index, reason: reasons.date })), ...held],
    unreviewed: reviewed.unreviewed.filter((index) => reasonOf(index) === null),
    reviewed: [],
  };
}
