import type { ReviewRecord } from '../github/record.js';
import {
  blockedText,
  effectHash,
  effectTexts,
  type RecordDomain,
  type ScopedHashes,
  scopeName,
} from '../github/record-effects.js';
import type { Change } from '../model/change.js';
import type { Plan } from '../model/plan.js';
import { effectKey } from '../planning/effects.js';
import type { Review } from '../planning/review.js';

/** What records are asked for: what is still open, or what they ever covered. */
export type Coverage = 'open' | 'ever';

/** The review that records make of a plan. One that holds its digest alone covers that very plan and nothing else. */
export function reviewByRecords(
  records: readonly ReviewRecord[],
  plan: Pick<Plan, 'digest'>,
  domain: RecordDomain,
  signingKey: string | null,
  coverage: Coverage = 'open',
): Review {
  const hash = effectHash(domain, signingKey);
  const isEver = coverage === 'ever';
  const same = records.some(
    ({ open, digest, closed }) => open === null && (isEver || closed === null) && digest === plan.digest,
  );
  const lists = (
    scope: string,
    text: string,
    kinds: readonly ('effects' | 'later' | 'blocked')[],
  ): boolean => {
    const [name, own] = [scopeName(scope, hash), hash(text)];
    const has = (hashes: ScopedHashes | undefined): boolean => hashes?.get(name)?.has(own) === true;
    return records.some(({ open, done }) => kinds.some((kind) => has(open?.[kind])) || (isEver && has(done)));
  };
  return {
    covers: (effect) => same || lists(effect.scope, effectKey(effect), ['effects', 'later']),
    coversBlocked: (change) => lists(change.scope, blockedText(change), ['blocked']),
  };
}

/** Whether a record lists what a term starts: all that the change gives and takes, none of it struck off. */
export function listsStart(
  record: ReviewRecord,
  change: Change,
  domain: RecordDomain,
  signingKey: string | null,
): boolean {
  const hash = effectHash(domain, signingKey);
  const name = scopeName(change.scope, hash);
  return effectTexts(change).every((text) => {
    const own = hash(text);
    const has = (hashes: ScopedHashes | undefined): boolean => hashes?.get(name)?.has(own) === true;
    return has(record.open?.later) || has(record.open?.effects);
  });
}
