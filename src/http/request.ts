export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  readonly method: Method;
  /** Which configured base URL; `default` if left out. */
  readonly base?: string | undefined;
  /** Percent-encoded, with its query; starts with `/` and is appended to the base. */
  readonly path: string;
  /** Sent as JSON. Never with GET. */
  readonly body?: unknown;
  /** A key of the options' `credentials`. */
  readonly credential: string;
  /** Sent even after an interrupt: a read that shows what became of a write in flight. */
  readonly confirmsWrite?: boolean | undefined;
}

/** Keeps account of the attempts at a request. */
export interface SendJournal {
  /**
   * Resolves once the attempt may leave; where it rejects, nothing is sent and the request fails with that error.
   * The path is the one that is sent, the base's included and without secrets.
   */
  readonly before: (path: string) => Promise<void>;
  /** What the attempt came to; nulls where no response came. */
  readonly after: (status: number | null, requestId: string | null) => void;
}

/** A response with a 2xx status. */
export interface HttpResponse {
  readonly status: number;
  /** Parsed JSON; null where the body was empty. */
  readonly body: unknown;
  readonly requestId: string | null;
  readonly attempts: number;
  /** By lower-case name; left out where a response has no headers. */
  readonly header?: (name: string) => string | undefined;
}

/** Reads, and cannot do anything else: `get` throws on any other method before anything is sent. */
export interface ReadClient {
  /** Repeats what is safe to repeat, within a minute. @throws HttpFailure */
  readonly get: (request: HttpRequest) => Promise<HttpResponse>;
}

/** Also writes. Only apply makes one. */
export interface WriteClient extends ReadClient {
  /**
   * Repeats only what surely did not land (429, 401); the caller resolves the rest by reading. The journal is told of
   * every attempt, repetitions included. @throws HttpFailure
   */
  readonly send: (request: HttpRequest, journal?: SendJournal) => Promise<HttpResponse>;
}
