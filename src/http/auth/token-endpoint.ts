import { checkedBaseUrl } from '../base-url.js';
import { type RawResponse, TransportError } from '../call.js';
import { excerptOf } from '../excerpt.js';
import { HttpFailure, noAnswer } from '../failure.js';
import type { ClientContext } from '../client-context.js';
import type { ClientCredentialsSettings, PrivateKeySettings } from '../options.js';
import { remedyFor } from '../remedies.js';
import { RetryBudget, readBudgetMs } from '../retry-budget.js';
import type { RequestName } from '../classify-response.js';
import { fitsHeader } from './credential.js';
import { variableWords } from './variables.js';

/** An access token and how long it lives, in milliseconds. */
export interface Token {
  readonly value: string;
  readonly lifeMs: number;
}

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
  settings: ClientCredentialsSettings | PrivateKeySettings,
  form: () => Promise<Readonly<Record<string, string>>>,
): Promise<Token> {
  const { runtime } = context.options;
  const { tokenUrl } = settings;
  const url = checkedBaseUrl(tokenUrl);
  const request = `POST ${tokenUrl}`;
  if (!url.ok) throw tokenFailure(context, request, null, `the token URL ${url.reason}`);
  const name: RequestName = { provider: context.options.name, request, reads: true, origin: url.origin };
  const budget = new RetryBudget(runtime, readBudgetMs, runtime.monotonic());
  for (let attempt = 1; ; attempt += 1) {
    const failure = await ask(attempt);
    if (!(failure instanceof HttpFailure)) return failure;
    const wait = repeats(failure) ? budget.nextWait(failure) : null;
    if (wait === null) throw tokenFailure(context, request, failure, wordsOf(failure, settings));
    await context.sleep(wait, request, false);
  }

  async function ask(attempt: number): Promise<Token | HttpFailure> {
    if (!url.ok) throw new Error(url.reason);
    const fields = new URLSearchParams(await form());
    const timer = context.started({
      kind: 'token',
      method: 'POST',
      path: url.pathname,
      attempt,
      sentAt: runtime.monotonic(),
      waitMs: 0,
    });
    try {
      const answer = await context.transport.call({
        origin: url.origin,
        path: url.pathname === '' ? '/' : url.pathname,
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': context.options.userAgent,
        },
        body: fields.toString(),
        maxBytes: maxTokenBytes,
        timeoutMs: budget.remaining(),
      });
      const outcome = read(answer);
      timer(answer, outcome instanceof HttpFailure ? outcome.requestId : null);
      return outcome;
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      timer(null, null);
      return context.classifier.unanswered(name, error);
    }
  }

  function read(answer: RawResponse): Token | HttpFailure {
    const classified = context.classifier.classify(name, answer);
    if (!classified.ok) return classified.failure;
    const body = classified.body;
    const value = isObject(body) ? body['access_token'] : undefined;
    if (typeof value !== 'string' || !fitsHeader(value)) {
      return tokenFailure(
        context,
        request,
        null,
        `${request} was answered ${answer.status} without a usable access_token`,
      );
    }
    context.redaction.add(value);
    return { value, lifeMs: lifeOf(isObject(body) ? body['expires_in'] : undefined) };
  }
}

function repeats(failure: HttpFailure): boolean {
  const passing = ['rate-limited', 'server', 'network', 'unreachable', 'proxy', 'timeout', 'garbled'];
  return passing.includes(failure.kind);
}

/** A refusal is about what was sent: the variables it came from are named. */
function wordsOf(failure: HttpFailure, settings: ClientCredentialsSettings | PrivateKeySettings): string {
  const refused = failure.status !== null && failure.status >= 400 && failure.status < 500;
  if (!refused || failure.kind === 'rate-limited') return failure.message;
  return `${failure.message}. The refused credential is in ${variableWords(settings)}.`;
}

function lifeOf(expiresIn: unknown): number {
  const seconds = typeof expiresIn === 'string' ? Number(expiresIn) : expiresIn;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return usualLifeMs;
  return Math.min(longestLifeMs, Math.max(shortestLifeMs, seconds * 1000));
}

function tokenFailure(
  context: ClientContext,
  request: string,
  cause: HttpFailure | null,
  words: string,
): HttpFailure {
  const details = {
    ...noAnswer('token', request, 'no'),
    status: cause?.status ?? null,
    requestId: cause?.requestId ?? null,
  };
  const excerpt = cause?.excerpt ?? excerptOf(words, context.redaction.redact);
  const message = context.redaction.redact(`${context.options.name}: no access token: ${words}`);
  const kind = cause === null || cause.kind === 'refused' ? 'token' : cause.kind;
  const remedy = remedyFor(kind);
  return new HttpFailure(message, { ...details, excerpt, shared: { key: message, message, remedy } });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
