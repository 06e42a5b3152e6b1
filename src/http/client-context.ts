import { HttpFailure, noAnswer } from './failure.js';
import type { HttpOptions, RequestEvent } from './options.js';
import { Outages } from './outages.js';
import type { Pacer } from './pacing/pacer.js';
import type { Redaction } from './redaction/redaction.js';
import { SpentTime } from './retry-budget.js';
import type { Transport } from './transport.js';
import type { ResponseClassifier } from './classify-response.js';

/** What was sent so far. */
export interface RequestCounts {
  /** Every request that was sent, token requests and repetitions included. */
  readonly made: number;
  /** Those of them that repeated an earlier one. */
  readonly retries: number;
}

/** An attempt as it leaves. `sentAt`: by the runtime's monotonic clock. */
export interface Sending extends Pick<RequestEvent, 'kind' | 'method' | 'path' | 'attempt' | 'waitMs'> {
  readonly sentAt: number;
}

/** Ends the observation of one attempt: with its answer and the id that the server gave it, or null without one. */
export type Finish = (
  answer: { readonly status: number; readonly latencyMs: number; readonly bytes: number } | null,
  requestId: string | null,
) => void;

/** What all requests of a provider share. */
export class ClientContext {
  readonly options: HttpOptions;
  readonly redaction: Redaction;
  readonly classifier: ResponseClassifier;
  readonly transport: Transport;
  readonly pacer: Pacer;
  readonly outages = new Outages();
  readonly spent = new SpentTime();
  #made = 0;
  #retries = 0;

  constructor(
    options: HttpOptions,
    parts: Pick<ClientContext, 'redaction' | 'classifier' | 'transport' | 'pacer'>,
  ) {
    this.options = options;
    this.redaction = parts.redaction;
    this.classifier = parts.classifier;
    this.transport = parts.transport;
    this.pacer = parts.pacer;
  }

  counts(): RequestCounts {
    return { made: this.#made, retries: this.#retries };
  }

  /** Counts an attempt that is sent now, and reports it when it is finished. */
  started({ kind, method, path, attempt, sentAt, waitMs }: Sending): Finish {
    this.#made += 1;
    if (attempt > 1) this.#retries += 1;
    const { onRequest, runtime, name } = this.options;
    if (onRequest === undefined) return ignore;
    return (answer, requestId) => {
      onRequest({
        provider: name,
        kind,
        method,
        path: this.redaction.redact(path),
        attempt,
        status: answer?.status ?? null,
        requestId,
        ms: runtime.monotonic() - sentAt,
        latencyMs: answer?.latencyMs ?? null,
        bytes: answer?.bytes ?? null,
        waitMs,
      });
    };
  }

  /** Waits so long; an interrupt ends the wait, unless the request settles a write. @throws HttpFailure interrupted */
  async sleep(ms: number, request: string, settling: boolean): Promise<void> {
    try {
      await this.options.runtime.sleep(ms, settling ? undefined : this.options.signal);
    } catch (error) {
      if (this.options.signal?.aborted && !settling) throw this.interrupted(request);
      throw error;
    }
  }

  /** The failure of a request that was not sent because of an interrupt. */
  interrupted(request: string): HttpFailure {
    const message = `${this.options.name}: ${request} was not sent: interrupted`;
    return new HttpFailure(message, noAnswer('interrupted', request, 'no'));
  }
}

function ignore(): void {}
