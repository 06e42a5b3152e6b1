import type { GitHub } from '../github/client.js';
import { believedRecord, disbelief, type MergedPull, mergedPulls } from '../github/merged-pulls.js';
import type { ReviewRecord } from '../github/record.js';
import { blockedText, effectHash, type RecordDomain, splitHashes } from '../github/record-effects.js';
import type { Change } from '../model/change.js';
import type { Plan } from '../model/plan.js';
import { effectKey } from '../planning/effects.js';
import type { Review } from '../planning/review.js';
import { effectTexts } from '../github/record-effects.js';

/** A merged pull request whose record is believed and not yet marked applied. */
export interface OpenRecord {
  readonly pull: MergedPull;
  readonly record: ReviewRecord;
}

export interface Records {
  readonly open: readonly OpenRecord[];
  /** Why records that might have counted do not, a sentence each. */
  readonly disbelieved: readonly string[];
}

/** The records of all pull requests merged into a branch that are not marked applied yet. @throws GitHubFailure */
export async function openRecords(
  github: GitHub,
  branch: string,
  domain: RecordDomain,
  signingKey: string | null,
): Promise<Records> {
  const pulls = await mergedPulls(github, branch, domain, signingKey);
  const open = pulls.flatMap((pull): readonly OpenRecord[] => {
    const record = believedRecord(pull);
    return record === null || record.applied !== null ? [] : [{ pull, record }];
  });
  const disbelieved = pulls.flatMap((pull) => {
    const why = disbelief(pull);
    return why === null ? [] : [`#${pull.number}: ${why}`];
  });
  return { open, disbelieved };
}

/** The review that records make of a plan. One that holds its digest alone covers that very plan and nothing else. */
export function reviewByRecords(
  records: readonly ReviewRecord[],
  plan: Plan,
  domain: RecordDomain,
  signingKey: string | null,
): Review {
  const hash = effectHash(domain, signingKey);
  const sets = records.map(setsOf);
  const same = records.some(({ hashes, digest }) => hashes === null && digest === plan.digest);
  return {
    covers: (effect) => {
      if (same) return true;
      const own = hash(effectKey(effect));
      return sets.some(({ effects, later }) => effects.has(own) || later.has(own));
    },
    coversBlocked: (change) => {
      const own = hash(blockedText(change));
      return sets.some(({ blocked }) => blocked.has(own));
    },
  };
}

/** Whether a record lists what a term starts: all that the change gives and takes. */
export function listsStart(
  record: ReviewRecord,
  change: Change,
  domain: RecordDomain,
  signingKey: string | null,
): boolean {
  const hash = effectHash(domain, signingKey);
  const { effects, later } = setsOf(record);
  return effectTexts(change).every((text) => later.has(hash(text)) || effects.has(hash(text)));
}

/** Whether a change is among those a record is about, by any of its effects. */
export function concerns(
  record: ReviewRecord,
  change: Change,
  domain: RecordDomain,
  signingKey: string | null,
): boolean {
  if (record.hashes === null) return change.cause !== 'drift';
  const hash = effectHash(domain, signingKey);
  const { effects, later, blocked } = setsOf(record);
  if (change.blocked !== null) return blocked.has(hash(blockedText(change)));
  const own = effectTexts(change).map(hash);
  return own.some((text) => effects.has(text) || later.has(text)) || blocked.has(hash(blockedText(change)));
}

interface Sets {
  readonly effects: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
  readonly blocked: ReadonlySet<string>;
}

function setsOf({ hashes }: ReviewRecord): Sets {
  const none: ReadonlySet<string> = new Set();
  return {
    effects: splitHashes(hashes?.effects ?? '') ?? none,
    later: splitHashes(hashes?.later ?? '') ?? none,
    blocked: splitHashes(hashes?.blocked ?? '') ?? none,
  };
}
