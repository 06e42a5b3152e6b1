import type { Runtime } from '../runtime.js';
import type { RawResponse, TransportError } from './call.js';
import { excerptOf, escapeControls } from './excerpt.js';
import { type FailureKind, HttpFailure, type Landed, noAnswer, type SharedCause } from './failure.js';
import { networkFault } from './network-fault.js';
import type { Redaction } from './redaction/redaction.js';
import { remedyFor } from './remedies.js';
import { parseRetryAfter } from './retry-after.js';

/** What a server's answer amounts to. */
export type Classified =
  | { readonly ok: true; readonly body: unknown; readonly requestId: string | null }
  | { readonly ok: false; readonly failure: HttpFailure };

/** The request an answer belongs to, in words without secrets, and whether it only reads. */
export interface RequestName {
  /** The provider's name. */
  readonly provider: string;
  /** Method and path. */
  readonly request: string;
  readonly reads: boolean;
  /** Where it goes. */
  readonly origin: string;
}

/** A shorter wait than this is none, in milliseconds: a server that asks for it again and again would be hammered. */
const leastWaitMs = 100;

const requestIdHeaders = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid'];

/** Turns answers and faults of the transport into values and failures. */
export class ResponseClassifier {
  readonly #redaction: Redaction;
  readonly #runtime: Runtime;

  constructor(redaction: Redaction, runtime: Runtime) {
    this.#redaction = redaction;
    this.#runtime = runtime;
  }

  /** 2xx with JSON or nothing in it is fine; anything else is a failure, and so is what the machine has no room for. */
  classify(name: RequestName, answer: RawResponse): Classified {
    try {
      return this.#classified(name, answer);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const landed = name.reads ? 'no' : 'unknown';
      return this.#failed(name, { ...answer, text: null }, 'garbled', landed, 'with too much to take in');
    }
  }

  #classified(name: RequestName, answer: RawResponse): Classified {
    const requestId = this.#requestId(answer);
    if (answer.status >= 200 && answer.status < 300) {
      const body = parse(answer.text);
      if (body.ok) return { ok: true, body: body.value, requestId };
      return this.#failed(
        name,
        answer,
        'garbled',
        name.reads ? 'no' : 'unknown',
        'with something that is not JSON',
      );
    }
    if (answer.status >= 300 && answer.status < 400) {
      return this.#failed(name, answer, 'redirect', name.reads ? 'no' : 'unknown', redirection(answer));
    }
    const kind = kindOf(answer.status);
    const landed = name.reads || kind !== 'server' ? 'no' : 'unknown';
    return this.#failed(name, answer, kind, landed, limitOf(answer));
  }

  /** A failure without an answer. */
  unanswered(name: RequestName, error: TransportError): HttpFailure {
    const landed: Landed = name.reads || !error.sent ? 'no' : 'unknown';
    const { kind, words, shared } = faultOf(error, name.origin);
    const told = shared === null ? null : this.#text(`${name.provider}: ${shared}`);
    const message = this.#text(`${name.provider}: ${name.request} ${words}`);
    return new HttpFailure(message, {
      ...noAnswer(kind, name.request, landed),
      shared: sharedCause(name, kind, null, told ?? message),
    });
  }

  #failed(
    name: RequestName,
    answer: RawResponse,
    kind: FailureKind,
    landed: Landed,
    words: string,
  ): Classified {
    const excerpt = kind === 'redirect' ? null : excerptOf(answer.text ?? '', this.#redaction.redact);
    const requestId = this.#requestId(answer);
    const said = excerpt === null ? '' : `: ${excerpt}`;
    const id = requestId === null ? '' : ` (request id ${requestId})`;
    const detail = words === '' ? '' : ` ${words}`;
    const message = `${name.provider}: ${name.request} was answered ${answer.status}${detail}${said}${id}`;
    const asked = parseRetryAfter(answer.header('retry-after'), this.#runtime.now());
    const retryAfterMs = asked === null || asked < leastWaitMs ? null : asked;
    const text = this.#text(message);
    return {
      ok: false,
      failure: new HttpFailure(text, {
        ...noAnswer(kind, name.request, landed),
        shared: sharedCause(name, kind, answer.status, text),
        status: answer.status,
        requestId,
        excerpt,
        retryAfterMs,
      }),
    };
  }

  #requestId(answer: RawResponse): string | null {
    for (const name of requestIdHeaders) {
      const value = answer.header(name);
      if (value !== undefined && value !== '')
        return escapeControls(this.#redaction.redact(value)).slice(0, 100);
    }
    return null;
  }

  #text(message: string): string {
    return this.#redaction.redact(message);
  }
}

