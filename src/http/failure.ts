export type FailureKind =
  /** 401 even with a fresh token: nothing more is sent with this credential. */
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  /** Any other 4xx. */
  | 'refused'
  /** 429, and waiting longer is not allowed. */
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
  | 'redirect'
  /** The token endpoint gave no token. */
  | 'token'
  /** An environment variable is absent, empty or unusable. */
  | 'missing-variable'
  | 'interrupted';

/** Whether a request that failed may have taken effect. */
export type Landed = 'no' | 'unknown';

/** What a failure has in common with others: told once, however many requests it touched. */
export interface SharedCause {
  /** Equal for failures with the same cause. */
  readonly key: string;
  /** What happened, as it may be said of all of them. */
  readonly message: string;
  /** What to do; null where the message says it. */
  readonly remedy: string | null;
}

export interface FailureDetails {
  readonly kind: FailureKind;
  /** Method and path, without secrets. */
  readonly request: string;
  /** Null where no answer came. */
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
}

/** A request that did not succeed. Its message names the request and the server's words, and holds no secret. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind: FailureKind;
  readonly request: string;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly excerpt: string | null;
  readonly landed: Landed;
  readonly retryAfterMs: number | null;
  readonly variable: string | null;
  readonly shared: SharedCause | null;

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
  }
}

/** The details of a failure that came before any answer, to be spread and amended. */
export function noAnswer(kind: FailureKind, request: string, landed: Landed): FailureDetails {
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
