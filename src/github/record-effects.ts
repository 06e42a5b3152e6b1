import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Change } from '../model/change.js';
import { labelEmail } from '../model/label.js';
import { byCodeUnit } from '../model/ordering.js';
import { effectKey, effectsOf } from '../planning/effects.js';

/** Characters of one effect in a record: 96 bits. */
const EFFECT_LENGTH = 16;

/** What the hashes of a record are bound to, so that none counts in another repository or for another config. */
export interface RecordDomain {
  /** `owner/name`. */
  readonly repository: string;
  /** Path of the settings in the repository. */
  readonly config: string;
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

/** Hashes as one text: sorted, each once. */
export function joinHashes(hashes: Iterable<string>): string {
  return [...new Set(hashes)].sort(byCodeUnit).join('');
}

/** The hashes of such a text; null where it is none. */
export function splitHashes(text: string): ReadonlySet<string> | null {
  if (text.length % EFFECT_LENGTH !== 0 || !/^[\w-]*$/u.test(text)) return null;
  const hashes = new Set<string>();
  for (let at = 0; at < text.length; at += EFFECT_LENGTH) hashes.add(text.slice(at, at + EFFECT_LENGTH));
  return hashes;
}
