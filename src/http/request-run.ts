import type { ClientContext } from './client-context.js';
import { type RawResponse, TransportError } from './call.js';
import { HttpFailure, noAnswer } from './failure.js';
import type { CredentialState } from './credential-pool.js';
import type { HttpResponse, HttpRequest, SendJournal } from './request.js';
import { RetryBudget, readBudgetMs, writeBudgetMs } from './retry-budget.js';
import type { RequestName } from './classify-response.js';

/** The largest answer that is read, in bytes. */
const maxAnswerBytes = 64_000_000;
/** How often a request may meet a token that others have renewed meanwhile. */
const staleTokenLimit = 5;
/** Answers that a read may be repeated after (A9). */
const passingStatuses: readonly number[] = [500, 502, 503, 504];

/** Where a request goes. */
export interface Target {
  readonly origin: string;
  /** The base's path and the request's. */
  readonly path: string;
}

/** One request with all its attempts, until there is an answer or a failure that is not to be repeated. */
export class RequestRun implements RequestName {
  readonly provider: string;
  readonly reads: boolean;
  readonly origin: string;
  readonly #context: ClientContext;
  readonly #key: CredentialState;
  readonly #target: Target;
  readonly #request: HttpRequest;
  readonly #journal: SendJournal | undefined;
  readonly #body: string | null;
  #attempt = 0;
  #renewed = false;
  #staleTokens = 0;
  #bounces = 0;
  #waitingSince: number;
  #turnAt = 0;
  #budget: RetryBudget | null = null;

  constructor(
    context: ClientContext,
    key: CredentialState,
    target: Target,
    request: HttpRequest,
    journal?: SendJournal,
  ) {
    this.#context = context;
    this.#key = key;
    this.#target = target;
    this.origin = target.origin;
    this.#request = request;
    this.#journal = journal;
    this.provider = context.options.name;
    this.reads = request.method === 'GET';
    this.#body = request.body === undefined ? null : JSON.stringify(request.body);
    this.#waitingSince = this.#now();
  }

  /** Made where it is asked for: few requests are ever named. */
  get request(): string {
    return `${this.#request.method} ${this.#path()}`;
  }

  /** @throws HttpFailure */
  async run(): Promise<HttpResponse> {
    try {
      return await this.#attempts();
    } catch (error) {
      throw error instanceof HttpFailure ? this.#givenUp(error) : error;
    }
  }

  async #attempts(): Promise<HttpResponse> {
    let last: HttpFailure | null = null;
    for (;;) {
      const authorization = await this.#turn(last);
      await this.#journal?.before(this.#path());
      const outcome = await this.#send(authorization);
      if (!(outcome instanceof HttpFailure)) return outcome;
      this.#waitingSince = this.#now();
      if (!(await this.#mayRepeat(outcome, authorization))) throw outcome;
      last = outcome;
    }
  }

  /** Keeps account of a failure that is not repeated any more, so that others with the same cause end the sooner. */
  #givenUp(failure: HttpFailure): HttpFailure {
    const startedAt = this.#budget?.startedAt;
    if (this.reads && startedAt !== undefined) {
      const now = this.#now();
      this.#context.outages.gaveUp(this.origin, startedAt, failure, now);
      if (this.#attempt > 1 && this.#request.confirmsWrite !== true)
        this.#context.spent.gaveUp(startedAt, now, failure.shared);
    }
    return failure;
  }

  /** A read of a server that just failed others for good would only find out the same. */
  #assertNoOutage(): void {
    if (!this.reads || this.#attempt > 0) return;
    const cause = this.#context.outages.outage(this.origin, this.#now());
    if (cause === null) return;
    const words = `${this.provider}: ${this.request} was not sent: ${cause.shared?.message ?? cause.message}`;
    throw new HttpFailure(words, { ...cause, request: this.request, landed: 'no' });
  }

  /** Waits until the request may be sent. Answers with what authorizes it at that moment. */
  async #turn(last: HttpFailure | null): Promise<string> {
    const { credential } = this.#key;
    for (;;) {
      if (this.#interrupted()) throw this.#context.interrupted(this.request);
      this.#key.assertUsable(this);
      this.#assertNoOutage();
      this.#assertWorthWaiting(last);
      if (credential.value() === null) {
        await this.#key.ready();
        continue;
      }
      const isReady = (): boolean =>
        credential.value() !== null && !this.#interrupted() && !this.#key.stopped();
      const turn = this.#context.pacer.turn(isReady);
      const came = typeof turn === 'object' ? await turn : turn;
      if (came === 'again') continue;
      this.#turnAt = came;
      const value = credential.value();
      if (value !== null) return value;
    }
  }

  /** A pause that does not end within what is left for repeating is not waited for. */
  #assertWorthWaiting(last: HttpFailure | null): void {
    const { pacer } = this.#context;
    const wait = last === null ? pacer.pausedFor() : pacer.expectedWait();
    const left = this.#budget?.remaining() ?? this.#newBudget(this.#now()).remaining();
    if (wait === 0 || wait < left) return;
    const seconds = Math.ceil(wait / 1000);
    const words =
      last === null
        ? `${this.provider}: ${this.request} was not sent: the server wants no requests for another ${seconds} s`
        : `${last.message} (it would take another ${seconds} s, longer than is waited)`;
    const shared = this.reads ? this.#context.spent.cause() : null;
    const details = last ?? { ...noAnswer('rate-limited', this.request, 'no'), shared };
    throw new HttpFailure(words, { ...details, retryAfterMs: wait });
  }

