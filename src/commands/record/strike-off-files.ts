import { upcomingChanges } from '../upcoming-changes.js';
import { RolecallError } from '../../errors.js';
import type { ApplyResult } from '../../model/result.js';
import type { ReviewRecord } from '../../planning/record/review-record.js';
import { closedIfUsedUp, expiredRecord, strikeOff, withoutDoneOf } from '../../planning/record/strike-off.js';
import type { CommandContext } from '../context.js';
import type { PlanningRun } from '../planning-run.js';
import type { GivenRecords, KeptRecord } from './given-records.js';
import { readRecordFile, RecordRefusal, writeRecordFile } from './record-file.js';

/**
 * Strikes off what a run did, or found done, from the files of its records, and closes those with nothing left and those
 * that expired. Gives what could not be kept, a sentence each.
 */
export async function strikeOffFiles(
  given: GivenRecords,
  run: PlanningRun,
  result: ApplyResult,
  { workspace, events }: CommandContext,
): Promise<readonly string[]> {
  const { plan } = run.planned;
  const hasLater = given.open.some(({ open }) => (open?.later.size ?? 0) > 0);
  const later = hasLater ? upcomingChanges(run, workspace.at) : [];
  const outcome = { plan, result, later, commit: given.commit };
  const closing = (record: ReviewRecord): ReviewRecord => closedIfUsedUp(record, given.commit);
  const problems: string[] = [];
  const keep = async (kept: KeptRecord, step: (record: ReviewRecord) => ReviewRecord): Promise<void> => {
    const now = await recordNow(kept, given.signingKey);
    const next = step(withoutDoneOf(now, kept.record));
    if (next === now) return;
    const problem = await writeRecordFile(kept.path, next, given.signingKey);
    if (problem !== null) problems.push(`The record ${kept.shown} could not be kept: ${problem}`);
  };
  for (const kept of given.taken)
    await keep(kept, (record) => closing(strikeOff(record, outcome, given.hash)));
  for (const kept of given.used) await keep(kept, closing);
  for (const kept of given.expired) {
    const message = `The record ${kept.shown} has expired: it was planned more than 90 days ago, and not all of it was done.`;
    events({ kind: 'note', message });
    await keep(kept, expiredRecord);
  }
  return problems;
}

/** A record as its file holds it now: what another run struck off since is not opened again. */
async function recordNow(
  { path, shown, record }: KeptRecord,
  signingKey: string | null,
): Promise<ReviewRecord> {
  try {
    const now = await readRecordFile(path, shown, signingKey);
    return now instanceof RecordRefusal || now.head !== record.head || now.time !== record.time
      ? record
      : now;
  } catch (error) {
    if (error instanceof RolecallError) return record;
    throw error;
  }
}
