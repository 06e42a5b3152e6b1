import type { Runtime } from '../runtime.js';
import type { RawResponse, TransportError } from './call.js';
import { escapeControls, excerptOf, parseJsonBody } from './response-body.js';
import type { FailureDetails, FailureKind, SharedCause } from './failure.js';
import { HttpFailure, remedyFor, withoutResponse } from './failure.js';
import { describeUnanswered } from './network-fault.js';
import type { Redaction } from './redaction/redaction.js';
import { isRateLimit, waitAskedFor } from './rate-limited.js';

/** What a response amounts to. */
export type Classified =
  | { readonly ok: true; readonly body: unknown; readonly requestId: string | null }
  | { readonly ok: false; readonly failure: HttpFailure };

/** The request that a response belongs to, in words without secrets. */
export interface RequestName {
  /** The provider's name. */
  readonly provider: string;
  /** Method and path. */
  readonly request: string;
  /** Whether it only reads. */
  readonly reads: boolean;
  /** Where it goes. */
  readonly origin: string;
}

const requestIdHeaders = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid'];

/** Turns responses and faults of the transport into values and failures. */
export class ResponseClassifier {
  constructor(
    private readonly redaction: Redaction,
    private readonly runtime: Runtime,
  ) {}

  /** 2xx with JSON or without a body succeeds. Anything else is a failure, and so is a body that memory has no room for. */
  classify(name: RequestName, response: RawResponse): Classified {
    try {
      return this.#classify(name, response);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return this.#failed(
        name,
        { ...response, text: null },
        'garbled',
        'with a body that does not fit into memory',
      );
    }
  }

  #classify(name: RequestName, response: RawResponse): Classified {
    const { status } = response;
    if (status >= 300 && status < 400)
      return this.#failed(name, response, 'redirect', redirectWords(response));
    if (status < 200 || status >= 400)
      return this.#failed(name, response, this.#kindOf(response), limitWords(response));
    const body = parseJsonBody(response.text);
    return body === undefined
      ? this.#failed(name, response, 'garbled', 'with something that is not JSON')
      : { ok: true, body, requestId: this.#requestId(response) };
  }

  /** The failure of a request that got no response. */
  unanswered(name: RequestName, error: TransportError): HttpFailure {
    const { kind, words, shared } = describeUnanswered(error, name.origin);
    const message = this.redaction.redact(`${name.provider}: ${name.request} ${words}`);
    const cause = shared === null ? message : this.redaction.redact(`${name.provider}: ${shared}`);
    return new HttpFailure(message, {
      ...withoutResponse(kind, name.request, name.reads || !error.sent ? 'no' : 'unknown'),
      shared: sharedCause(name, kind, null, cause),
    });
  }

  #failed(name: RequestName, response: RawResponse, kind: FailureKind, words: string): Classified {
    const { status } = response;
    const excerpt = kind === 'redirect' ? null : excerptOf(response.text ?? '', this.redaction.redact);
    const requestId = this.#requestId(response);
    const said = excerpt === null ? '' : `: ${excerpt}`;
    const id = requestId === null ? '' : ` (request id ${requestId})`;
    const detail = words === '' ? '' : ` ${words}`;
    const message = this.redaction.redact(
      `${name.provider}: ${name.request} was answered ${status}${detail}${said}${id}`,
    );
    const details: FailureDetails = {
      ...withoutResponse(kind, name.request, name.reads || !mayHaveLanded.has(kind) ? 'no' : 'unknown'),
      shared: sharedCause(name, kind, status, message),
      status,
      requestId,
      excerpt,
      retryAfterMs: waitAskedFor(response, this.runtime.now()),
      body: parseJsonBody(response.text) ?? null,
    };
    return { ok: false, failure: new HttpFailure(message, details) };
  }

  #kindOf(response: RawResponse): FailureKind {
    return isRateLimit(response, this.runtime.now()) ? 'rate-limited' : kindOf(response.status);
  }

  #requestId(response: RawResponse): string | null {
    const value = requestIdHeaders.map((name) => response.header(name)).find((each) => each);
    return value === undefined ? null : escapeControls(this.redaction.redact(value)).slice(0, 100);
  }
}

/** Responses that do not tell whether a write took effect. */
const mayHaveLanded: ReadonlySet<FailureKind> = new Set<FailureKind>(['garbled', 'redirect', 'server']);

function kindOf(status: number): FailureKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409) return 'conflict';
  return status >= 400 && status < 500 ? 'refused' : 'server';
}

/** Names only the origin: the rest of a location may carry what must not be shown. */
function redirectWords(response: RawResponse): string {
  const location = response.header('location') ?? '';
  const target = URL.canParse(location) ? `a redirect to ${new URL(location).origin}` : 'a redirect';
  return `(${target}, which is never followed; check the configured url)`;
}

function limitWords({ status, header }: RawResponse): string {
  const limit = status === 429 ? header('x-ratelimit-limit') : undefined;
  return limit === undefined ? '' : `(limit ${escapeControls(limit).slice(0, 40)})`;
}

/** Failures have the same cause where they are of the same server without a response, or of the same server and status. */
function sharedCause(
  { provider, origin }: RequestName,
  kind: FailureKind,
  status: number | null,
  message: string,
): SharedCause {
  const what = status === null ? message : `${provider} ${origin} ${status}`;
  const cause = { key: `${kind} ${what}`, message, remedy: remedyFor(kind) };
  return kind === 'forbidden' ? { ...cause, forbidden: true } : cause;
}
