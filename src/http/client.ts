import pLimit from 'p-limit';
import { checkedBaseUrl } from './base-url.js';
import { ClientContext, type RequestCounts } from './client-context.js';
import { RequestRun, type Target } from './request-run.js';
import { CredentialPool } from './credential-pool.js';
import type { HttpOptions } from './options.js';
import { limitsFor } from './pacing/limits.js';
import { Pacer } from './pacing/pacer.js';
import { proxyFor } from './proxies.js';
import { Redaction } from './redaction/redaction.js';
import type { HttpResponse, HttpRequest, ReadClient, SendJournal, WriteClient } from './request.js';
import { Transport } from './transport.js';
import { ResponseClassifier } from './classify-response.js';

/** A provider's connection: one queue, one pace and one set of tokens for all its requests. */
export interface HttpClient {
  /** For everything but apply: sends GET (and asks for tokens), and cannot send anything else. */
  readonly reading: ReadClient;
  /** For apply alone. */
  readonly forWriting: () => WriteClient;
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
 * @throws Error where a base URL is not fit for credentials (see checkedBaseUrl; settings are checked before)
 */
export function openHttpClient(options: HttpOptions): HttpClient {
  const bases = new Map(
    Object.entries(options.bases).map(([name, url]) => [name, baseOf(options.name, url)]),
  );
  const redaction = new Redaction();
  const pacer = new Pacer(options.runtime, limitsFor(options.rateLimit));
  const transport = new Transport({
    connections: options.concurrency,
    timeoutMs: options.timeoutMs,
    now: options.runtime.monotonic,
    whileWaiting: options.whileWaiting,
    proxyFor: (origin) => {
      const proxy = proxyFor(origin, options.runtime.env);
      for (const secret of proxy?.secrets ?? []) redaction.add(secret);
      return proxy;
    },
  });
  const context = new ClientContext(options, {
    redaction,
    classifier: new ResponseClassifier(redaction, options.runtime),
    transport,
    pacer,
  });
  const pool = new CredentialPool(context);
  const limit = pLimit(options.concurrency);
  const interrupt = (): void => {
    pacer.wake();
    transport.interrupt();
  };
  options.signal?.addEventListener('abort', interrupt);

  const run = (request: HttpRequest, journal?: SendJournal): Promise<HttpResponse> =>
    limit(() => {
      const key = pool.credential(request.credential);
      return new RequestRun(context, key, targetOf(bases, request), request, journal).run();
    });

  const get = async (request: HttpRequest): Promise<HttpResponse> => {
    if (request.method !== 'GET' || request.body !== undefined) {
      throw new Error(`a reading client sends only GET, not ${request.method} ${request.path}`);
    }
    return run(request);
  };

  const reading: ReadClient = Object.freeze({ get });
  const writing: WriteClient = Object.freeze({ get, send: run });

  return {
    reading,
    forWriting: () => writing,
    counts: () => context.counts(),
    redact: redaction.redact,
    close: async () => {
      options.signal?.removeEventListener('abort', interrupt);
      await transport.close();
    },
    destroy: async () => {
      options.signal?.removeEventListener('abort', interrupt);
      await transport.destroy();
      pacer.wake();
    },
  };
}

function baseOf(provider: string, url: string): Target {
  const checked = checkedBaseUrl(url);
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
