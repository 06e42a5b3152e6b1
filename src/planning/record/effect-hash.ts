import type { Change } from '../../model/change.js';
import { labelEmail } from '../../model/label.js';
import { effectKey, effectsOf } from '../effects.js';
import { keyedHash } from './signature.js';

/** Characters of one effect in a record: 96 bits. */
export const EFFECT_LENGTH = 16;

/** What the hashes of a record are bound to, so that none counts in another repository or for another config. */
export interface RecordDomain {
  /** What the repository is known by. GitHub's is its id, which a rename or a transfer leaves as it is. */
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
    return keyedHash(message, signingKey).toString('base64url').slice(0, EFFECT_LENGTH);
  };
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