  async #send(authorization: string): Promise<HttpResponse | HttpFailure> {
    const { options, transport, classifier } = this.#context;
    const sentAt = this.#now();
    this.#attempt += 1;
    this.#key.credential.sent(authorization);
    this.#budget ??= this.#newBudget(sentAt);
    const finish = this.#context.started({
      kind: 'request',
      method: this.#request.method,
      path: this.#target.path,
      attempt: this.#attempt,
      sentAt,
      waitMs: sentAt - this.#waitingSince,
    });
    try {
      const answer = await transport.call({
        origin: this.#target.origin,
        path: this.#target.path,
        method: this.#request.method,
        headers: this.#headers(authorization),
        body: this.#body,
        maxBytes: maxAnswerBytes,
        timeoutMs: this.reads && this.#attempt > 1 ? this.#budget.remaining() : options.timeoutMs,
        interruptible: this.reads && this.#request.confirmsWrite !== true,
      });
      this.#context.outages.answered(this.origin, this.#now());
      const classified = classifier.classify(this, answer);
      const id = classified.ok ? classified.requestId : classified.failure.requestId;
      finish(answer, id);
      this.#journal?.after(answer.status, id);
      this.#tell(answer, classified.ok ? null : classified.failure.retryAfterMs);
      if (!classified.ok) return classified.failure;
      const { body, requestId } = classified;
      return {
        status: answer.status,
        body,
        requestId,
        attempts: this.#attempt,
      };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      finish(null, null);
      this.#journal?.after(null, null);
      return classifier.unanswered(this, error);
    }
  }

  /** Reads that settle a write have their own minute; all others share theirs. */
  #newBudget(sentAt: number): RetryBudget {
    const { options, spent } = this.#context;
    if (!this.reads) return new RetryBudget(options.runtime, writeBudgetMs, sentAt);
    return new RetryBudget(
      options.runtime,
      readBudgetMs,
      sentAt,
      this.#request.confirmsWrite === true ? null : spent,
    );
  }

  /** What the answer means for everyone else. */
  #tell(answer: RawResponse, retryAfterMs: number | null): void {
    const { pacer } = this.#context;
    if (answer.status === 429) pacer.throttled(this.#turnAt, retryAfterMs);
    else if (answer.status === 503) pacer.slowDown(this.#turnAt, retryAfterMs);
    else pacer.accepted(this.#turnAt);
    if (answer.status !== 401) this.#key.trusted();
  }

  async #mayRepeat(failure: HttpFailure, authorization: string): Promise<boolean> {
    switch (failure.kind) {
      case 'unauthorized':
        return this.#mayRepeatRefused(failure, authorization);
      case 'rate-limited':
        // The pause for everyone comes first; a request that keeps bouncing also waits for itself.
        this.#bounces += 1;
        return (
          this.#bounces === 1 ||
          this.#rest({ ...failure, retryAfterMs: failure.retryAfterMs === null ? null : 0 })
        );
      case 'server':
        return this.reads && passingStatuses.includes(failure.status ?? 0) && this.#rest(failure);
      case 'network':
      case 'unreachable':
      case 'proxy':
      case 'timeout':
      case 'garbled':
        return this.reads && this.#rest(failure);
      default:
        return false;
    }
  }

  async #mayRepeatRefused(failure: HttpFailure, authorization: string): Promise<boolean> {
    if (this.#key.stopped()) throw this.#key.named(failure);
    if (this.#key.credential.value() !== authorization) {
      this.#staleTokens += 1;
      if (this.#staleTokens <= staleTokenLimit) return true;
      throw this.#key.named(failure);
    }
    if (!this.#renewed) {
      this.#renewed = true;
      if (await this.#key.replace(authorization)) return true;
    }
    const named = this.#key.named(failure);
    this.#key.stop(named);
    throw named;
  }

  /** Waits before a repetition; false where that would take too long. */
  async #rest(failure: Pick<HttpFailure, 'kind' | 'retryAfterMs'>): Promise<boolean> {
    const wait = this.#budget?.nextWait(failure) ?? null;
    if (wait === null) return false;
    if (wait > 0) await this.#context.sleep(wait, this.request, this.#request.confirmsWrite ?? false);
    return true;
  }

  #headers(authorization: string): Record<string, string> {
    const headers: Record<string, string> = {
      [this.#key.credential.header]: authorization,
      accept: 'application/json',
      'user-agent': this.#context.options.userAgent,
    };
    if (this.#body !== null) headers['content-type'] = 'application/json';
    return headers;
  }

  /** Without the secrets that are known by now. */
  #path(): string {
    return this.#context.redaction.redact(this.#target.path);
  }

  #interrupted(): boolean {
    return this.#context.options.signal?.aborted === true && this.#request.confirmsWrite !== true;
  }

  #now(): number {
    return this.#context.options.runtime.monotonic();
  }
}
