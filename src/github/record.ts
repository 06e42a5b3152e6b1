import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Change } from '../model/change.js';
import { labelEmail } from '../model/label.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import type { Plan } from '../model/plan.js';
import { isRecord } from '../model/record.js';
import { effectKey, effectsOf } from '../planning/effects.js';
import { fieldOf, textOf } from './fields.js';

/** Characters of one effect in a record: 96 bits. */
const EFFECT_LENGTH = 16;

/** What the hashes of a record are bound to, so that none counts in another repository or for another config. */
export interface RecordDomain {
  /** The repository's id, which a rename or a transfer leaves as it is. */
  readonly repository: string;
  /** Path of the settings from the top of the repository. */
  readonly config: string;
  /** `owner/name`: what earlier versions knew the repository by. */
  readonly name?: string;
}

/** Makes the 16 base64url characters that stand for a text in a record. */
export type EffectHash = (text: string) => string;

/**
 * The hash of a domain: the start of the SHA-256 of the repository, the config and the text, or of its HMAC-SHA-256 with
 * a signing key, which nobody without the key can guess or make.
 */
export function effectHash(domain: RecordDomain, signingKey: string | null): EffectHash {
  return (text) => {
    const message = `rolecall effect\n${JSON.stringify([domain.repository, domain.config])}\n${text}`;
    return digestOf(message, signingKey).toString('base64url').slice(0, EFFECT_LENGTH);
  };
}

/** The HMAC of a whole record, base64url. */
export function signatureOf(text: string, signingKey: string): string {
  return digestOf(`rolecall record\n${text}`, signingKey).toString('base64url');
}

/** Whether a signature is the one of a text, compared in constant time. */
export function isSignedBy(text: string, signature: string, signingKey: string): boolean {
  const expected = Buffer.from(signatureOf(text, signingKey));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function digestOf(message: string, signingKey: string | null): Buffer {
  const hash = signingKey === null ? createHash('sha256') : createHmac('sha256', signingKey);
  return hash.update(message).digest();
}

/** The texts of what a change comes to: `[scope, principal, "+role/status"]` as JSON, one an effect. */
export function effectTexts(change: Pick<Change, 'scope' | 'principal' | 'from' | 'to'>): readonly string[] {
  return effectsOf(change).map(effectKey);
}

/** The text of a change that is blocked: scope, e-mail (or id) and wanted state, which stay when the principal turns up. */
export function blockedText(change: Pick<Change, 'scope' | 'principal' | 'label' | 'to'>): string {
  const { scope, principal, to } = change;
  return JSON.stringify([
    'blocked',
    scope,
    labelEmail(change) ?? principal,
    to?.role.toLowerCase() ?? null,
    to?.status ?? null,
  ]);
}

/** Characters of a scope in a record: it tells hashes apart that a run saw from those it did not. */
const SCOPE_LENGTH = 8;

/** Hashes by the scope they are in, which is named by a hash as well. */
export type ScopedHashes = ReadonlyMap<string, ReadonlySet<string>>;

/** The name of a scope in a record. */
export function scopeName(scope: string, hash: EffectHash): string {
  return hash(JSON.stringify(['scope', scope])).slice(0, SCOPE_LENGTH);
}

/** The hashes of changes by their scopes; `textsOf` gives what is hashed of one. */
export function scopedHashes<T extends { readonly scope: string }>(
  changes: readonly T[],
  textsOf: (change: T) => readonly string[],
  hash: EffectHash,
): ScopedHashes {
  const scopes = groupBy(changes, ({ scope }) => scopeName(scope, hash));
  return new Map([...scopes].map(([name, group]) => [name, new Set(group.flatMap(textsOf).map(hash))]));
}

/** Whether a text is among the hashes of a scope. */
export function hasHash(
  scoped: ScopedHashes | undefined,
  scope: string,
  text: string,
  hash: EffectHash,
): boolean {
  return scoped?.get(scopeName(scope, hash))?.has(hash(text)) === true;
}

/** As JSON: for each scope its hashes in a row, sorted. Scopes without any are left out. */
export function encodeHashes(scoped: ScopedHashes): Readonly<Record<string, string>> {
  const rows = [...scoped].filter(([, hashes]) => hashes.size > 0).sort(byKeys(([name]) => name));
  return Object.fromEntries(rows.map(([name, hashes]) => [name, [...hashes].sort(byCodeUnit).join('')]));
}

/** The hashes of such JSON; null where it is none. */
export function decodeHashes(value: unknown): ScopedHashes | null {
  if (!isRecord(value)) return null;
  const found = new Map<string, ReadonlySet<string>>();
  for (const [name, row] of Object.entries(value)) {
    const hashes = typeof row === 'string' ? splitHashes(row) : null;
    if (hashes === null || name.length !== SCOPE_LENGTH) return null;
    found.set(name, hashes);
  }
  return found;
}

function splitHashes(row: string): ReadonlySet<string> | null {
  if (row.length % EFFECT_LENGTH !== 0 || !/^[\w-]*$/u.test(row)) return null;
  const hashes = new Set<string>();
  for (let at = 0; at < row.length; at += EFFECT_LENGTH) hashes.add(row.slice(at, at + EFFECT_LENGTH));
  return hashes;
}

/** Both together. */
export function joinedHashes(one: ScopedHashes, other: ScopedHashes): ScopedHashes {
  const joined = new Map(one);
  for (const [name, hashes] of other) joined.set(name, new Set([...(joined.get(name) ?? []), ...hashes]));
  return joined;
}

function isNone(scoped: ScopedHashes): boolean {
  return [...scoped.values()].every(({ size }) => size === 0);
}

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
type ReadRecord = { readonly record: ReviewRecord } | { readonly problem: string };

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
