import type { CredentialState } from './auth/credential-pool.js';
import { type RawResponse, TransportError } from './call.js';
import type { RequestName } from './classify-response.js';
import type { ClientContext } from './client-context.js';
import { HttpFailure, withoutResponse } from './failure.js';
import type { HttpRequest, HttpResponse, SendJournal } from './request.js';
import { bounded, Retries, readPolicy, writePolicy } from './retries.js';
import { exchangeOf } from './exchange.js';

/** The largest response that is read, in bytes. */
const maxResponseBytes = 64_000_000;
/** How often a request may meet a token that others have renewed meanwhile. */
const staleTokenLimit = 5;

/** Where a request goes. */
export interface Target {
  readonly origin: string;
  /** The base's path and the request's. */
  readonly path: string;
}

/** One request with all its attempts, until there is a response or a failure that is not to be repeated. */
export class RequestRun implements RequestName {
  readonly provider: string;
  readonly reads: boolean;
  readonly origin: string;
  readonly #path: string;
  readonly #request: HttpRequest;
  readonly #journal: SendJournal | undefined;
  readonly #body: string | null;
  /** An interrupt ends it; not so a read that confirms a write. */
  readonly #interruptible: boolean;
  #attempt = 0;
  #renewed = false;
  #staleTokens = 0;
  #waitingSince: number;
  #turnAt = 0;
  /** Null before the first attempt. */
  #retries: Retries | null = null;

  constructor(
    private readonly context: ClientContext,
    private readonly credential: CredentialState,
    target: Target,
    request: HttpRequest,
    journal?: SendJournal,
  ) {
    this.origin = target.origin;
    this.#path = target.path;
    this.#request = request;
    this.#journal = journal;
    this.provider = context.options.name;
    this.reads = request.method === 'GET';
    this.#interruptible = request.confirmsWrite !== true;
    this.#body = request.body === undefined ? null : JSON.stringify(request.body);
    this.#waitingSince = this.#now();
  }

  /** Made where it is asked for: few requests are ever named. */
  get request(): string {
    return `${this.#request.method} ${this.#shownPath()}`;
  }

