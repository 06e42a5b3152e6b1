import { fieldOf, textOf } from '../../model/fields.js';
import type { OpenHashes, ReviewRecord } from './review-record.js';
import { decodeHashes, encodeHashes } from './scoped-hashes.js';
import { isSignedBy, signatureOf } from './signature.js';

/** The version of the format, wherever a record is kept. Version 1 did not tell the base branch. */
const FORMAT = 2;

/** Why there is no record that could be believed. */
export type RecordProblem =
  | 'earlier-format'
  | 'later-format'
  /** Not as rolecall writes it. */
  | 'malformed'
  /** Signed, where no key is given to check that. */
  | 'signed'
  /** Not signed, where a key is given. */
  | 'unsigned'
  /** Signed with another key, or changed since. */
  | 'other-key';

type ReadRecord = { readonly record: ReviewRecord } | { readonly problem: RecordProblem };

/** A record as an object of JSON. With a key, its signature is in it. */
export function recordValue(
  record: ReviewRecord,
  signingKey: string | null,
): Readonly<Record<string, unknown>> {
  const signature = signingKey === null ? {} : { signature: signatureOf(recordText(record), signingKey) };
  return { ...ordered(record), ...signature };
}

/** The text of a record that is signed: the same for the same record, wherever it is kept. */
export function recordText(record: ReviewRecord): string {
  return JSON.stringify(ordered(record));
}

/**
 * Reads the record of an object of JSON: with a key, only what it signed counts, and without one nothing signed does,
 * since it could not be checked.
 */
export function readRecordValue(value: unknown, signingKey: string | null): ReadRecord {
  const version = fieldOf(value, 'formatVersion');
  if (typeof version === 'number' && version < FORMAT) return { problem: 'earlier-format' };
  if (typeof version === 'number' && version > FORMAT) return { problem: 'later-format' };
  const record = recordOf(value);
  if (record === null) return { problem: 'malformed' };
  if (signingKey === null) return record.signed ? { problem: 'signed' } : { record };
  if (!record.signed) return { problem: 'unsigned' };
  const signature = textOf(value, 'signature');
  return signature !== null && isSignedBy(recordText(record), signature, signingKey)
    ? { record }
    : { problem: 'other-key' };
}

function ordered(record: ReviewRecord): Readonly<Record<string, unknown>> {
  const { open, files } = record;
  return {
    formatVersion: FORMAT,
    repository: record.repository,
    pullRequest: record.pullRequest,
    config: record.config,
    branch: record.branch,
    base: record.base,
    head: record.head,
    ...(files === undefined ? {} : { files }),
    time: record.time,
    digest: record.digest,
    signed: record.signed,
    closed: record.closed,
    effects: open === null ? null : encodeHashes(open.effects),
    later: open === null ? null : encodeHashes(open.later),
    blocked: open === null ? null : encodeHashes(open.blocked),
    done: encodeHashes(record.done),
  };
}

function recordOf(value: unknown): ReviewRecord | null {
  const repository = textOf(value, 'repository');
  const config = textOf(value, 'config');
  const branch = textOf(value, 'branch');
  const base = textOf(value, 'base');
  const head = textOf(value, 'head');
  const time = textOf(value, 'time');
  const digest = textOf(value, 'digest');
  const pullRequest = fieldOf(value, 'pullRequest');
  const signed = fieldOf(value, 'signed');
  const done = decodeHashes(fieldOf(value, 'done'));
  if (fieldOf(value, 'formatVersion') !== FORMAT) return null;
  if (typeof pullRequest !== 'number' && typeof pullRequest !== 'string') return null;
  if (typeof signed !== 'boolean' || done === null) return null;
  if (repository === null || config === null || branch === null || base === null) return null;
  if (head === null || time === null || digest === null) return null;
  const files = textOf(value, 'files');
  const open = openOf(value);
  if (open === undefined) return null;
  const closed = textOf(value, 'closed');
  const known = { repository, pullRequest, config, branch, base, head, time, digest, open, done };
  return { ...known, ...(files === null ? {} : { files }), signed, closed };
}

/** Null where the digest alone is kept; undefined where it is neither. */
function openOf(value: unknown): OpenHashes | null | undefined {
  if (['effects', 'later', 'blocked'].every((name) => fieldOf(value, name) === null)) return null;
  const effects = decodeHashes(fieldOf(value, 'effects'));
  const later = decodeHashes(fieldOf(value, 'later'));
  const blocked = decodeHashes(fieldOf(value, 'blocked'));
  return effects === null || later === null || blocked === null ? undefined : { effects, later, blocked };
}
