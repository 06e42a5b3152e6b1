import { DAY } from '../../model/instant.js';
import type { Plan } from '../../model/plan.js';
import { blockedText, type EffectHash, effectTexts, type RecordDomain } from './effect-hash.js';
import { isNone, type ScopedHashes, scopedHashes } from './scoped-hashes.js';

/** How long a record may be taken up, in milliseconds. */
export const RECORD_LIFE = 90 * DAY;

/** The reviewed changes of a pull request, kept with it or in a file. */
export interface ReviewRecord extends RecordDomain {
  /** The number of the pull request, or what another system calls such a change under review. */
  readonly pullRequest: number | string;
  /** The branch that the pull request was to be merged into. */
  readonly branch: string;
  /** The commit that the plan was compared with. */
  readonly base: string;
  /** The pull request's head commit when it was planned. */
  readonly head: string;
  /** `sha256:` and the hash of the files that were planned; only in records that are kept in files. */
  readonly files?: string;
  /** When it was planned, RFC 3339. */
  readonly time: string;
  /** The plan's digest. */
  readonly digest: string;
  /** What is still to do; null where that does not fit: then only an equal digest is covered. */
  readonly open: OpenHashes | null;
  /** What was struck off: never written again on the word of this record. */
  readonly done: ScopedHashes;
  /** Whether the hashes are made with a key, and the whole is signed. */
  readonly signed: boolean;
  /** The commit with which the last of it was struck off, or `expired`; null before. */
  readonly closed: string | null;
}

export interface OpenHashes {
  /** What the changes give and take. */
  readonly effects: ScopedHashes;
  /** What terms will start. */
  readonly later: ScopedHashes;
  /** What was blocked, by e-mail and wanted state. */
  readonly blocked: ScopedHashes;
}

/** The value of `closed` where the record is too old. */
export const EXPIRED = 'expired';

/** The hashes of a plan's changes, those to come included. */
export function hashesOf(
  { changes, later = [] }: Pick<Plan, 'changes' | 'later'>,
  hash: EffectHash,
): OpenHashes {
  const possible = changes.filter(({ blocked }) => blocked === null);
  const blocked = changes.filter((change) => change.blocked !== null);
  return {
    effects: scopedHashes(possible, effectTexts, hash),
    later: scopedHashes(later, effectTexts, hash),
    blocked: scopedHashes(blocked, (change) => [blockedText(change)], hash),
  };
}

/** Whether nothing of a record is left to do. */
export function isUsedUp({ open }: ReviewRecord): boolean {
  return open !== null && isNone(open.effects) && isNone(open.later) && isNone(open.blocked);
}
