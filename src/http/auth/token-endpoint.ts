import { isRecord } from '../../model/record.js';
import { parseBaseUrl } from '../../model/base-url.js';
import { TransportError } from '../call.js';
import type { RequestName } from '../classify-response.js';
import type { ClientContext } from '../client-context.js';
import { excerptOf } from '../response-body.js';
import { HttpFailure, remedyFor, withoutResponse } from '../failure.js';
import type { CredentialSettings } from '../options.js';
import { bounded, Retries, tokenPolicy } from '../retries.js';
import { fitsHeader, variableWords } from './credential.js';

/** An access token and how long it lives, in milliseconds. */
export interface Token {
  readonly value: string;
  readonly lifeMs: number;
}

type TokenSettings = Extract<CredentialSettings, { readonly tokenUrl: string }>;

/** A token lives this long where the endpoint does not say (A6), in milliseconds. */
const usualLifeMs = 300_000;
/** A shorter life than this is not believed, in milliseconds: a token that nobody can use would be renewed without end. */
const shortestLifeMs = 1_000;
/** Nor a longer one: a token is renewed once a day at the least. */
const longestLifeMs = 86_400_000;
const maxTokenBytes = 1_000_000;

/**
 * Asks a token endpoint (RFC 6749 section 4.4) until it answers, within a minute. `form` makes the fields afresh for each
 * attempt. @throws HttpFailure token
 */
export async function requestToken(
  context: ClientContext,
  settings: TokenSettings,
  form: () => Promise<Readonly<Record<string, string>>>,
): Promise<Token> {
  const { runtime, name: provider } = context.options;
  const request = `POST ${settings.tokenUrl}`;
  const url = parseBaseUrl(settings.tokenUrl);
  if (!url.ok) throw tokenFailure(context, request, null, `the token URL ${url.reason}`);
  const name: RequestName = { provider, request, reads: true, origin: url.origin };
  const retries = new Retries(bounded(tokenPolicy, context.options), runtime, runtime.monotonic(), null);
  for (let attempt = 1; ; attempt += 1) {
    const fields = new URLSearchParams(await form());
    const outcome = await send(context, name, url.pathname, fields, attempt, retries.remaining());
    if (!(outcome instanceof HttpFailure)) return outcome;
    const wait = retries.waitAfter(outcome);
    if (wait === null) throw tokenFailure(context, request, outcome, wordsOf(outcome, settings));
    await context.sleep(wait, request, true);
  }
}

async function send(
  context: ClientContext,
  name: RequestName,
  path: string,
  fields: URLSearchParams,
  attempt: number,
  timeoutMs: number,
): Promise<Token | HttpFailure> {
  const sentAt = context.options.runtime.monotonic();
  const end = context.startAttempt({
    method: 'POST',
    path,
    attempt,
    sentAt,
    waitMs: 0,
    exchange: { kind: 'token', base: null, path, authorization: 'none', credential: null },
  });
  try {
    const response = await context.transport.call({
      origin: name.origin,
      path: path === '' ? '/' : path,
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': context.options.userAgent,
      },
      body: fields.toString(),
      maxBytes: maxTokenBytes,
      timeoutMs,
    });
    const classified = context.classifier.classify(name, response);
    end(response, classified.ok ? classified.requestId : classified.failure.requestId);
    if (!classified.ok) return classified.failure;
    const token = tokenIn(classified.body);
    if (token === null) {
      const words = `${name.request} was answered ${response.status} without a usable access_token`;
      throw tokenFailure(context, name.request, null, words);
    }
    context.redaction.add(token.value);
    return token;
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    end(null, null);
    return context.classifier.unanswered(name, error);
  }
}

/** The token that a body holds (RFC 6749 section 5.1); null where it holds none that can be sent. */
function tokenIn(body: unknown): Token | null {
  if (!isRecord(body)) return null;
  const value = body['access_token'];
  if (typeof value !== 'string' || !fitsHeader(value)) return null;
  return { value, lifeMs: lifeOf(body['expires_in']) };
}

function lifeOf(expiresIn: unknown): number {
  const seconds = typeof expiresIn === 'string' ? Number(expiresIn) : expiresIn;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return usualLifeMs;
  return Math.min(longestLifeMs, Math.max(shortestLifeMs, seconds * 1000));
}

/** A refusal is about what was sent: the variables it came from are named. */
function wordsOf(failure: HttpFailure, settings: TokenSettings): string {
  const refused = failure.status !== null && failure.status >= 400 && failure.status < 500;
  if (!refused || failure.kind === 'rate-limited') return failure.message;
  return `${failure.message}. The refused credential is in ${variableWords(settings)}.`;
}

function tokenFailure(
  context: ClientContext,
  request: string,
  cause: HttpFailure | null,
  words: string,
): HttpFailure {
  const { redact } = context.redaction;
  const message = redact(`${context.options.name}: no access token: ${words}`);
  const kind = cause === null || cause.kind === 'refused' ? 'token' : cause.kind;
  return new HttpFailure(message, {
    ...withoutResponse('token', request, 'no'),
    status: cause?.status ?? null,
    requestId: cause?.requestId ?? null,
    excerpt: cause?.excerpt ?? excerptOf(words, redact),
    shared: { key: message, message, remedy: remedyFor(kind) },
  });
}
