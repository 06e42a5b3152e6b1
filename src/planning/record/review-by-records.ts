import type { Change } from '../../model/change.js';
import type { Plan } from '../../model/plan.js';
import { effectKey } from '../effects.js';
import type { Review } from '../review.js';
import { blockedText, type EffectHash, effectTexts } from './effect-hash.js';
import type { OpenHashes, ReviewRecord } from './review-record.js';
import { hasHash } from './scoped-hashes.js';

/** Whether a review takes what is still open in records, or all that they ever covered. */
export type Coverage = 'open' | 'ever';

/** The review that records make of a plan. One that holds its digest alone covers that very plan and nothing else. */
export function reviewByRecords(
  records: readonly ReviewRecord[],
  plan: Pick<Plan, 'digest'>,
  hash: EffectHash,
  coverage: Coverage = 'open',
): Review {
  const isEver = coverage === 'ever';
  const isSame = records.some(
    ({ open, digest, closed }) => open === null && (isEver || closed === null) && digest === plan.digest,
  );
  const lists = (scope: string, text: string, kinds: readonly (keyof OpenHashes)[]): boolean =>
    records.some(
      ({ open, done }) =>
        kinds.some((kind) => hasHash(open?.[kind], scope, text, hash)) ||
        (isEver && hasHash(done, scope, text, hash)),
    );
  return {
    covers: (effect) => isSame || lists(effect.scope, effectKey(effect), ['effects', 'later']),
    coversBlocked: (change) => lists(change.scope, blockedText(change), ['blocked']),
  };
}

/** Whether a record lists what a term starts: all that the change gives and takes, none of it struck off. */
export function listsStart({ open }: ReviewRecord, change: Change, hash: EffectHash): boolean {
  return effectTexts(change).every(
    (text) =>
      hasHash(open?.later, change.scope, text, hash) || hasHash(open?.effects, change.scope, text, hash),
  );
}
