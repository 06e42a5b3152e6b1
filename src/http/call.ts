import type { Dispatcher } from 'undici';
import type { Timed } from './time-outs.js';
import type { Method } from './request.js';

export interface RawRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: Method;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  /** The largest answer that is read, in bytes. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** An interrupt breaks it off, since nothing depends on its answer; anything else in flight finishes. */
  readonly interruptible?: boolean;
}

export interface RawResponse {
  readonly status: number;
  /** From the handing over to a connection to the first byte of the answer, in milliseconds. */
  readonly latencyMs: number;
  /** Of its body. */
  readonly bytes: number;
  /** By lower-case name; the first value of a repeated one. */
  readonly header: (name: string) => string | undefined;
  /** Null where the bytes are not UTF-8. */
  readonly text: string | null;
}

export type TransportFault = 'network' | 'timeout' | 'too-large' | 'interrupted';

/** No answer. `sent`: whether any of the request may have reached the server. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly fault: TransportFault;
  readonly sent: boolean;
  /** The variable that names the proxy in use; null without one. */
  readonly proxy: string | null;

  constructor(fault: TransportFault, sent: boolean, cause?: Error, proxy: string | null = null) {
    super(fault, cause === undefined ? undefined : { cause });
    this.fault = fault;
    this.sent = sent;
    this.proxy = proxy;
  }

  /** The same where a proxy leads to the server. */
  through(proxy: string): TransportError {
    return new TransportError(
      this.fault,
      this.sent,
      this.cause instanceof Error ? this.cause : undefined,
      proxy,
    );
  }
}

/** What answers under way hold in memory together, and the most that they may, in bytes. */
export interface Memory {
  used: number;
  readonly most: number;
}

interface Outcome {
  /** It has been handed to a connection. */
  readonly sent: () => void;
  readonly answered: (answer: RawResponse) => void;
  readonly failed: (error: TransportError) => void;
}

type Headers = Record<string, string | string[] | undefined>;

/** One request on its way, from the queue of a connection to the last byte of its answer. */
export class Call implements Dispatcher.DispatchHandler, Timed {
  place = -1;
  dueTick = 0;
  /** Whether the request has been handed to a connection. */
  sent = false;
  readonly interruptible: boolean;
  readonly #maxBytes: number;
  readonly #outcome: Outcome;
  readonly #memory: Memory;
  readonly #now: () => number;
  #startedAt = 0;
  #latencyMs = 0;
  #controller: Dispatcher.DispatchController | null = null;
  #error: TransportError | null = null;
  #status = 0;
  #headers: Headers = {};
  #chunks: Buffer[] = [];
  #bytes = 0;

  /** `now`: a clock that never jumps, in milliseconds. */
  constructor(request: RawRequest, outcome: Outcome, memory: Memory, now: () => number) {
    this.#memory = memory;
    this.#now = now;
    this.interruptible = request.interruptible ?? false;
    this.#maxBytes = request.maxBytes;
    this.#outcome = outcome;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#startedAt = this.#now();
    if (this.#error !== null) {
      controller.abort(this.#error);
      return;
    }
    this.sent = true;
    this.#outcome.sent();
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    this.#status = status;
    this.#latencyMs = this.#now() - this.#startedAt;
    this.#headers = headers;
    if (Number(first(headers['content-length'])) > this.#maxBytes) this.#tooLarge();
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#error !== null) return;
    this.#bytes += chunk.length;
    this.#memory.used += chunk.length;
    if (this.#bytes > this.#maxBytes || this.#memory.used > this.#memory.most) this.#tooLarge();
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#error !== null) return;
    const headers = this.#headers;
    const text = decode(this.#chunks);
    const bytes = this.#bytes;
    this.#release();
    this.#outcome.answered({
      status: this.#status,
      latencyMs: this.#latencyMs,
      bytes,
      header: (name) => first(headers[name]),
      text,
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#error !== null) return;
    this.breakOff(new TransportError('network', this.sent, error));
  }

  /** The time is over. */
  expire(): void {
    this.breakOff(new TransportError('timeout', this.sent));
  }

  /** Ends the call with an error, whatever state it is in. */
  breakOff(error: TransportError): void {
    if (this.#error !== null) return;
    this.#error = error;
    this.#release();
    this.#outcome.failed(error);
    this.#controller?.abort(error);
  }

  #release(): void {
    this.#memory.used -= this.#bytes;
    this.#bytes = 0;
    this.#chunks = [];
  }

  #tooLarge(): void {
    this.breakOff(new TransportError('too-large', true));
  }
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function decode(chunks: readonly Buffer[]): string | null {
  const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
