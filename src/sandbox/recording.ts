import type { SandboxRequest } from './messages.js';

/** One request that the sandbox received, without its credentials. */
export interface RecordedRequest {
  readonly method: string;
  /** As it was sent: percent-encoded, without the query. */
  readonly path: string;
  /** As it was sent, without the question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as text; empty for token requests. */
  readonly body: string;
  /** The status answered; 0 where the connection was cut. */
  readonly status: number;
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
}

const secretHeaders = ['authorization', 'cookie', 'proxy-authorization'];

/** Keeps the last requests, `limit` of them or a little more, at a constant cost each. */
export class Recording {
  readonly requests: RecordedRequest[] = [];
  readonly #secret: ReadonlySet<string>;

  /** @param secret further headers that carry credentials, in lower case */
  constructor(
    private readonly limit: number,
    secret: readonly string[],
  ) {
    this.#secret = new Set([...secretHeaders, ...secret]);
  }

  /** @param status the status answered; 0 where the connection was cut */
  add(request: SandboxRequest, status: number, at: number): void {
    const { method, path, rawQuery, headers } = request;
    const shown: Record<string, string | readonly string[] | undefined> = {};
    for (const name in headers) shown[name] = this.#secret.has(name) ? '[redacted]' : headers[name];
    const form = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
    this.requests.push({
      method,
      path,
      query: rawQuery,
      headers: shown,
      body: form ? '' : request.body,
      status,
      at,
    });
    if (this.requests.length >= this.limit * 1.25) this.requests.splice(0, this.requests.length - this.limit);
  }

  clear(): void {
    this.requests.length = 0;
  }
}
