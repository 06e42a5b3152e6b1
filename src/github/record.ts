import type { Plan } from '../model/plan.js';
import { fieldOf, textOf } from './fields.js';
import {
  blockedText,
  effectHash,
  effectTexts,
  isSignedBy,
  joinHashes,
  type RecordDomain,
  signatureOf,
} from './record-effects.js';

/** The reviewed changes kept with a pull request. */
export interface ReviewRecord extends RecordDomain {
  readonly pullRequest: number;
  /** The commit that the plan was compared with. */
  readonly base: string;
  /** The pull request's head commit when it was planned. */
  readonly head: string;
  /** When it was planned, RFC 3339. */
  readonly time: string;
  /** The plan's digest. */
  readonly digest: string;
  /** Hashes in a row; null where they do not fit: then only an equal digest is covered. */
  readonly hashes: Hashes | null;
  /** Whether the hashes are made with a key, and the whole is signed. */
  readonly signed: boolean;
  /** The commit with which all of it was done; null before. */
  readonly applied: string | null;
}

export interface Hashes {
  /** What the changes give and take. */
  readonly effects: string;
  /** What terms will start. */
  readonly later: string;
  /** What was blocked, by e-mail and wanted state. */
  readonly blocked: string;
}

/** The hashes of the changes that a text told of, those to come included. */
export function hashesOf(
  plan: Pick<Plan, 'changes' | 'later'>,
  domain: RecordDomain,
  signingKey: string | null,
): Hashes {
  const hash = effectHash(domain, signingKey);
  const possible = plan.changes.filter(({ blocked }) => blocked === null);
  const blocked = plan.changes.filter((change) => change.blocked !== null);
  return {
    effects: joinHashes(possible.flatMap(effectTexts).map(hash)),
    later: joinHashes((plan.later ?? []).flatMap(effectTexts).map(hash)),
    blocked: joinHashes(blocked.map(blockedText).map(hash)),
  };
}

const START = '<!-- rolecall:record ';
const END = ' -->';

/** A record as one line, an HTML comment that no value in it can end. With a key, its signature is in it. */
export function recordLine(record: ReviewRecord, signingKey: string | null): string {
  const text = JSON.stringify(ordered(record));
  const signature = signingKey === null ? {} : { signature: signatureOf(text, signingKey) };
  const json = JSON.stringify({ ...ordered(record), ...signature });
  return `${START}${json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')}${END}`;
}

/**
 * The record of a line; null where the line is none, or not what was written: with a key, only what it signed counts,
 * and without one nothing signed does, since it could not be checked.
 */
export function parseRecord(line: string, signingKey: string | null): ReviewRecord | null {
  if (!line.startsWith(START) || !line.endsWith(END)) return null;
  const value = parseJson(line.slice(START.length, -END.length));
  const record = recordOf(value);
  if (record === null || record.signed !== (signingKey !== null)) return null;
  if (signingKey === null) return record;
  const signature = textOf(value, 'signature');
  return signature !== null && isSignedBy(JSON.stringify(ordered(record)), signature, signingKey)
    ? record
    : null;
}

function ordered(record: ReviewRecord): Readonly<Record<string, unknown>> {
  const { hashes } = record;
  return {
    formatVersion: 1,
    repository: record.repository,
    pullRequest: record.pullRequest,
    config: record.config,
    base: record.base,
    head: record.head,
    time: record.time,
    digest: record.digest,
    signed: record.signed,
    applied: record.applied,
    effects: hashes?.effects ?? null,
    later: hashes?.later ?? null,
    blocked: hashes?.blocked ?? null,
  };
}

function recordOf(value: unknown): ReviewRecord | null {
  const repository = textOf(value, 'repository');
  const config = textOf(value, 'config');
  const base = textOf(value, 'base');
  const head = textOf(value, 'head');
  const time = textOf(value, 'time');
  const digest = textOf(value, 'digest');
  const pullRequest = fieldOf(value, 'pullRequest');
  const signed = fieldOf(value, 'signed');
  if (fieldOf(value, 'formatVersion') !== 1 || typeof pullRequest !== 'number' || typeof signed !== 'boolean')
    return null;
  if (repository === null || config === null || base === null || head === null) return null;
  if (time === null || digest === null) return null;
  const effects = textOf(value, 'effects');
  const later = textOf(value, 'later');
  const blocked = textOf(value, 'blocked');
  const hashes = effects === null || later === null || blocked === null ? null : { effects, later, blocked };
  const applied = textOf(value, 'applied');
  return { repository, pullRequest, config, base, head, time, digest, hashes, signed, applied };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no record: nobody can have reviewed it.
    return null;
  }
}
