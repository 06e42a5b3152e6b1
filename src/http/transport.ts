import { Pool } from 'undici';
import { alarm } from '../runtime.js';
import { Exchange, type Memory, type RawAnswer, type RawRequest, TransportError } from './exchange.js';
import { InFlight } from './in-flight.js';

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
}

/** Answers under way hold no more than this together, in bytes, however many they are. */
const mostMemory = 256_000_000;

/** Sends single requests and reads their answers: no retries, no redirects, no proxies, keep-alive connections. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #pools = new Map<string, Pool>();
  readonly #inFlight: InFlight<Exchange>;
  #waited = false;
  readonly #memory: Memory = { used: 0, most: mostMemory };

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#inFlight = new InFlight(options.timeoutMs);
  }

  /** Resolves with any answer, whatever its status. @throws TransportError */
  exchange(request: RawRequest): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const exchange = new Exchange(
        request,
        {
          sent: () => this.#getReady(),
          answered: (answer) => {
            this.#inFlight.remove(exchange);
            resolve(answer);
          },
          failed: (error) => {
            this.#inFlight.remove(exchange);
            reject(error);
          },
        },
        this.#memory,
        this.#options.now,
      );
      this.#inFlight.add(exchange, Math.min(this.#options.timeoutMs, request.timeoutMs));
      this.#pool(request.origin).dispatch(
        {
          path: request.path,
          method: request.method,
          headers: request.headers,
          body: request.body,
          // Without this undici closes the connection after a DELETE with a body.
          reset: false,
        },
        exchange,
      );
    });
  }

  #getReady(): void {
    if (this.#waited) return;
    this.#waited = true;
    if (this.#options.whileWaiting !== undefined) alarm(0, this.#options.whileWaiting);
  }

  #pool(origin: string): Pool {
    const known = this.#pools.get(origin);
    if (known !== undefined) return known;
    const pool = new Pool(origin, {
      connections: this.#options.connections,
      pipelining: 1,
      allowH2: false,
      // The deadlines bound the whole exchange; a second timer a request would only cost.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: this.#options.timeoutMs },
    });
    this.#pools.set(origin, pool);
    return pool;
  }

  /** Closes idle connections once what is in flight is done. */
  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
    this.#inFlight.close();
  }

  /** Breaks off what is in flight and interruptible. */
  interrupt(): void {
    for (const exchange of this.#inFlight) if (exchange.interruptible) interrupted(exchange);
  }

  /** Breaks everything in flight off. */
  async destroy(): Promise<void> {
    for (const exchange of this.#inFlight) interrupted(exchange);
    this.#inFlight.close();
    await Promise.all([...this.#pools.values()].map((pool) => pool.destroy()));
  }
}

function interrupted(exchange: Exchange): void {
  exchange.breakOff(new TransportError('interrupted', exchange.sent));
}
