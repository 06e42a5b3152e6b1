import type { Runtime } from '../runtime.js';

/** The name of an environment variable that holds a secret; read when it is first needed. */
export interface SecretReference {
  readonly env: string;
}

/** Where a credential comes from. `setting` is its place in the settings (such as `providers.redox.auth`), for messages. */
export type CredentialSettings =
  | { readonly method: 'bearer'; readonly setting: string; readonly token: SecretReference }
  | {
      readonly method: 'header';
      readonly setting: string;
      readonly name: string;
      readonly token: SecretReference;
    }
  | ClientCredentialsSettings
  | PrivateKeySettings;

/** RFC 6749 section 4.4, with the secret in the body. */
export interface ClientCredentialsSettings {
  readonly method: 'client-credentials';
  readonly setting: string;
  readonly tokenUrl: string;
  readonly clientId: SecretReference;
  readonly clientSecret: SecretReference;
  readonly audience?: string | undefined;
  readonly scope?: string | undefined;
}

/** RFC 7523 section 2.2, as Redox wants it (A6). */
export interface PrivateKeySettings {
  readonly method: 'private-key-jwt';
  readonly setting: string;
  readonly tokenUrl: string;
  readonly clientId: SecretReference;
  readonly keyId: SecretReference;
  readonly privateKey: SecretReference;
  /** A `scope` claim in the assertion; none if it is empty or left out. */
  readonly tokenScope?: string | undefined;
}

/** At most so many requests in any window of `perMs` milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** One attempt at a request, for --verbose and tracing. Holds no secret. */
export interface RequestEvent {
  readonly provider: string;
  readonly kind: 'request' | 'token';
  readonly method: string;
  readonly path: string;
  /** Counted from 1. */
  readonly attempt: number;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** From the sending to the end of the answer, in milliseconds. */
  readonly ms: number;
  /** From the handing over to an open connection to the answer's first byte, in milliseconds; null without an answer. */
  readonly latencyMs: number | null;
  /** Of the answer's body; null without an answer. */
  readonly bytes: number | null;
  /** From the caller's asking (or the last attempt's end) to the sending, in milliseconds. */
  readonly waitMs: number;
}

/** Everything a provider's client needs, normalised. */
export interface HttpOptions {
  /** The provider's name, for messages. */
  readonly name: string;
  /** Base URLs by name; `default` is used where a request names none. */
  readonly bases: Readonly<Record<string, string>>;
  /** Requests in flight at once, at most. */
  readonly concurrency: number;
  readonly rateLimit: RateLimit | null;
  /** Bounds one request, its answer included. */
  readonly timeoutMs: number;
  readonly credentials: Readonly<Record<string, CredentialSettings>>;
  readonly runtime: Runtime;
  readonly userAgent: string;
  /** Stops what waits and reads; writes in flight finish, and so do the reads that settle them. */
  readonly signal?: AbortSignal | undefined;
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Called once, when the first request has left: there is time to get ready for its answer. */
  readonly whileWaiting?: (() => void) | undefined;
}
