import { type Dispatcher, Pool, ProxyAgent } from 'undici';
import { alarm } from '../runtime.js';
import { Call, type Memory, type RawResponse, type RawRequest, TransportError } from './call.js';
import { TimeOuts } from './time-outs.js';
import type { ProxyChoice } from './proxies.js';

/** What a transport needs to know. */
export interface TransportOptions {
  /** Connections to each origin, at most; one request at a time on each. */
  readonly connections: number;
  /** Bounds one request, its answer included, in milliseconds. */
  readonly timeoutMs: number;
  /** A clock that never jumps, in milliseconds. */
  readonly now: () => number;
  /** Called once, when the first request has left: there is time to get ready for its answer. */
  readonly whileWaiting?: (() => void) | undefined;
  /** The proxy that leads to an origin; null where none does. */
  readonly proxyFor: (origin: string) => ProxyChoice | null;
}

/** So long a connection may take to come about, in milliseconds: a host that nobody finds is told soon. */
const longestConnecting = 7_000;

/** The way to an origin. */
interface Way {
  readonly dispatcher: Dispatcher;
  readonly proxy: ProxyChoice | null;
}

/** Answers under way hold no more than this together, in bytes, however many they are. */
const mostMemory = 256_000_000;

/** Sends single requests and reads their answers: no retries, no redirects, keep-alive connections. A proxy is asked for a tunnel, so that it sees no request. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #ways = new Map<string, Way>();
  readonly #inFlight: TimeOuts<Call>;
  #waited = false;
  readonly #memory: Memory = { used: 0, most: mostMemory };

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#inFlight = new TimeOuts(options.timeoutMs);
  }

  /** Resolves with any answer, whatever its status. @throws TransportError */
  call(request: RawRequest): Promise<RawResponse> {
    return new Promise((resolve, reject) => {
      const { dispatcher, proxy } = this.#way(request.origin);
      const call = new Call(
        request,
        {
          sent: () => this.#getReady(),
          answered: (answer) => {
            this.#inFlight.remove(call);
            resolve(answer);
          },
          failed: (error) => {
            this.#inFlight.remove(call);
            reject(proxy === null ? error : error.through(proxy.variable));
          },
        },
        this.#memory,
        this.#options.now,
      );
      this.#inFlight.add(call, Math.min(this.#options.timeoutMs, request.timeoutMs));
      dispatcher.dispatch(
        {
          origin: request.origin,
          path: request.path,
          method: request.method,
          headers: request.headers,
          body: request.body,
          // Without this undici closes the connection after a DELETE with a body.
          reset: false,
        },
        call,
      );
    });
  }

  #getReady(): void {
    if (this.#waited) return;
    this.#waited = true;
    if (this.#options.whileWaiting !== undefined) alarm(0, this.#options.whileWaiting);
  }

  #way(origin: string): Way {
    const known = this.#ways.get(origin);
    if (known !== undefined) return known;
    const options = {
      connections: this.#options.connections,
      pipelining: 1,
      allowH2: false,
      // The deadlines bound the whole call; a second timer a request would only cost.
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    const connect = { timeout: Math.min(this.#options.timeoutMs, longestConnecting) };
    const proxy = this.#options.proxyFor(origin);
    const dispatcher =
      proxy === null
        ? new Pool(origin, { ...options, connect })
        : new ProxyAgent({ ...options, uri: proxy.url, proxyTls: connect });
    const way = { dispatcher, proxy };
    this.#ways.set(origin, way);
    return way;
  }

  /** Closes idle connections once what is in flight is done. */
  async close(): Promise<void> {
    await Promise.all([...this.#ways.values()].map(({ dispatcher }) => dispatcher.close()));
    this.#inFlight.close();
  }

  /** Breaks off what is in flight and interruptible. */
  interrupt(): void {
    for (const call of this.#inFlight) if (call.interruptible) interrupted(call);
  }

  /** Breaks everything in flight off. */
  async destroy(): Promise<void> {
    for (const call of this.#inFlight) interrupted(call);
    this.#inFlight.close();
    await Promise.all([...this.#ways.values()].map(({ dispatcher }) => dispatcher.destroy()));
  }
}

function interrupted(call: Call): void {
  call.breakOff(new TransportError('interrupted', call.sent));
}
