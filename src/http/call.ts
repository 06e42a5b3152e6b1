import type { Dispatcher } from 'undici';
import { alarm, nextTurn } from '../runtime.js';
import type { Method } from './request.js';

export interface RawRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: Method;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  /** The largest response that is read, in bytes. */
  readonly maxBytes: number;
  /** Bounds the whole call, its response included, in milliseconds. */
  readonly timeoutMs: number;
  /** An interrupt breaks it off, since nothing depends on its response; anything else in flight finishes. */
  readonly interruptible?: boolean;
}

export interface RawResponse {
  readonly status: number;
  /** From the handing over to a connection to the first byte of the response, in milliseconds. */
  readonly latencyMs: number;
  /** Of its body. */
  readonly bytes: number;
  /** By lower-case name; the first value of a repeated one. */
  readonly header: (name: string) => string | undefined;
  /** All of them, as `header` gives them. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** Null where the bytes are not UTF-8. */
  readonly text: string | null;
}

/** `unrecorded`: a recording stands in for the network and holds no answer. */
export type TransportFault = 'network' | 'timeout' | 'too-large' | 'interrupted' | 'unrecorded';

/** No response. `sent`: whether any of the request may have reached the server. */
export class TransportError extends Error {
  override readonly name = 'TransportError';

  constructor(
    readonly fault: TransportFault,
    readonly sent: boolean,
    /** The variable that names the proxy in use; null without one. */
    readonly proxy: string | null,
    cause?: Error,
  ) {
    super(fault, cause === undefined ? undefined : { cause });
  }
}

/** What responses under way hold in memory together, and the most that they may, in bytes. */
export interface Memory {
  used: number;
  readonly most: number;
}

/** What a call needs of its transport. */
export interface CallContext {
  /** The variable that names the proxy in use; null without one. */
  readonly proxy: string | null;
  readonly memory: Memory;
  /** A clock that never jumps, in milliseconds. */
  readonly now: () => number;
}

type Headers = Record<string, string | string[] | undefined>;

/** One request on its way, from the queue of a connection to the last byte of its response. */
export class Call implements Dispatcher.DispatchHandler {
  /** Resolves with any response, whatever its status; rejects with a TransportError. */
  readonly response: Promise<RawResponse>;
  readonly interruptible: boolean;
  readonly #maxBytes: number;
  readonly #stopTimer: () => void;
  #resolve: (response: RawResponse) => void = () => {};
  #reject: (error: TransportError) => void = () => {};
  #sent = false;
  #ended = false;
  #startedAt = 0;
  #latencyMs = 0;
  #controller: Dispatcher.DispatchController | null = null;
  #status = 0;
  #headers: Headers = {};
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(
    request: RawRequest,
    private readonly context: CallContext,
  ) {
    this.interruptible = request.interruptible ?? false;
    this.#maxBytes = request.maxBytes;
    this.#stopTimer = alarm(request.timeoutMs, () => void this.#expire());
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#startedAt = this.context.now();
    if (this.#ended) {
      controller.abort(new Error('the call has ended'));
      return;
    }
    this.#sent = true;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    this.#status = status;
    this.#latencyMs = this.context.now() - this.#startedAt;
    this.#headers = headers;
    if (Number(first(headers['content-length'])) > this.#maxBytes) this.breakOff('too-large');
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#ended) return;
    const { memory } = this.context;
    this.#bytes += chunk.length;
    memory.used += chunk.length;
    if (this.#bytes > this.#maxBytes || memory.used > memory.most) this.breakOff('too-large');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#ended) return;
    const [headers, bytes, text] = [this.#headers, this.#bytes, decode(this.#chunks)];
    this.end();
    this.#resolve({
      status: this.#status,
      latencyMs: this.#latencyMs,
      bytes,
      header: (name) => first(headers[name]),
      headers: () => firstOfEach(headers),
      text,
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.breakOff('network', error);
  }

  /** The time is over. What arrived while this program was busy is read first: that the server is slow must be sure. */
  async #expire(): Promise<void> {
    for (let quietTurns = 0; quietTurns < 5 && !this.#ended; quietTurns += 1) {
      const before = this.#bytes;
      await nextTurn();
      if (this.#bytes > before) quietTurns = -1;
    }
    this.breakOff('timeout');
  }

  /** Ends the call without a response, whatever state it is in. */
  breakOff(fault: TransportFault, cause?: Error): void {
    if (this.#ended) return;
    const error = new TransportError(fault, this.#sent, this.context.proxy, cause);
    this.end();
    this.#reject(error);
    this.#controller?.abort(error);
  }

  /** Lets go of what the call holds: its timer and its part of the memory. */
  end(): void {
    this.#ended = true;
    this.#stopTimer();
    this.context.memory.used -= this.#bytes;
    this.#bytes = 0;
    this.#chunks = [];
  }
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function firstOfEach(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string][] => {
      const text = first(value);
      return text === undefined ? [] : [[name.toLowerCase(), text]];
    }),
  );
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