function parse(text: string | null): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  if (text === null) return { ok: false };
  if (text.trim() === '') return { ok: true, value: null };
  if (isNestedDeeply(text)) return { ok: false };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false };
    throw error;
  }
}

/** Levels of nesting above which JSON is not read: whatever recurses into it would run out of stack. */
const maxDepth = 100;
const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [34, 92, 91, 93, 123, 125];

/** Whether brackets outside of strings nest too deeply; the text need not be JSON. */
function isNestedDeeply(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === openBracket || code === openBrace) depth += 1;
    else if (code === closeBracket || code === closeBrace) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/** Where the string that starts at `start` is closed: most of an answer is strings, and this leaps over them. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes += 1;
  return backslashes % 2 === 1;
}

function kindOf(status: number): FailureKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rate-limited';
  return status >= 400 && status < 500 ? 'refused' : 'server';
}

/** Only the origin: the rest of a location may carry what must not be shown. */
function redirection(answer: RawResponse): string {
  const location = answer.header('location') ?? '';
  if (!URL.canParse(location)) return '(a redirect, which is never followed; check the configured url)';
  return `(a redirect to ${new URL(location).origin}, which is never followed; check the configured url)`;
}

function limitOf(answer: RawResponse): string {
  const limit = answer.header('x-ratelimit-limit');
  return answer.status === 429 && limit !== undefined ? `(limit ${escapeControls(limit).slice(0, 40)})` : '';
}

/** What a request without an answer met: in words of this request, and (where there are any) of the server. */
function faultOf(
  error: TransportError,
  origin: string,
): { readonly kind: FailureKind; readonly words: string; readonly shared: string | null } {
  switch (error.fault) {
    case 'timeout':
      return error.sent
        ? { kind: 'timeout', words: 'was not answered in time', shared: `${origin} does not answer in time` }
        : {
            kind: 'timeout',
            words: 'found no connection in time',
            shared: `no connection to ${origin} in time`,
          };
    case 'too-large':
      return { kind: 'too-large', words: 'was answered with more than may be read', shared: null };
    case 'interrupted':
      return { kind: 'interrupted', words: 'was broken off by an interrupt', shared: null };
    case 'network': {
      const { kind, words } = networkFault(error.cause instanceof Error ? error.cause : new Error(''));
      if (error.proxy !== null && !error.sent && kind !== 'certificate') {
        const shared = `the proxy in ${error.proxy} does not lead to ${origin}: ${words}`;
        return { kind: 'proxy', words: `could not be sent: ${shared}`, shared };
      }
      switch (kind) {
        case 'certificate': {
          const shared = `the certificate of ${origin} is not trusted: ${words}`;
          return { kind, words: `was not sent: ${shared}`, shared };
        }
        case 'unreachable': {
          const shared = `${origin} cannot be reached: ${words}`;
          return { kind, words: `could not be sent: ${shared}`, shared };
        }
        case 'network':
          return {
            kind,
            words: error.sent ? `got no answer: ${words}` : `could not be sent: ${words}`,
            shared: `connections to ${origin} break: ${words}`,
          };
      }
    }
  }
}

/** Failures with the same cause: of the same server without an answer, of the same provider and status with one. */
function sharedCause(
  { provider, origin }: RequestName,
  kind: FailureKind,
  status: number | null,
  message: string,
): SharedCause {
  const what = status === null ? message : `${provider} ${origin} ${status}`;
  return { key: `${kind} ${what}`, message, remedy: remedyFor(kind) };
}
