import type { Desk } from './desk.js';
import { type RawAnswer, TransportError } from './exchange.js';
import { HttpFailure, noAnswer } from './failure.js';
import type { Key } from './keyring.js';
import type { HttpAnswer, HttpRequest, SendJournal } from './request.js';
import { RetryBudget, readBudgetMs, writeBudgetMs } from './retry-budget.js';
import type { Subject } from './verdict.js';

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
export class Errand implements Subject {
  readonly provider: string;
  readonly reads: boolean;
  readonly #desk: Desk;
  readonly #key: Key;
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

  constructor(desk: Desk, key: Key, target: Target, request: HttpRequest, journal?: SendJournal) {
    this.#desk = desk;
    this.#key = key;
    this.#target = target;
    this.#request = request;
    this.#journal = journal;
    this.provider = desk.options.name;
    this.reads = request.method === 'GET';
    this.#body = request.body === undefined ? null : JSON.stringify(request.body);
    this.#waitingSince = this.#now();
  }

  /** Made where it is asked for: few requests are ever named. */
  get request(): string {
    return `${this.#request.method} ${this.#path()}`;
  }

  /** @throws HttpFailure */
  async run(): Promise<HttpAnswer> {
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

  /** Waits until the request may be sent. Answers with what authorizes it at that moment. */
  async #turn(last: HttpFailure | null): Promise<string> {
    const { credential } = this.#key;
    for (;;) {
      if (this.#interrupted()) throw this.#desk.interrupted(this.request);
      this.#key.assertUsable(this);
      this.#assertWorthWaiting(last);
      if (credential.value() === null) {
        await this.#key.ready();
        continue;
      }
      const isReady = (): boolean =>
        credential.value() !== null && !this.#interrupted() && !this.#key.stopped();
      const turn = this.#desk.pacer.turn(isReady);
      const came = typeof turn === 'object' ? await turn : turn;
      if (came === 'again') continue;
      this.#turnAt = came;
      const value = credential.value();
      if (value !== null) return value;
    }
  }

  /** A pause that does not end within what is left for repeating is not waited for. */
  #assertWorthWaiting(last: HttpFailure | null): void {
    const { pacer } = this.#desk;
    const wait = last === null ? pacer.pausedFor() : pacer.expectedWait();
    const left = this.#budget?.remaining() ?? (this.reads ? readBudgetMs : writeBudgetMs);
    if (wait < left) return;
    const seconds = Math.ceil(wait / 1000);
    const words =
      last === null
        ? `${this.provider}: ${this.request} was not sent: the server wants no requests for another ${seconds} s`
        : `${last.message} (it would take another ${seconds} s, longer than is waited)`;
    const details = last ?? noAnswer('rate-limited', this.request, 'no');
    throw new HttpFailure(words, { ...details, retryAfterMs: wait });
  }

  async #send(authorization: string): Promise<HttpAnswer | HttpFailure> {
    const { options, transport, judge } = this.#desk;
    const sentAt = this.#now();
    this.#attempt += 1;
    this.#key.credential.sent(authorization);
    this.#budget ??= new RetryBudget(options.runtime, this.reads ? readBudgetMs : writeBudgetMs, sentAt);
    const finish = this.#desk.started({
      kind: 'request',
      method: this.#request.method,
      path: this.#target.path,
      attempt: this.#attempt,
      sentAt,
      waitMs: sentAt - this.#waitingSince,
    });
    try {
      const answer = await transport.exchange({
        origin: this.#target.origin,
        path: this.#target.path,
        method: this.#request.method,
        headers: this.#headers(authorization),
        body: this.#body,
        maxBytes: maxAnswerBytes,
        timeoutMs: this.reads ? this.#budget.remaining() : options.timeoutMs,
        interruptible: this.reads && this.#request.settling !== true,
      });
      const verdict = judge.judge(this, answer);
      const id = verdict.ok ? verdict.requestId : verdict.failure.requestId;
      finish(answer, id);
      this.#journal?.after(answer.status, id);
      this.#tell(answer, verdict.ok ? null : verdict.failure.retryAfterMs);
      if (!verdict.ok) return verdict.failure;
      const { body, requestId } = verdict;
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
      return judge.broken(this, error);
    }
  }

  /** What the answer means for everyone else. */
  #tell(answer: RawAnswer, retryAfterMs: number | null): void {
    const { pacer } = this.#desk;
    if (answer.status === 429) pacer.bounced(this.#turnAt, retryAfterMs);
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
        return this.#bounces === 1 || this.#rest(failure.retryAfterMs === null ? null : 0);
      case 'server':
        return (
          this.reads && passingStatuses.includes(failure.status ?? 0) && this.#rest(failure.retryAfterMs)
        );
      case 'network':
      case 'timeout':
      case 'garbled':
        return this.reads && this.#rest(null);
      default:
        return false;
    }
  }

  async #mayRepeatRefused(failure: HttpFailure, authorization: string): Promise<boolean> {
    if (this.#key.stopped()) return false;
    if (this.#key.credential.value() !== authorization) {
      this.#staleTokens += 1;
      return this.#staleTokens <= staleTokenLimit;
    }
    if (!this.#renewed) {
      this.#renewed = true;
      if (await this.#key.replace(authorization)) return true;
    }
    this.#key.stop(failure);
    return false;
  }

  /** Waits before a repetition; false where that would take too long. */
  async #rest(retryAfterMs: number | null): Promise<boolean> {
    const wait = this.#budget?.nextWait(retryAfterMs) ?? null;
    if (wait === null) return false;
    if (wait > 0) await this.#desk.sleep(wait, this.request, this.#request.settling ?? false);
    return true;
  }

  #headers(authorization: string): Record<string, string> {
    const headers: Record<string, string> = {
      [this.#key.credential.header]: authorization,
      accept: 'application/json',
      'user-agent': this.#desk.options.userAgent,
    };
    if (this.#body !== null) headers['content-type'] = 'application/json';
    return headers;
  }

  /** Without the secrets that are known by now. */
  #path(): string {
    return this.#desk.redaction.redact(this.#target.path);
  }

  #interrupted(): boolean {
    return this.#desk.options.signal?.aborted === true && this.#request.settling !== true;
  }

  #now(): number {
    return this.#desk.options.runtime.monotonic();
  }
}
