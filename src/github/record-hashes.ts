import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Change } from '../model/change.js';
import { labelEmail } from '../model/label.js';
import { isRecord } from '../model/record.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import { effectKey, effectsOf } from '../planning/effects.js';

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

/** Whether there is none. */
export function isNone(scoped: ScopedHashes): boolean {
  return [...scoped.values()].every(({ size }) => size === 0);
}
