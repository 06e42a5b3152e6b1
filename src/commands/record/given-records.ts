import { realpath } from 'node:fs/promises';
import { parse, relative, resolve } from 'node:path';
import { RolecallError, UsageError } from '../../errors.js';
import type { Repository } from '../../git/locate.js';
import { holdsChange } from '../../git/merged.js';
import { checkedOutBranch, trackedFiles } from '../../git/working-tree.js';
import { parseInstant } from '../../model/instant.js';
import { count, quote } from '../../model/label.js';
import { groupBy } from '../../model/ordering.js';
import { effectHash } from '../../planning/record/effect-hash.js';
import { isUsedUp, RECORD_LIFE, type ReviewRecord } from '../../planning/record/review-record.js';
import { withoutDoneOf } from '../../planning/record/strike-off.js';
import type { CommandContext } from '../context.js';
import { isReplaceable } from '../write-files.js';
import { broughtSince, earlierCommit } from './brought-since.js';
import { type CheckedOut, checkedOut } from './checked-out.js';
import { readRecordFile, RecordRefusal, refusedRecords } from './record-file.js';
import type { RecordsToApply } from './record-options.js';
import type { RunRecords } from './select-by-records.js';

/** A record and the file that it is kept in. */
export interface KeptRecord {
  /** Absolute, without links. */
  readonly path: string;
  /** The path as it was given, quoted. */
  readonly shown: string;
  readonly record: ReviewRecord;
}

/** The records of a run, all of them believed. */
export interface GivenRecords extends RunRecords {
  /** Those with something left to do. */
  readonly taken: readonly KeptRecord[];
  /** With something left to do, and too old to be taken up. */
  readonly expired: readonly KeptRecord[];
  /** With nothing left to do. */
  readonly used: readonly KeptRecord[];
  /** The revision to tell drift by, where none is given; null: there is none. */
  readonly base: string | null;
  /** The commit of the run. */
  readonly commit: string;
  readonly signingKey: string | null;
}

/**
 * Reads the records of a run and makes sure that each is of this repository, config and branch, signed where a key is
 * given, and of a change that the commit which is checked out holds. Nothing is sent to any provider.
 * @throws ReviewRefused where one is not believed; UsageError for what is no record
 */
export async function givenRecords(
  options: RecordsToApply,
  base: string | null,
  { cwd, workspace }: CommandContext,
): Promise<GivenRecords> {
  const { signingKey, repository } = options;
  const here = await checkedOut(workspace);
  const subject = { ...options, branch: options.branch ?? (await branchHere(here.repository)) };
  const read: KeptRecord[] = [];
  const refusals = new Map<string, RecordRefusal>();
  for (const [path, file] of await filesBehind(options.files, cwd)) {
    const shown = JSON.stringify(file);
    if (signingKey === null)
      for (const each of [resolve(cwd, file), path]) await requireUntracked(each, shown);
    const record = await readRecordFile(path, shown, signingKey);
    const refusal = record instanceof RecordRefusal ? record : subjectRefusal(record, subject, here);
    if (refusal !== null) refusals.set(shown, refusal);
    else if (!(record instanceof RecordRefusal)) read.push({ path, shown, record });
  }
  const kept = withoutDoneOfCopies(read);
  const isOver = ({ record }: KeptRecord): boolean => record.closed !== null || isUsedUp(record);
  const isOld = ({ record }: KeptRecord): boolean => agedOut(record, workspace.at);
  const taken = kept.filter((one) => !isOver(one) && !isOld(one));
  for (const { shown, record } of taken) {
    const refusal = await mergeRefusal(record, here);
    if (refusal !== null) refusals.set(shown, refusal);
  }
  if (refusals.size > 0) throw refusedRecords(refusals);
  await requireReplaceable(taken);
  const used = kept.filter(isOver);
  const known = base ?? (await earlierCommit(here, recordsOf(kept)));
  return {
    taken,
    used,
    expired: kept.filter((one) => !isOver(one) && isOld(one)),
    base: known,
    commit: here.commit,
    signingKey,
    open: recordsOf(taken),
    own: await broughtSince(known, recordsOf([...taken, ...used]), here),
    hash: effectHash({ repository, config: here.config }, signingKey),
  };
}

function recordsOf(kept: readonly KeptRecord[]): readonly ReviewRecord[] {
  return kept.map(({ record }) => record);
}

