import type { GitHub } from '../github/client.js';
import {
  believedRecord,
  disbeliefReason,
  labelledPulls,
  type MergedPull,
  pullsOfCommits,
  type PullSearch,
  recentPulls,
} from '../github/merged-pulls.js';
import type { EffectHash } from '../planning/record/effect-hash.js';
import { isUsedUp, RECORD_LIFE, type ReviewRecord } from '../planning/record/review-record.js';

/** A merged pull request whose record is believed. */
export interface PullRecord {
  readonly pull: MergedPull;
  readonly record: ReviewRecord;
}

/** What is known of the reviews of a branch. */
export interface Records {
  /** With something left to do. */
  readonly open: readonly PullRecord[];
  /** Used up, or expired: what they once covered is drift now. */
  readonly closed: readonly PullRecord[];
  /** With something left to do, and merged too long ago. */
  readonly expired: readonly PullRecord[];
  /** The pull requests that brought the pushed commits. */
  readonly pushed: readonly MergedPull[];
  /** Why records that might have counted do not, a sentence each. */
  readonly disbelieved: readonly string[];
  /** The login of the token's own identity; null where GitHub does not say. */
  readonly viewer: string | null;
}

/** The reviews of a branch, and where they are kept. */
export interface BranchReviews {
  readonly github: GitHub;
  readonly search: PullSearch;
  /** Makes the hashes of the branch's records. */
  readonly hash: EffectHash;
  readonly records: Records;
}

/** Where no review is asked for. */
export const noRecords: Records = {
  open: [],
  closed: [],
  expired: [],
  pushed: [],
  disbelieved: [],
  viewer: null,
};

/**
 * The records of the pull requests merged into a branch: of those that brought the pushed commits, of those with the
 * label of open records, and, since a label can be missing, of those touched last. At most seven requests, whatever the
 * repository's size. @throws GitHubFailure
 */
export async function findRecords(
  github: GitHub,
  search: PullSearch,
  commits: readonly string[],
  now: number,
): Promise<Records> {
  const [{ viewer, pulls: pushed }, labelled, recent] = await Promise.all([
    pullsOfCommits(github, commits, search),
    labelledPulls(github, search),
    recentPulls(github, search, now - RECORD_LIFE),
  ]);
  // Of duplicates the last counts: those were read with all their comments.
  const pulls = [
    ...new Map([...recent, ...labelled, ...pushed].map((pull) => [pull.number, pull])).values(),
  ].sort((a, b) => a.number - b.number);
  const kept = pulls.flatMap((pull): readonly PullRecord[] => {
    const record = believedRecord(pull);
    return record === null ? [] : [{ pull, record }];
  });
  const isClosed = ({ record }: PullRecord): boolean => record.closed !== null || isUsedUp(record);
  const isOld = ({ pull }: PullRecord): boolean =>
    pull.mergedAt !== null && pull.mergedAt < now - RECORD_LIFE;
  const suspects = new Set([...labelled, ...pushed].map(({ number }) => number));
  return {
    open: kept.filter((one) => !isClosed(one) && !isOld(one)),
    closed: kept.filter(isClosed),
    expired: kept.filter((one) => !isClosed(one) && isOld(one)),
    pushed: pulls.filter(({ number }) => pushed.some((one) => one.number === number)),
    disbelieved: pulls.flatMap((pull) => {
      const why = suspects.has(pull.number) ? disbeliefReason(pull) : null;
      return why === null ? [] : [`#${pull.number}: ${why}`];
    }),
    viewer,
  };
}
