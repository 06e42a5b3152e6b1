import { randomBytes } from 'node:crypto';
import { Refusal } from './answer.js';
import { bearerToken, type SandboxRequest } from './request.js';

/** Whom a credential stands for; both members undefined: everything is allowed. */
export interface Caller {
  /** The Redox user that the requests act as. */
  readonly actsAs: string | undefined;
  /** The organizations or accounts that the credential reaches. */
  readonly limitedTo: readonly string[] | undefined;
}

interface Issued {
  readonly caller: Caller;
  readonly expires: number;
}

/** The access tokens of one API: fixed ones of the seed, and those its token endpoint gave out. */
export class TokenStore {
  readonly #tokens = new Map<string, Issued>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Adds a token that never runs out. */
  add(token: string, caller: Caller): void {
    this.#tokens.set(token, { caller, expires: Number.POSITIVE_INFINITY });
  }

  /** Gives out a new token that lives `ttlSeconds`. */
  issue(caller: Caller, ttlSeconds: number): string {
    const now = this.#now();
    for (const [token, { expires }] of this.#tokens) if (expires <= now) this.#tokens.delete(token);
    const token = randomSecret('sandbox');
    this.#tokens.set(token, { caller, expires: now + ttlSeconds * 1000 });
    return token;
  }

  /** The caller of a live token, or undefined. */
  find(token: string): Caller | undefined {
    const issued = this.#tokens.get(token);
    return issued !== undefined && issued.expires > this.#now() ? issued.caller : undefined;
  }

  /** Forgets the tokens given out, not the fixed ones. */
  revokeIssued(): void {
    for (const [token, { expires }] of this.#tokens) {
      if (Number.isFinite(expires)) this.#tokens.delete(token);
    }
  }

  /** The caller of a request's bearer token. @throws Refusal 401 */
  authenticate(request: SandboxRequest): Caller {
    const token = bearerToken(request);
    if (token === undefined) {
      throw new Refusal(401, 'Authentication failed: no bearer token', { 'www-authenticate': 'Bearer' });
    }
    const caller = this.find(token);
    if (caller === undefined) {
      const challenge = 'Bearer error="invalid_token"';
      throw new Refusal(401, 'Authentication failed: the token is unknown or expired', {
        'www-authenticate': challenge,
      });
    }
    return caller;
  }
}

/** A new secret, such as `sandbox_3f…`. */
export function randomSecret(prefix: string): string {
  return `${prefix}_${randomBytes(18).toString('hex')}`;
}
