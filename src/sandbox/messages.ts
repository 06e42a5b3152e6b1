import type { IncomingHttpHeaders } from 'node:http';

/** One request as the handlers see it: the path still percent-encoded, the body whole. */
export interface SandboxRequest {
  readonly method: string;
  readonly path: string;
  /** The query as it was sent, without the question mark. */
  readonly rawQuery: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The origin that the client addressed, from its Host header, such as `http://127.0.0.1:4010`. */
  readonly origin: string;
}

/** A JSON object whose members are still unknown. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What the sandbox answers: a status, extra headers, and a JSON body or plain text. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
}

/** A request that is refused with an HTTP status; each API gives it the body that its own errors have. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.headers = headers;
  }
}
