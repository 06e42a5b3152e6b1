import type { ReadCause } from '../model/live.js';

export type FailureKind =
  /** 401 even with a fresh token: nothing more is sent with this credential. */
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  /** Any other 4xx. */
  | 'refused'
  /** 429, or 403 that says how long to wait; waiting longer is not allowed. */
  | 'rate-limited'
  /** 5xx. */
  | 'server'
  /** The connection broke. */
  | 'network'
  /** No connection: the name does not resolve, or nobody is there. */
  | 'unreachable'
  /** The server's certificate is not trusted; never repeated. */
  | 'certificate'
  /** The proxy in use cannot be reached, or refuses. */
  | 'proxy'
  | 'timeout'
  /** Not JSON. */
  | 'garbled'
  | 'too-large'
  /** A recording stands in for the API and holds no answer. */
  | 'unrecorded'
  | 'redirect'
  /** The token endpoint gave no token. */
  | 'token'
  /** An environment variable is absent, empty or unusable. */
  | 'missing-variable'
  | 'interrupted';

/** Whether a request that failed may have taken effect. */
export type Landed = 'no' | 'unknown';

/** What a failure has in common with others: told once, however many requests it touched. */
export type SharedCause = ReadCause;

/** A request that did not succeed. Its message names the request and the server's words, and holds no secret. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind: FailureKind;
  /** Method and path, without secrets. */
  readonly request: string;
  /** Null where no response came. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** What the server said: escaped, shortened, without secrets; null if it said nothing. */
  readonly excerpt: string | null;
  readonly landed: Landed;
  /** How long the server wants us to wait, where it said so. */
  readonly retryAfterMs: number | null;
  /** The environment variable that is missing; only with `missing-variable`. */
  readonly variable: string | null;
  /** Null where the failure is one of its own. */
  readonly shared: SharedCause | null;
  /** Kept out of what is printed of an error. */
  readonly #body: unknown;

  constructor(message: string, details: FailureDetails) {
    super(message);
    this.kind = details.kind;
    this.request = details.request;
    this.status = details.status;
    this.requestId = details.requestId;
    this.excerpt = details.excerpt;
    this.landed = details.landed;
    this.retryAfterMs = details.retryAfterMs;
    this.variable = details.variable;
    this.shared = details.shared;
    this.#body = details.body ?? null;
  }

  /** The answer's JSON, as it came: it may hold anything, and is for comparing only. Null where there is none. */
  get body(): unknown {
    return this.#body;
  }
}

/** What a failure says beside its message. */
export type FailureDetails = Omit<HttpFailure, keyof Error | 'body'> & { readonly body?: unknown };

/** The details of a failure without a response, to be spread and amended. */
export function withoutResponse(kind: FailureKind, request: string, landed: Landed): FailureDetails {
  return {
    kind,
    request,
    landed,
    status: null,
    requestId: null,
    excerpt: null,
    retryAfterMs: null,
    variable: null,
    shared: null,
  };
}

/**
 * What to do about a failure of this kind, in one sentence or two; null where its message says it, or nothing can be
 * done.
 */
export function remedyFor(kind: FailureKind): string | null {
  switch (kind) {
    case 'certificate':
      return 'If a private authority signed it, or your network inspects TLS, set NODE_EXTRA_CA_CERTS to a file with the certificate of that authority.';
    case 'unreachable':
      return 'Check the url in rolecall.yaml and your network. If your network requires a proxy, set HTTPS_PROXY.';
    case 'proxy':
      return 'Check the proxy in that variable, or list the hosts to reach without it in NO_PROXY.';
    case 'network':
    case 'timeout':
      return 'Check your network, then run the command again.';
    case 'server':
      return 'The fault is on the server: run the command again later.';
    case 'rate-limited':
      return 'Run the command again later, or set rateLimit and a lower concurrency for this provider.';
    case 'forbidden':
      return 'The credential may not read this: give its user the permission, or use another credential.';
    case 'not-found':
      return 'It does not exist, or this credential cannot see it: check the ids in the documents and the url in rolecall.yaml.';
    case 'garbled':
      return 'Something other than the API answered: check the url in rolecall.yaml, and whether a login page or proxy answers in its place.';
    case 'unauthorized':
    case 'token':
      return 'Check that the value is complete, has not expired and belongs to this url.';
    case 'unrecorded':
      return 'Record again with this version of rolecall.';
    case 'conflict':
    case 'refused':
    case 'too-large':
    case 'redirect':
    case 'missing-variable':
    case 'interrupted':
      return null;
  }
}
