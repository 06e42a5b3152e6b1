import { isRecord } from '../../model/record.js';
import type { CredentialSettings } from '../../http/options.js';
import type { Runtime } from '../../runtime.js';
import type { SeenToken } from './open-case.js';

/** What a token is and how long it lives. */
export interface TokenLife {
  /** Such as `a JSON Web Token that lives another 3 h (exp)`: its form, and where its end is known from. */
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
  const value = 'token' in credential ? env(credential.token.env) : body['access_token'];
  const claims = typeof value === 'string' ? claimsOf(value.trim()) : null;
  const form = claims === null ? 'an opaque token' : 'a JSON Web Token';
  const seconds = Number(body['expires_in'] ?? Number.NaN);
  if (seconds > 0) {
    const leftMs = seconds * 1000;
    return { words: `${form} that lives ${durationWords(leftMs)} (expires_in)`, leftMs };
  }
  const expiry = claims?.['exp'];
  if (typeof expiry === 'number') {
    const leftMs = expiry * 1000 - now();
    const end = leftMs > 0 ? `lives another ${durationWords(leftMs)}` : `ended ${durationWords(-leftMs)} ago`;
    return { words: `${form} that ${end} (exp)`, leftMs };
  }
  const words =
    'token' in credential ? 'and nothing says how long it lives' : 'and no expires_in: taken to live 300 s';
  return { words: `${form}, ${words}`, leftMs: null };
}

/** The claims of a JSON Web Token (RFC 7519 section 3), such as `exp`; null where the text is none. */
function claimsOf(text: string): Readonly<Record<string, unknown>> | null {
  const [, payload, signature] = text.split('.');
  if (payload === undefined || signature === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return isRecord(claims) ? claims : null;
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
