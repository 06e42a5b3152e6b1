import { resolve } from 'node:path';
import { parentsOf, type Repository } from '../../git/locate.js';
import { headUnderReview } from '../../git/merged.js';
import { effectHash } from '../../planning/record/effect-hash.js';
import { hashesOf, type ReviewRecord } from '../../planning/record/review-record.js';
import type { CommandContext } from '../context.js';
import type { PlanningRun } from '../planning-run.js';
import { upcomingChanges } from '../upcoming-changes.js';
import { checkedOut, commitOrNull } from './checked-out.js';
import { writeRecordFile } from './record-file.js';
import type { RecordSubject, RecordToWrite } from './record-options.js';

/** A record before the plan is made. */
export type RecordFrame = Omit<ReviewRecord, 'time' | 'digest' | 'open'>;

/**
 * What a record says besides the plan. `base` is the revision that the plan is compared with; null where there is none.
 * @throws UsageError where the files are not those of a commit
 */
export async function recordFrame(
  { repository, change, branch, signingKey }: RecordSubject,
  base: string | null,
  { workspace }: CommandContext,
): Promise<RecordFrame> {
  const here = await checkedOut(workspace);
  const compared = await comparedCommit(here.repository, base, branch);
  return {
    repository,
    config: here.config,
    pullRequest: /^[1-9]\d{0,14}$/u.test(change) ? Number(change) : change,
    branch,
    base: compared ?? here.commit,
    head: await headUnderReview(here.repository, here.commit, compared),
    files: here.files,
    done: new Map(),
    signed: signingKey !== null,
    closed: null,
  };
}

/** Without a base the plan is compared with nothing, and the record names where the branch and the change parted. */
async function comparedCommit(
  repository: Repository,
  base: string | null,
  branch: string,
): Promise<string | null> {
  if (base !== null) return await commitOrNull(repository, base);
  const tip =
    (await commitOrNull(repository, `refs/remotes/origin/${branch}`)) ??
    (await commitOrNull(repository, `refs/heads/${branch}`));
  if (tip !== null) return tip;
  const [parent] = await parentsOf(repository, 'HEAD');
  return parent ?? null;
}

/** Writes the record of a plan, without changes too. Returns why that failed; null if it did not. */
export async function keepRecord(
  frame: RecordFrame,
  { file, signingKey }: RecordToWrite,
  run: PlanningRun,
  { cwd, workspace }: CommandContext,
): Promise<string | null> {
  const { plan } = run.planned;
  const later = upcomingChanges(run, workspace.at);
  const open = hashesOf({ ...plan, later }, effectHash(frame, signingKey));
  const record = { ...frame, time: plan.now, digest: plan.digest, open };
  return await writeRecordFile(resolve(cwd, file), record, signingKey);
}