  /** Sends the request until it succeeds or is given up. @throws HttpFailure */
  async run(): Promise<HttpResponse> {
    try {
      return await this.#run();
    } catch (error) {
      if (error instanceof HttpFailure && this.reads && this.#retries !== null) {
        const repeated = this.#attempt > 1 && this.#interruptible;
        this.context.failedReads.add(this.origin, this.#retries.startedAt, error, repeated, this.#now());
      }
      throw error;
    }
  }

  async #run(): Promise<HttpResponse> {
    for (let failure: HttpFailure | null = null; ; ) {
      const authorization = await this.#turn(failure);
      await this.#journal?.before(this.#shownPath());
      const outcome = await this.#send(authorization);
      if (!(outcome instanceof HttpFailure)) return outcome;
      failure = outcome;
      this.#waitingSince = this.#now();
      if (!(await this.#mayRepeat(failure, authorization))) throw failure;
    }
  }

  /** Waits until the request may be sent. Returns what authorizes it at that moment. `last`: its last failure. */
  async #turn(last: HttpFailure | null): Promise<string> {
    const credential = this.credential;
    for (;;) {
      if (this.#isInterrupted()) throw this.context.interrupted(this.request);
      credential.assertUsable(this.request);
      this.#assertNoOutage();
      this.#assertWorthWaiting(last);
      if (credential.value() === null) {
        await credential.ready();
        continue;
      }
      const isReady = (): boolean =>
        credential.value() !== null && !credential.isStopped() && !this.#isInterrupted();
      const came = await this.context.pacer.turn(isReady);
      if (came === 'again') continue;
      this.#turnAt = came;
      const value = credential.value();
      if (value !== null) return value;
    }
  }

  /** A read of a server that just failed others for good would only find out the same. */
  #assertNoOutage(): void {
    if (!this.reads || this.#attempt > 0) return;
    const cause = this.context.failedReads.outage(this.origin, this.#now());
    if (cause === null) return;
    const words = `${this.provider}: ${this.request} was not sent: ${cause.shared?.message ?? cause.message}`;
    throw new HttpFailure(words, { ...cause, request: this.request, landed: 'no' });
  }

  /** A pause that does not end within what is left for repeating is not waited for. */
  #assertWorthWaiting(last: HttpFailure | null): void {
    const { pacer, failedReads } = this.context;
    const wait = last === null ? pacer.pausedFor() : pacer.expectedWait();
    if (wait === 0 || wait < (this.#retries ?? this.#newRetries()).remaining()) return;
    const seconds = Math.ceil(wait / 1000);
    const words =
      last === null
        ? `${this.provider}: ${this.request} was not sent: the server accepts no requests for another ${seconds} s`
        : `${last.message} (the server asks to wait another ${seconds} s, which is longer than rolecall waits)`;
    const shared = this.reads ? failedReads.lastCause : null;
    const details = last ?? { ...withoutResponse('rate-limited', this.request, 'no'), shared };
    throw new HttpFailure(words, { ...details, retryAfterMs: wait });
  }

  async #send(authorization: string): Promise<HttpResponse | HttpFailure> {
    const { options, transport, classifier } = this.context;
    const sentAt = this.#now();
    this.#attempt += 1;
    this.credential.sent(authorization);
    this.#retries ??= this.#newRetries();
    const end = this.context.startAttempt({
      method: this.#request.method,
      path: this.#path,
      attempt: this.#attempt,
      sentAt,
      waitMs: sentAt - this.#waitingSince,
      exchange: exchangeOf(this.#request, 'own'),
    });
    try {
      const response = await transport.call({
        origin: this.origin,
        path: this.#path,
        method: this.#request.method,
        headers: this.#headers(authorization),
        body: this.#body,
        maxBytes: maxResponseBytes,
        timeoutMs: this.reads && this.#attempt > 1 ? this.#retries.remaining() : options.timeoutMs,
        interruptible: this.reads && this.#interruptible,
      });
      const classified = classifier.classify(this, response);
      const { requestId } = classified.ok ? classified : classified.failure;
      end(response, requestId);
      this.#journal?.after(response.status, requestId);
      this.#tellOthers(response, classified.ok ? null : classified.failure);
      if (!classified.ok) return classified.failure;
      const { status, header } = response;
      return { status, body: classified.body, requestId, attempts: this.#attempt, header };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      end(null, null);
      this.#journal?.after(null, null);
      return classifier.unanswered(this, error);
    }
  }

  /** Reads that confirm a write have a budget of their own; all others share theirs. */
  #newRetries(): Retries {
    const { options, failedReads } = this.context;
    const shared = this.reads && this.#interruptible ? failedReads : null;
    const policy = this.reads ? bounded(readPolicy, options) : writePolicy;
    return new Retries(policy, options.runtime, this.#now(), shared);
  }

  /** What the response means for other requests. */
  #tellOthers({ status }: RawResponse, failure: HttpFailure | null): void {
    const { pacer, failedReads } = this.context;
    failedReads.answered(this.origin, this.#now());
    if (failure?.kind === 'rate-limited') pacer.throttled(this.#turnAt, failure.retryAfterMs);
    else if (status === 503) pacer.slowDown(this.#turnAt, failure?.retryAfterMs ?? null);
    else pacer.accepted(this.#turnAt);
    if (status !== 401) this.credential.accepted();
  }

  /** Waits as long as the failure demands before a repetition. False where there is none. @throws HttpFailure */
  async #mayRepeat(failure: HttpFailure, authorization: string): Promise<boolean> {
    if (failure.kind === 'unauthorized') return this.#mayRepeatRefused(failure, authorization);
    const wait = this.#retries?.waitAfter(failure) ?? null;
    if (wait !== null && wait > 0) await this.context.sleep(wait, this.request, this.#interruptible);
    return wait !== null;
  }

  /** A refused token is renewed once; where others have renewed it meanwhile, theirs is tried. */
  async #mayRepeatRefused(failure: HttpFailure, authorization: string): Promise<boolean> {
    const credential = this.credential;
    const named = credential.named(failure);
    if (credential.isStopped()) throw named;
    if (credential.value() !== authorization) {
      this.#staleTokens += 1;
      if (this.#staleTokens <= staleTokenLimit) return true;
      throw named;
    }
    if (!this.#renewed) {
      this.#renewed = true;
      if (await credential.replace(authorization)) return true;
    }
    credential.stop(named);
    throw named;
  }

  #headers(authorization: string): Record<string, string> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      ...this.context.options.headers,
      ...this.credential.headers(authorization),
      'user-agent': this.context.options.userAgent,
    };
    if (this.#body === null) delete headers['content-type'];
    else headers['content-type'] ??= 'application/json';
    return headers;
  }

  /** The path without the secrets that are known by now. */
  #shownPath(): string {
    return this.context.redaction.redact(this.#path);
  }

  #isInterrupted(): boolean {
    return this.#interruptible && this.context.options.signal?.aborted === true;
  }

  #now(): number {
    return this.context.options.runtime.monotonic();
  }
}
