import { version } from '../../generated/version.js';
import { type HttpClient, openHttpClient } from '../../http/client.js';
import type { Exchange } from '../../http/exchange.js';
import type { FailureKind } from '../../http/failure.js';
import type { CredentialSettings, HttpOptions } from '../../http/options.js';
import type { ProbeAnswer, ProbeRequest } from '../../http/probe.js';
import { parseJsonBody } from '../../http/response-body.js';
import type { ProviderSettings, RateLimit } from '../../model/settings.js';
import type { SeenAnswer } from '../../providers/doctor.js';
import { httpOptionsOf } from '../../providers/http-options.js';
import type { CommandContext } from '../context.js';
import { askAgain } from './ask-again.js';
import type { ProviderCase } from './provider-case.js';

/** Few requests at once, and a pace that no server calls too fast: limits differ from what is documented. */
const MOST_AT_ONCE = 4;
const GENTLE = { requests: 8, perMs: 1000 };
/** Failing reads and token requests are repeated for so long, in milliseconds. */
const REPEAT_MS = 5_000;
/** A server that says nothing for so long is taken for dead, in milliseconds. */
const ANSWER_MS = 6_000;

/** Where a case's exchanges come from and go to, beside the network. */
export interface Wires {
  /** In place of the network: a recording. */
  readonly transport?: HttpOptions['transport'];
  /** In place of those that the settings name. */
  readonly credentials?: HttpOptions['credentials'];
  /** Told of the client before it sends anything. */
  readonly onOpen?: ((client: HttpClient) => void) | undefined;
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** What a token endpoint was seen to answer. */
export interface SeenToken {
  readonly status: number;
  readonly body: unknown;
}

/** A case with an open client, and everything that came back so far. */
export interface OpenCase extends ProviderCase {
  readonly client: HttpClient;
  readonly seen: readonly SeenAnswer[];
  readonly tokens: readonly SeenToken[];
  /** How far this machine's clock is ahead of the server's, in milliseconds; null while no answer says. */
  readonly clockAheadMs: () => number | null;
  /** Sends one GET; none to a base that fell silent. @throws HttpFailure interrupted */
  readonly ask: (request: ProbeRequest) => Promise<ProbeAnswer>;
  /** What made a base fall silent: no answer came, or one that asks to wait; null while all answer. */
  readonly silence: () => ProbeAnswer | null;
}

/** Opens the client of a case. Sends nothing. */
export function openCase(
  subject: ProviderCase,
  context: Pick<CommandContext, 'runtime' | 'signal' | 'events'>,
  wires: Wires = {},
): OpenCase {
  const { settings, module } = subject;
  const seen: SeenAnswer[] = [];
  const tokens: SeenToken[] = [];
  const clock: { aheadMs: number | null } = { aheadMs: null };
  const silent = new Map<string, ProbeAnswer>();
  const options = httpOptionsOf(settings, module.traits);
  const client = openHttpClient({
    ...doctorOptions(settings, context),
    ...options,
    credentials: wires.credentials ?? options.credentials,
    transport: wires.transport,
    onExchange: (exchange) => {
      wires.onExchange?.(exchange);
      const { response, kind } = exchange;
      if (response === null) return;
      const body = parseJsonBody(response.text);
      clock.aheadMs ??= aheadOf(response.header('date'), exchange);
      if (kind === 'token') tokens.push({ status: response.status, body });
      else seen.push(answerOf(exchange, response, body));
    },
  });
  return {
    ...subject,
    client,
    seen,
    tokens,
    clockAheadMs: () => clock.aheadMs,
    ask: askUntilSilent((request) => askAgain(client.probing, request, context), silent),
    silence: () => [...silent.values()][0] ?? null,
  };
}

/** The options of a client that only asks whether an origin answers: each origin is a base of that name. */
export function originOptions(
  settings: ProviderSettings,
  origins: readonly string[],
  context: Pick<CommandContext, 'runtime' | 'signal' | 'events'>,
): HttpOptions {
  // It is never read: only an invalid credential is sent.
  const unread: CredentialSettings = { method: 'bearer', token: { env: '' }, setting: '' };
  return {
    ...doctorOptions(settings, context),
    bases: Object.fromEntries(origins.map((origin) => [origin, origin])),
    credentials: { [settings.name]: unread },
  };
}

/** What the settings say, but not faster than gently: a burst that they allow may be too much for the API. */
function gentlePace(declared: RateLimit | null): RateLimit {
  const isSlow = declared !== null && declared.requests / declared.perMs < GENTLE.requests / GENTLE.perMs;
  return isSlow ? declared : GENTLE;
}

function doctorOptions(
  { name, concurrency, rateLimit, timeoutMs }: ProviderSettings,
  { runtime, signal, events }: Pick<CommandContext, 'runtime' | 'signal' | 'events'>,
): Omit<HttpOptions, 'bases' | 'credentials'> {
  return {
    name,
    concurrency: Math.min(concurrency, MOST_AT_ONCE),
    rateLimit: gentlePace(rateLimit),
    timeoutMs: Math.min(timeoutMs, ANSWER_MS),
    repeatForMs: REPEAT_MS,
    runtime,
    userAgent: `rolecall/${version}`,
    signal,
    onRequest: ({ provider, method, path, status, ms, attempt, waitMs }) =>
      events({ kind: 'request', provider, method, path, status, ms, attempt, waitMs }),
  };
}

function answerOf(
  { base, path, authorization }: Exchange,
  response: NonNullable<Exchange['response']>,
  body: unknown,
): SeenAnswer {
  return {
    base: base ?? 'default',
    path,
    invalidCredential: authorization === 'invalid',
    status: response.status,
    headers: response.headers(),
    body,
  };
}

/** By the Date header (RFC 9110 section 6.6.1), which counts whole seconds. */
function aheadOf(date: string | undefined, { at, ms }: Exchange): number | null {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return null;
  const [earliest, latest] = [at - (theirs + 999), at + ms - theirs];
  if (earliest > 0) return earliest;
  return latest < 0 ? latest : 0;
}

/** Failures that say nothing of whether the base answers to another credential. */
const ofOneRequest: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'missing-variable',
  'unrecorded',
  'token',
]);

function askUntilSilent(ask: OpenCase['ask'], silent: Map<string, ProbeAnswer>): OpenCase['ask'] {
  return async (request) => {
    const base = request.base ?? 'default';
    const known = silent.get(base);
    if (known !== undefined) return known;
    const answer = await ask(request);
    const isSilent = answer.failure !== undefined && !ofOneRequest.has(answer.failure.kind);
    // Whoever asks to wait long, or again and again, is not asked any more.
    if (isSilent || answer.status === 429) silent.set(base, answer);
    return answer;
  };
}
