import { randomBytes } from 'node:crypto';
import { type Answer, type JsonObject, Refusal, type SandboxRequest } from './messages.js';
import { mediaType } from './request.js';
import { type Route, route } from './routes.js';

/** Whom a credential stands for. Where neither member is set, everything is allowed. */
export interface Caller {
  /** The id of the user that the requests act as. */
  readonly actsAs?: string | undefined;
  /** The ids of the organizations or accounts that the credential reaches. */
  readonly limitedTo?: readonly string[] | undefined;
}

interface KnownToken {
  readonly caller: Caller;
  /** Milliseconds since 1970; infinite for a token of the seed. */
  readonly expires: number;
}

/** The access tokens of one system: those of its seed, and those its token endpoint issued. */
export class TokenStore {
  readonly #tokens = new Map<string, KnownToken>();

  constructor(
    private readonly ttlSeconds: number,
    private readonly now: () => number,
  ) {}

  /** Adds a token that never expires. */
  add(token: string, caller: Caller): void {
    this.#tokens.set(token, { caller, expires: Number.POSITIVE_INFINITY });
  }

  /** Issues a new token, in the answer of a token endpoint (RFC 6749 section 5.1). */
  issue(caller: Caller): Answer {
    const now = this.now();
    this.#forget(({ expires }) => expires <= now);
    const token = randomSecret('sandbox');
    this.#tokens.set(token, { caller, expires: now + this.ttlSeconds * 1000 });
    return {
      status: 200,
      headers: { 'cache-control': 'no-store' },
      json: { access_token: token, token_type: 'Bearer', expires_in: this.ttlSeconds },
    };
  }

  /** Forgets the tokens that were issued, not those of the seed. */
  revokeIssued(): void {
    this.#forget(({ expires }) => Number.isFinite(expires));
  }

  /** The caller of a request's bearer token. @throws Refusal 401 */
  authenticate(request: SandboxRequest): Caller {
    const [, token] = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) {
      throw new Refusal(401, 'Authentication failed: no bearer token', { 'www-authenticate': 'Bearer' });
    }
    const known = this.#tokens.get(token);
    if (known === undefined || known.expires <= this.now()) {
      throw new Refusal(401, 'Authentication failed: the token is unknown or expired', {
        'www-authenticate': 'Bearer error="invalid_token"',
      });
    }
    return known.caller;
  }

  #forget(isOver: (token: KnownToken) => boolean): void {
    for (const [token, known] of this.#tokens) if (isOver(known)) this.#tokens.delete(token);
  }
}

/** An error answer of a token endpoint (RFC 6749 section 5.2). */
export class TokenRefusal extends Error {
  override readonly name = 'TokenRefusal';

  constructor(
    readonly status: 400 | 401,
    /** The code, such as `invalid_client`. */
    readonly error: string,
    description: string,
  ) {
    super(description);
  }
}

/**
 * A token endpoint (RFC 6749 section 3.2), whose requests carry a form in which each parameter stands once.
 * @param callerOf finds out whom a form stands for; throws TokenRefusal where nobody
 * @param errorFields further fields of error answers
 */
export function tokenRoute(
  path: string,
  tokens: TokenStore,
  callerOf: (form: ReadonlyMap<string, string>, request: SandboxRequest) => Caller,
  errorFields: JsonObject = {},
): Route {
  return route(path, {
    POST: (request) => {
      try {
        return tokens.issue(callerOf(formOf(request), request));
      } catch (error) {
        if (!(error instanceof TokenRefusal)) throw error;
        const challenge = error.error === 'invalid_client' ? { 'www-authenticate': 'Basic' } : {};
        return {
          status: error.status,
          headers: { 'cache-control': 'no-store', ...challenge },
          json: { error: error.error, error_description: error.message, ...errorFields },
        };
      }
    },
  });
}

function formOf(request: SandboxRequest): ReadonlyMap<string, string> {
  if (mediaType(request) !== 'application/x-www-form-urlencoded') {
    throw new TokenRefusal(400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded');
  }
  const pairs = [...new URLSearchParams(request.body)];
  const form = new Map(pairs);
  if (form.size < pairs.length)
    throw new TokenRefusal(400, 'invalid_request', 'A parameter is given more than once');
  return form;
}

/** A new secret, such as `sandbox_3f…`. */
export function randomSecret(prefix: string): string {
  return `${prefix}_${randomBytes(18).toString('hex')}`;
}

/** The name of the environment variable of the credential number `index`, from 0: the second one's ends in `_2`. */
export function numberedVariable(name: string, index: number): string {
  return index === 0 ? name : `${name}_${index + 1}`;
}
