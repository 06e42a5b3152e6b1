import type { Credential, RateLimit } from '../model/settings.js';
import type { Runtime } from '../runtime.js';
import type { Exchange } from './exchange.js';
import type { Transport } from './transport.js';

/** A credential and where the settings name it (such as `providers.redox.auth`), for messages. */
export type CredentialSettings = Credential & { readonly setting: string };

/** One attempt at a request, for --verbose and tracing. Holds no secret. */
export interface RequestEvent {
  readonly provider: string;
  readonly kind: 'request' | 'token';
  readonly method: string;
  readonly path: string;
  /** Counted from 1. */
  readonly attempt: number;
  /** Null where no response came. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** From the sending to the end of the response, in milliseconds. */
  readonly ms: number;
  /** From the handing over to an open connection to the response's first byte, in milliseconds; null without one. */
  readonly latencyMs: number | null;
  /** Of the response's body; null without one. */
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
  /** Requests in flight at once, at most. The client bounds them (see openHttpClient), and nothing else does. */
  readonly concurrency: number;
  readonly rateLimit: RateLimit | null;
  /** Bounds one request, its response included. */
  readonly timeoutMs: number;
  /** Headers of every request; those that the client sets itself come before them. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly credentials: Readonly<Record<string, CredentialSettings>>;
  /** Bounds how long reads and token requests are repeated; within a minute if left out. */
  readonly repeatForMs?: number | undefined;
  readonly runtime: Runtime;
  readonly userAgent: string;
  /** Stops what waits and reads; writes in flight finish, and so do the reads that confirm them. */
  readonly signal?: AbortSignal | undefined;
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Told of everything that was sent, token requests included, with all secrets. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
  /** Answers in place of the network, such as from a recording. */
  readonly transport?: Pick<Transport, 'call' | 'close' | 'interrupt' | 'destroy'> | undefined;
}
