import type { RawResponse } from './call.js';
import type { HttpRequest, Method } from './request.js';

/** A request that was sent and what came back, whole and with its secrets: it never leaves the process as it is. */
export interface Exchange {
  readonly kind: 'request' | 'token';
  /** The name of the base URL; null for a token request. */
  readonly base: string | null;
  readonly method: Method;
  /** As it was asked for: of a request relative to its base, of a token request the path of its URL. */
  readonly path: string;
  /** `invalid`: sent with a credential made invalid on purpose. */
  readonly authorization: 'own' | 'invalid' | 'none';
  /** The name of the credential (see credentialName); null for a token request. */
  readonly credential: string | null;
  /** When it left, in milliseconds since the epoch. */
  readonly at: number;
  readonly ms: number;
  /** Null where no response came. */
  readonly response: RawResponse | null;
}

/** What an exchange tells of the request that it begins with. */
export function exchangeOf(
  { base = 'default', path, credential }: Pick<HttpRequest, 'base' | 'path' | 'credential'>,
  authorization: 'own' | 'invalid',
): Pick<Exchange, 'kind' | 'base' | 'path' | 'authorization' | 'credential'> {
  return { kind: 'request', base, path, authorization, credential };
}
