import { type Dispatcher, Pool, ProxyAgent } from 'undici';
import { Call, type Memory, type RawRequest, type RawResponse } from './call.js';
import type { ProxyChoice } from './proxies.js';

/** What a transport needs to know. */
export interface TransportOptions {
  /**
   * Connections to each origin, at most; one request at a time on each. It bounds no requests: with as many as are in
   * flight at once, a request waits for a connection that becomes free this instant in place of opening another one.
   */
  readonly connections: number;
  /** Bounds one request, its response included, in milliseconds. */
  readonly timeoutMs: number;
  /** A clock that never jumps, in milliseconds. */
  readonly now: () => number;
  /** The proxy that leads to an origin; null where none does. */
  readonly proxyFor: (origin: string) => ProxyChoice | null;
}

/** So long a connection may take to come about, in milliseconds: a host that nobody finds is told soon. */
const longestConnecting = 7_000;
/** Responses under way hold no more than this together, in bytes, however many they are. */
const mostMemory = 256_000_000;

interface Route {
  readonly dispatcher: Dispatcher;
  readonly proxy: ProxyChoice | null;
}

/** Sends single requests and reads their responses: no retries, no redirects, keep-alive connections. A proxy is asked for a tunnel, so that it sees no request. */
export class Transport {
  readonly #routes = new Map<string, Route>();
  /** An array, since the outgrown tables of a Set keep the calls of a whole run from being collected while they are young. */
  readonly #inFlight: Call[] = [];
  readonly #memory: Memory = { used: 0, most: mostMemory };

  constructor(private readonly options: TransportOptions) {}

  /** Resolves with any response, whatever its status. @throws TransportError */
  async call(request: RawRequest): Promise<RawResponse> {
    const { origin, path, method, headers, body } = request;
    const { dispatcher, proxy } = this.#route(origin);
    const timeoutMs = Math.min(this.options.timeoutMs, request.timeoutMs);
    const call = new Call(
      { ...request, timeoutMs },
      {
        proxy: proxy?.variable ?? null,
        memory: this.#memory,
        now: this.options.now,
      },
    );
    this.#inFlight.push(call);
    try {
      // Without `reset: false` undici closes the connection after a DELETE with a body.
      dispatcher.dispatch({ origin, path, method, headers, body, reset: false }, call);
      return await call.response;
    } finally {
      call.end();
      this.#inFlight.splice(this.#inFlight.indexOf(call), 1);
    }
  }

  /** Closes idle connections once what is in flight is done. */
  async close(): Promise<void> {
    await Promise.all([...this.#routes.values()].map(({ dispatcher }) => dispatcher.close()));
  }

  /** Breaks off what is in flight and interruptible. */
  interrupt(): void {
    for (const call of this.#inFlight) if (call.interruptible) call.breakOff('interrupted');
  }

  /** Breaks everything in flight off. */
  async destroy(): Promise<void> {
    for (const call of this.#inFlight) call.breakOff('interrupted');
    await Promise.all([...this.#routes.values()].map(({ dispatcher }) => dispatcher.destroy()));
  }

  #route(origin: string): Route {
    const known = this.#routes.get(origin);
    if (known !== undefined) return known;
    const options = {
      connections: this.options.connections,
      pipelining: 1,
      allowH2: false,
      // Each call bounds itself as a whole.
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    const connect = { timeout: Math.min(this.options.timeoutMs, longestConnecting) };
    const proxy = this.options.proxyFor(origin);
    const dispatcher =
      proxy === null
        ? new Pool(origin, { ...options, connect })
        : new ProxyAgent({ ...options, uri: proxy.url, proxyTls: connect });
    const route = { dispatcher, proxy };
    this.#routes.set(origin, route);
    return route;
  }
}
