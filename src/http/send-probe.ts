import type { CredentialState } from './auth/credential-pool.js';
import { type RawResponse, TransportError } from './call.js';
import type { RequestName } from './classify-response.js';
import type { ClientContext } from './client-context.js';
import { exchangeOf } from './exchange.js';
import { HttpFailure } from './failure.js';
import { invalidCredential, type ProbeAnswer, type ProbeRequest } from './probe.js';
import type { Target } from './request-run.js';
import { isRateLimit, waitAskedFor } from './rate-limited.js';
import { parseJsonBody } from './response-body.js';

const maxResponseBytes = 64_000_000;
/** A server that says nothing for so long is down for whoever waits for a doctor, in milliseconds. */
const longestProbeMs = 8_000;

/** Sends one GET and returns whatever it is answered. @throws HttpFailure interrupted */
export async function sendProbe(
  context: ClientContext,
  credential: CredentialState,
  target: Target,
  request: ProbeRequest,
): Promise<ProbeAnswer> {
  const { options, classifier, pacer, redaction } = context;
  const name: RequestName = {
    provider: options.name,
    request: `GET ${redaction.redact(target.path)}`,
    reads: true,
    origin: target.origin,
  };
  try {
    const authorization = await authorize(context, credential, request, name.request);
    const response = await send(context, { credential, authorization, target, request });
    const now = options.runtime.now();
    if (isRateLimit(response, now)) {
      pacer.throttled(options.runtime.monotonic(), waitAskedFor(response, now));
      // A 403 would be taken for a refusal by whoever looks at the status alone.
      const classified = classifier.classify(name, response);
      if (response.status === 403 && !classified.ok) return { failure: classified.failure };
    }
    return { status: response.status, headers: response.headers(), body: parseJsonBody(response.text) };
  } catch (error) {
    const failure = error instanceof TransportError ? classifier.unanswered(name, error) : error;
    if (failure instanceof HttpFailure && failure.kind !== 'interrupted') return { failure };
    throw failure;
  }
}

/** The header's value, once it is this request's turn. */
async function authorize(
  context: ClientContext,
  credential: CredentialState,
  request: ProbeRequest,
  name: string,
): Promise<string> {
  const isInterrupted = (): boolean => context.options.signal?.aborted === true;
  const value = (): string | null =>
    request.authorization === 'invalid' ? invalidCredential(credential.header) : credential.value();
  for (;;) {
    if (isInterrupted()) throw context.interrupted(name);
    if (value() === null) await credential.ready();
    const came = await context.pacer.turn(() => value() !== null || isInterrupted());
    const authorization = value();
    if (came !== 'again' && authorization !== null && !isInterrupted()) return authorization;
  }
}

async function send(
  context: ClientContext,
  {
    credential,
    authorization,
    target: { origin, path },
    request,
  }: {
    readonly credential: CredentialState;
    readonly authorization: string;
    readonly target: Target;
    readonly request: ProbeRequest;
  },
): Promise<RawResponse> {
  const { options, transport } = context;
  const end = context.startAttempt({
    method: 'GET',
    path,
    attempt: 1,
    sentAt: options.runtime.monotonic(),
    waitMs: 0,
    exchange: exchangeOf(request, request.authorization ?? 'own'),
  });
  try {
    const response = await transport.call({
      origin,
      path,
      method: 'GET',
      headers: {
        accept: 'application/json',
        ...options.headers,
        // A credential that must be refused goes alone: what stands beside it would be half of a valid one.
        ...(request.authorization === 'invalid'
          ? { [credential.header]: authorization }
          : credential.headers(authorization)),
        'user-agent': options.userAgent,
      },
      body: null,
      maxBytes: maxResponseBytes,
      timeoutMs: Math.min(options.timeoutMs, longestProbeMs),
      interruptible: true,
    });
    end(response, null);
    return response;
  } catch (error) {
    end(null, null);
    throw error;
  }
}
