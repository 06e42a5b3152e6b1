import pLimit from 'p-limit';
import { CredentialPool } from './auth/credential-pool.js';
import { parseBaseUrl } from '../model/base-url.js';
import { ResponseClassifier } from './classify-response.js';
import { ClientContext, type RequestCounts } from './client-context.js';
import type { HttpOptions } from './options.js';
import { limitsFor } from './pacing/limits.js';
import { Pacer } from './pacing/pacer.js';
import type { ProbeAnswer, ProbeClient, ProbeRequest } from './probe.js';
import { proxyFor } from './proxies.js';
import { Redaction } from './redaction/redaction.js';
import { RequestRun, type Target } from './request-run.js';
import type { HttpRequest, HttpResponse, ReadClient, SendJournal, WriteClient } from './request.js';
import { sendProbe } from './send-probe.js';
import { Transport } from './transport.js';

/** A provider's connection: one queue, one pace and one set of tokens for all its requests. */
export interface HttpClient {
  /** For everything but apply: sends GET (and asks for tokens), and cannot send anything else. */
  readonly reading: ReadClient;
  /** For a doctor: sends single GETs whatever they are answered. */
  readonly probing: ProbeClient;
  /**
   * For apply alone. Runs a task once there is room for its requests, and keeps that room while the task goes on, so
   * that what it reads to confirm a write does not queue behind other tasks. Its requests are sent one after another.
   */
  readonly whileWriting: <T>(task: (client: WriteClient) => Promise<T>) => Promise<T>;
  readonly counts: () => RequestCounts;
  /** A text without any secret that this client has seen. */
  readonly redact: (text: string) => string;
  /** Lets what is in flight finish, then closes the connections. */
  readonly close: () => Promise<void>;
  /** Breaks everything off: what is in flight fails as interrupted. */
  readonly destroy: () => Promise<void>;
}

/**
 * Opens a provider's client. Reads no environment variable and sends nothing until the first request.
 *
 * Concurrency is bounded here and nowhere else: a read and a writing task each take one of `options.concurrency`
 * places before they wait for their turn, since the pacer counts a request as sent the moment its turn comes.
 * @throws Error where a base URL is not fit for credentials (see parseBaseUrl; settings are checked before)
 */
export function openHttpClient(options: HttpOptions): HttpClient {
  const { name, runtime, concurrency, signal } = options;
  const bases = new Map(Object.entries(options.bases).map(([key, url]) => [key, baseOf(name, url)]));
  const redaction = new Redaction();
  const pacer = new Pacer(runtime, limitsFor(options.rateLimit));
  const transport =
    options.transport ??
    new Transport({
      connections: concurrency,
      timeoutMs: options.timeoutMs,
      now: runtime.monotonic,
      proxyFor: (origin) => {
        const proxy = proxyFor(origin, runtime.env);
        for (const secret of proxy?.secrets ?? []) redaction.add(secret);
        return proxy;
      },
    });
  const classifier = new ResponseClassifier(redaction, runtime);
  const context = new ClientContext(options, { redaction, classifier, transport, pacer });
  const credentials = new CredentialPool(context);
  const places = pLimit(concurrency);

  const run = (request: HttpRequest, journal?: SendJournal): Promise<HttpResponse> =>
    new RequestRun(
      context,
      credentials.credential(request.credential),
      targetOf(bases, request),
      request,
      journal,
    ).run();

  const get = async (request: HttpRequest): Promise<HttpResponse> => {
    if (request.method !== 'GET' || request.body !== undefined)
      throw new Error(`a reading client sends only GET, not ${request.method} ${request.path}`);
    return places(run, request);
  };

  const whileWriting = <T>(task: (client: WriteClient) => Promise<T>): Promise<T> =>
    places(() => {
      const inTurn = pLimit(1);
      return task({
        get: (request) => inTurn(run, request),
        send: (request, journal) => inTurn(run, request, journal),
      });
    });

  const interrupt = (): void => {
    pacer.wake();
    transport.interrupt();
  };
  signal?.addEventListener('abort', interrupt);

  const ask = (request: ProbeRequest): Promise<ProbeAnswer> =>
    places(() =>
      sendProbe(
        context,
        credentials.credential(request.credential),
        targetOf(bases, { ...request, method: 'GET' }),
        request,
      ),
    );

  return {
    reading: Object.freeze({ get }),
    probing: Object.freeze({ ask }),
    whileWriting,
    counts: () => context.counts(),
    redact: redaction.redact,
    close: async () => {
      signal?.removeEventListener('abort', interrupt);
      await transport.close();
    },
    destroy: async () => {
      signal?.removeEventListener('abort', interrupt);
      await transport.destroy();
      pacer.wake();
    },
  };
}

function baseOf(provider: string, url: string): Target {
  const checked = parseBaseUrl(url);
  if (!checked.ok) throw new Error(`provider ${provider}: the url ${JSON.stringify(url)} ${checked.reason}`);
  return { origin: checked.origin, path: checked.pathname };
}

function targetOf(bases: ReadonlyMap<string, Target>, request: HttpRequest): Target {
  const base = bases.get(request.base ?? 'default');
  if (base === undefined)
    throw new Error(`no base url is named ${JSON.stringify(request.base ?? 'default')}`);
  if (!request.path.startsWith('/'))
    throw new Error(`a path starts with /, not as in ${JSON.stringify(request.path)}`);
  return { origin: base.origin, path: base.path + request.path };
}
