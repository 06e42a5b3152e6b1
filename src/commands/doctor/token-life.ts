import { isRecord } from '../../model/record.js';
import type { CredentialSettings } from '../../http/options.js';
import type { Runtime } from '../../runtime.js';
import type { SeenToken } from './open-case.js';

/** Where a token's end is known from, in words, and when it comes. */
export interface TokenLife {
  readonly words: string;
  /** Milliseconds that are left; null where nothing says. */
  readonly leftMs: number | null;
}

/** How long the token of a credential lives, by what its endpoint said or by its own claim. Shows nothing of it. */
export function tokenLife(
  credential: CredentialSettings,
  token: SeenToken | null,
  { env, now }: Pick<Runtime, 'env' | 'now'>,
): TokenLife {
  const body = isRecord(token?.body) ? token.body : {};
  const seconds = Number(body['expires_in'] ?? Number.NaN);
  if (seconds > 0)
    return { words: `lives ${durationWords(seconds * 1000)} (expires_in)`, leftMs: seconds * 1000 };
  const value = 'token' in credential ? env(credential.token.env) : body['access_token'];
  const expiry = typeof value === 'string' ? expiryOf(value.trim()) : null;
  if (expiry !== null) {
    const leftMs = expiry - now();
    const words =
      leftMs > 0
        ? `lives another ${durationWords(leftMs)} (exp)`
        : `ended ${durationWords(-leftMs)} ago (exp)`;
    return { words, leftMs };
  }
  const words =
    'token' in credential ? 'nothing says how long it lives' : 'no expires_in: taken to live 300 s';
  return { words, leftMs: null };
}

/** The `exp` of a JSON Web Token (RFC 7519 section 4.1.4) in epoch milliseconds; null where the text is none or has none. */
function expiryOf(text: string): number | null {
  const [, payload, signature] = text.split('.');
  if (payload === undefined || signature === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const expiry = isRecord(claims) ? claims['exp'] : null;
    return typeof expiry === 'number' ? expiry * 1000 : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** `300 s`, `3 h`, `12 days`. */
export function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 600) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}