/** Why records do not cover changes, by what became of each, and what to do. */
export function notCovered({ taken, used, expired }: GivenRecords, unreviewed: number): string {
  const parts = [
    ...taken.map(({ shown }) => `${shown} lists other ones`),
    ...used.map(({ shown }) => `${shown} has nothing left to do`),
    ...expired.map(({ shown }) => `${shown} has expired`),
  ];
  const what = `${count(unreviewed, 'change')} of this plan ${unreviewed === 1 ? 'is' : 'are'} in no open record`;
  return `Nothing was written: ${what}: ${parts.join('; ')}. Give the records of every change that was merged, or review the plan and apply it with --digest.`;
}

/** The files by their real paths, as they were given first: what is struck off is written where a link leads. */
async function filesBehind(files: readonly string[], cwd: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const file of files) {
    const path = resolve(cwd, file);
    // A missing one is reported where it is read.
    const real = await realpath(path).catch(() => path);
    if (!found.has(real)) found.set(real, file);
  }
  return found;
}

/** Without a signature, a record that a change brings along would be believed. @throws UsageError */
async function requireUntracked(path: string, shown: string): Promise<void> {
  const { root } = parse(path);
  if ((await trackedFiles(root, [relative(root, path)])).length === 0) return;
  throw new UsageError(`the record ${shown} is tracked by git, so no plan of a CI wrote it`, {
    hint: 'Keep records as artifacts of the CI, outside of the repository.',
  });
}

/** Of copies of one record, what any of them struck off is struck off all. */
function withoutDoneOfCopies(kept: readonly KeptRecord[]): readonly KeptRecord[] {
  const nameOf = ({ record: { pullRequest, head, time, digest } }: KeptRecord): string =>
    JSON.stringify([pullRequest, head, time, digest]);
  const copies = groupBy(kept, nameOf);
  return kept.map((one) => {
    const others = copies.get(nameOf(one)) ?? [];
    return { ...one, record: recordsOf(others).reduce(withoutDoneOf, one.record) };
  });
}

async function branchHere(repository: Repository): Promise<string> {
  const branch = await checkedOutBranch(repository);
  if (branch !== null) return branch;
  throw new UsageError('no branch is checked out, so it is not known which one the records have to be of', {
    hint: 'Name the branch that is applied: --branch main.',
  });
}

type Subject = Pick<RecordsToApply, 'repository' | 'change'> & { readonly branch: string };

function subjectRefusal(
  record: ReviewRecord,
  { repository, change, branch }: Subject,
  { config }: CheckedOut,
): RecordRefusal | null {
  const next = 'Give the record of the change that was merged here.';
  const is = (what: string, there: string | number, here: string): RecordRefusal | null =>
    String(there) === here
      ? null
      : new RecordRefusal(
          `it is of the ${what} ${typeof there === 'number' ? there : quote(there)}, and this run is of ${quote(here)}`,
          next,
        );
  return (
    is('repository', record.repository, repository) ??
    is('config', record.config, config) ??
    is('branch', record.branch, branch) ??
    (change === null ? null : is('change', record.pullRequest, change))
  );
}

/** Why a record is not of a change that was merged into the commit which is checked out; null where it is. */
async function mergeRefusal(
  { head, files }: ReviewRecord,
  { repository, commit, counts, files: filesHere }: CheckedOut,
): Promise<RecordRefusal | null> {
  if (files === filesHere) return null;
  const short = head.slice(0, 12);
  try {
    if (await holdsChange(repository, head, commit, counts)) return null;
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    return new RecordRefusal(
      `whether its commit ${short} was merged cannot be told: ${error.message}`,
      error.hint ?? 'Fetch that commit first.',
    );
  }
  return new RecordRefusal(
    `its commit ${short} was not merged into ${commit.slice(0, 12)}, which is checked out`,
    'Give the record of the head that was merged. If the files changed after the plan, review a new plan, and apply it with --digest.',
  );
}

function agedOut({ time }: ReviewRecord, now: number): boolean {
  const planned = parseInstant(time, 'start');
  return planned === null || planned < now - RECORD_LIFE;
}

/** What is struck off has to be kept, else it would be written again on the record's word. */
async function requireReplaceable(records: readonly KeptRecord[]): Promise<void> {
  for (const { path, shown } of records) {
    if (await isReplaceable(path)) continue;
    throw new RolecallError(`the record ${shown} cannot be written, so nothing was applied`, {
      hint: 'What is done is struck off a record. Copy it to a folder that can be written.',
    });
  }
}
