import type { Plan } from '../model/plan.js';
import { fieldOf, textOf } from './fields.js';
import {
  blockedText,
  decodeHashes,
  type EffectHash,
  effectTexts,
  encodeHashes,
  isNone,
  isSignedBy,
  type RecordDomain,
  scopedHashes,
  type ScopedHashes,
  signatureOf,
} from './record-hashes.js';

/** The reviewed changes kept with a pull request. */
export interface ReviewRecord extends RecordDomain {
  readonly pullRequest: number;
  /** The branch that the pull request was to be merged into. */
  readonly branch: string;
  /** The commit that the plan was compared with. */
  readonly base: string;
  /** The pull request's head commit when it was planned. */
  readonly head: string;
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

/** The value of `closed` where the pull request was merged too long ago. */
export const EXPIRED = 'expired';
const FORMAT = 2;

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

const START = '<!-- rolecall:record ';
const END = ' -->';

/** Whether a line holds a record. */
export function isRecordLine(line: string): boolean {
  return line.startsWith(START) && line.endsWith(END);
}

/** A record as one line, an HTML comment that no value in it can end. With a key, its signature is in it. */
export function recordLine(record: ReviewRecord, signingKey: string | null): string {
  const text = JSON.stringify(ordered(record));
  const signature = signingKey === null ? {} : { signature: signatureOf(text, signingKey) };
  const json = JSON.stringify({ ...ordered(record), ...signature });
  return `${START}${json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')}${END}`;
}

/** A record, or why a line holds none that could be believed. */
export type ReadRecord = { readonly record: ReviewRecord } | { readonly problem: string };

/**
 * Reads the record of a line: with a key, only what it signed counts, and without one nothing signed does, since it
 * could not be checked.
 */
export function readRecord(line: string, signingKey: string | null): ReadRecord {
  if (!isRecordLine(line)) return { problem: 'the comment holds no record' };
  const value = parseJson(line.slice(START.length, -END.length));
  if (fieldOf(value, 'formatVersion') === 1) {
    return { problem: 'its record is of an earlier format, which does not tell the base branch' };
  }
  const record = recordOf(value);
  if (record === null) return { problem: 'its record is not as rolecall writes it' };
  if (signingKey === null && record.signed) {
    return { problem: 'its record is signed, and cannot be checked without signing-key' };
  }
  if (signingKey === null) return { record };
  if (!record.signed) return { problem: 'its record is not signed, and this run has a signing-key' };
  const signature = textOf(value, 'signature');
  return signature !== null && isSignedBy(JSON.stringify(ordered(record)), signature, signingKey)
    ? { record }
    : { problem: 'the signature of its record was not made with this signing-key' };
}

function ordered(record: ReviewRecord): Readonly<Record<string, unknown>> {
  const { open } = record;
  return {
    formatVersion: FORMAT,
    repository: record.repository,
    pullRequest: record.pullRequest,
    config: record.config,
    branch: record.branch,
    base: record.base,
    head: record.head,
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
  if (typeof pullRequest !== 'number' || typeof signed !== 'boolean' || done === null) return null;
  if (repository === null || config === null || branch === null || base === null) return null;
  if (head === null || time === null || digest === null) return null;
  const open = openOf(value);
  const closed = textOf(value, 'closed');
  return { repository, pullRequest, config, branch, base, head, time, digest, open, done, signed, closed };
}

function openOf(value: unknown): OpenHashes | null {
  const effects = decodeHashes(fieldOf(value, 'effects'));
  const later = decodeHashes(fieldOf(value, 'later'));
  const blocked = decodeHashes(fieldOf(value, 'blocked'));
  return effects === null || later === null || blocked === null ? null : { effects, later, blocked };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A line that is not JSON holds no record.
    return null;
  }
}
