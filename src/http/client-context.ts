import type { RawResponse } from './call.js';
import type { Exchange } from './exchange.js';
import { FailedReads } from './failed-reads.js';
import { HttpFailure, withoutResponse } from './failure.js';
import type { ResponseClassifier } from './classify-response.js';
import type { HttpOptions, RequestEvent } from './options.js';
import type { Pacer } from './pacing/pacer.js';
import type { Method } from './request.js';
import type { Redaction } from './redaction/redaction.js';

/** What was sent so far. */
export interface RequestCounts {
  /** Every request that was sent, token requests and repetitions included. */
  readonly made: number;
  /** Those of them that repeated an earlier one. */
  readonly retries: number;
}

/** An attempt as it leaves. `sentAt`: by the runtime's monotonic clock. */
export interface Attempt extends Pick<RequestEvent, 'path' | 'attempt' | 'waitMs'> {
  readonly method: Method;
  readonly sentAt: number;
  readonly exchange: Pick<Exchange, 'kind' | 'base' | 'path' | 'authorization' | 'credential'>;
}

/** Ends the observation of one attempt: with its response and the id that the server gave it, or null without one. */
export type EndAttempt = (response: RawResponse | null, requestId: string | null) => void;

/** What all requests of a provider share. */
export class ClientContext {
  readonly redaction: Redaction;
  readonly classifier: ResponseClassifier;
  readonly transport: NonNullable<HttpOptions['transport']>;
  readonly pacer: Pacer;
  readonly failedReads = new FailedReads();
  #made = 0;
  #retries = 0;

  constructor(
    readonly options: HttpOptions,
    parts: Pick<ClientContext, 'redaction' | 'classifier' | 'transport' | 'pacer'>,
  ) {
    this.redaction = parts.redaction;
    this.classifier = parts.classifier;
    this.transport = parts.transport;
    this.pacer = parts.pacer;
  }

  counts(): RequestCounts {
    return { made: this.#made, retries: this.#retries };
  }

  /** Counts an attempt that is sent now, and reports it when it has ended. */
  startAttempt({ method, path, attempt, sentAt, waitMs, exchange }: Attempt): EndAttempt {
    this.#made += 1;
    if (attempt > 1) this.#retries += 1;
    const { onRequest, onExchange, runtime, name } = this.options;
    const at = runtime.now();
    return (response, requestId) => {
      const ms = runtime.monotonic() - sentAt;
      onExchange?.({ ...exchange, method, at, ms, response });
      onRequest?.({
        provider: name,
        kind: exchange.kind,
        method,
        path: this.redaction.redact(path),
        attempt,
        status: response?.status ?? null,
        requestId,
        ms,
        latencyMs: response?.latencyMs ?? null,
        bytes: response?.bytes ?? null,
        waitMs,
      });
    };
  }

  /** Waits so long; an interrupt ends the wait of a request that it stops. @throws HttpFailure interrupted */
  async sleep(ms: number, request: string, interruptible: boolean): Promise<void> {
    const signal = interruptible ? this.options.signal : undefined;
    try {
      await this.options.runtime.sleep(ms, signal);
    } catch (error) {
      throw signal?.aborted ? this.interrupted(request) : error;
    }
  }

  /** The failure of a request that was not sent because of an interrupt. */
  interrupted(request: string): HttpFailure {
    const message = `${this.options.name}: ${request} was not sent: interrupted`;
    return new HttpFailure(message, withoutResponse('interrupted', request, 'no'));
  }
}
