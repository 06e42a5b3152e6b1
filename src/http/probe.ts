import type { HttpFailure } from './failure.js';

/** A GET that is sent to see how an API behaves. */
export interface ProbeRequest {
  /** The name of the base URL; `default` if left out. */
  readonly base?: string | undefined;
  /** Percent-encoded, with its query; starts with `/` and is appended to the base. */
  readonly path: string;
  /** The name of the credential (see credentialName). */
  readonly credential: string;
  /** Sends a credential that cannot be valid in place of the named one, to the same origin. */
  readonly authorization?: 'invalid' | undefined;
}

/**
 * What became of a probe. An answer with any status is one; a failure is none: no response, no token, no variable, or a
 * rate limit that came as 403.
 */
export type ProbeAnswer =
  | {
      readonly status: number;
      /** By lower-case name; the first value of a repeated one. */
      readonly headers: Readonly<Record<string, string>>;
      /** Parsed JSON, null where the body was empty; undefined where it is no JSON. */
      readonly body: unknown;
      readonly failure?: never;
    }
  | {
      readonly status?: never;
      readonly headers?: never;
      readonly body?: never;
      readonly failure: HttpFailure;
    };

/** What is sent where a credential must be refused. It is made from no secret. */
const invalidToken = 'rolecall-doctor-invalid';

/** The value of a header that carries a credential which cannot be valid; `header` is its name in lower case. */
export function invalidCredential(header: string): string {
  return header === 'authorization' ? `Bearer ${invalidToken}` : invalidToken;
}

/** Whether a header's value is such a credential. */
export function isInvalidCredential(value: string): boolean {
  return value === invalidToken || value === `Bearer ${invalidToken}`;
}

/**
 * Asks an API how it behaves. Sends GET alone, once each (and asks for tokens), in the client's queue and pace: whether a 429
 * is waited for is up to the caller, so that no look at an API's limits provokes more of them.
 */
export interface ProbeClient {
  /** Never throws for an answer or a failure of the network. @throws HttpFailure interrupted */
  readonly ask: (request: ProbeRequest) => Promise<ProbeAnswer>;
}
