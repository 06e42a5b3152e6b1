import type { Exchange } from '../http/exchange.js';
import { parseJsonBody } from '../http/response-body.js';
import type { DocumentedAnswer, Shape } from '../providers/answer.js';
import { documentedAnswer } from '../providers/documented-answer.js';
import type { Piece, Redacted } from './live-values.js';
import { mediaTypeOf, redactHeaders } from './redact-headers.js';
import { lostText, type RedactionContext, redactJson } from './redact-json.js';
import { redactPath } from './redact-path.js';

/** An exchange as it is kept from the moment it was seen: it holds nothing live but what placeholders stand for. */
export interface CapturedExchange {
  readonly method: string;
  /** The origin that stands for the real one. */
  readonly origin: string;
  readonly path: readonly Piece[];
  readonly credential: Exchange['authorization'];
  /** Null where no response came. */
  readonly response: CapturedResponse | null;
}

interface CapturedResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, readonly Piece[]])[];
  readonly mediaType: string;
  /** A text stands for a body that is no JSON. */
  readonly body: Redacted | string;
}

export interface CaptureContext extends RedactionContext {
  readonly answers: readonly DocumentedAnswer[];
  readonly originOf: (base: string | null) => string;
}

/** What a token endpoint is documented to answer (RFC 6749, sections 5.1 and 5.2). */
const tokenAnswer: Shape = {
  fields: {
    access_token: { types: ['string'], means: 'other' },
    token_type: { types: ['string'], means: 'word' },
    expires_in: { types: ['number'], means: 'count' },
    error: { types: ['string'], means: 'word' },
    error_description: { types: ['string'], means: 'other' },
    error_uri: { types: ['string'], means: 'other' },
  },
};

const tokenWords = new Set(
  'bearer invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type invalid_scope'.split(
    ' ',
  ),
);

/** Takes out of an exchange what a recording does not hold. */
export function captured(exchange: Exchange, context: CaptureContext): CapturedExchange {
  const { method, kind, base, path, authorization, response } = exchange;
  return {
    method,
    origin: context.originOf(base),
    path: kind === 'token' ? ['/token'] : redactPath(path, context),
    credential: authorization,
    response: response === null ? null : capturedResponse(exchange, response, context),
  };
}

function capturedResponse(
  { kind, path }: Exchange,
  { status, headers, header, text }: NonNullable<Exchange['response']>,
  context: CaptureContext,
): CapturedResponse {
  const answered = {
    status,
    headers: redactHeaders(headers(), context),
    mediaType: mediaTypeOf(header('content-type')),
  };
  if (kind === 'token') {
    const words = { ...context.words, isWord: (word: string) => tokenWords.has(word.toLowerCase()) };
    return { ...answered, body: redactBody(text, tokenAnswer, { ...context, words }) };
  }
  const documented = status >= 200 && status < 300 ? documentedAnswer(context.answers, path) : undefined;
  return { ...answered, body: redactBody(text, documented?.body ?? null, context) };
}

function redactBody(text: string | null, shape: Shape | null, context: RedactionContext): Redacted | string {
  if (text?.trim() === '') return '';
  const json = parseJsonBody(text);
  return json === undefined ? lostText : redactJson(json, shape, context);
}
