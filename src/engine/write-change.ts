import { type FailureKind, HttpFailure, withoutResponse } from '../http/failure.js';
import type { HttpResponse, SendJournal, WriteClient } from '../http/request.js';
import type { PlannedChange } from '../model/change.js';
import { saysDone, type WriteStep, UnwritableChange, writesOf } from '../providers/provider.js';
import { type AuditLog, AuditLogFailure, type AuditOutcome } from './audit-log.js';
import { type Confirmation, confirmWrite } from './confirm-write.js';
import type { WriteOutcome } from './dispatch.js';
import { type FreshContext, freshStep, onlyFresh, StaleRead } from './fresh-step.js';
import type { BlockedPart } from './write-blocks.js';
import { WriteJournal } from './write-journal.js';

/** How often one request of a change is sent when its response is lost and reading shows that it did not land. */
const maxSendings = 4;

/** So long is a request made anew that a server throttles, milliseconds. */
const longestMs = 600_000;

/** How a response is lost. Any other one that does not say success is a failure, whatever its status. */
const lostKinds: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'network',
  'timeout',
  'server',
  'interrupted',
]);

export interface WriteContext extends FreshContext {
  readonly client: WriteClient;
  /** A text without the secrets that the client knows. */
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
  readonly audit: AuditLog;
  /** Told what else must not be written any more. */
  readonly block: (part: BlockedPart, planned: PlannedChange, reason: string) => void;
}

/** Writes one change, resolves lost responses by reading, and says what became of it. Throws for defects only. */
export async function writeChange(planned: PlannedChange, context: WriteContext): Promise<WriteOutcome> {
  return new ChangeWriter(planned, context).write();
}

type StepOutcome = Pick<WriteOutcome, 'status' | 'reason'>;

class ChangeWriter {
  readonly #journal: WriteJournal;
  /** The id that the server gave the last request. */
  #requestId: string | null = null;

  constructor(
    private readonly planned: PlannedChange,
    private readonly context: WriteContext,
  ) {
    this.#journal = new WriteJournal(context.audit, context.runtime, planned.change);
  }

  async write(): Promise<WriteOutcome> {
    const { runtime, redact } = this.context;
    const startedAt = runtime.monotonic();
    const { status, reason } = await this.#writeSteps();
    return {
      status,
      reason: reason === null ? null : redact(reason),
      requestId: this.#requestId,
      ms: Math.round((runtime.monotonic() - startedAt) * 10) / 10,
    };
  }

  async #writeSteps(): Promise<StepOutcome> {
    const steps = writesOf(this.context.provider, this.planned, this.context.root);
    if (steps instanceof UnwritableChange) return { status: 'failed', reason: steps.message };
    for (const [index, step] of steps.entries()) {
      const outcome = await this.#writeStep(step, index);
      if (outcome.status === 'applied') {
        const { root, earlier } = this.context;
        earlier.add({ planned: this.planned, gives: step.gives, takes: step.takes, root });
        continue;
      }
      if (index === 0) return outcome;
      const reason = `only the first ${index} of ${steps.length} requests took effect: ${outcome.reason ?? ''}`;
      return { status: 'failed', reason };
    }
    return { status: 'applied', reason: null };
  }

  /** Sends one request until it is clear what became of it. `index`: of the step in the change. */
  async #writeStep(step: WriteStep, index: number): Promise<StepOutcome> {
    const planned = this.planned;
    for (let sending = 1; ; sending += 1) {
      const sent = await (step.replacesRoles === true ? this.#sendFresh(step, index) : this.#send(step));
      if (!(sent instanceof HttpFailure)) return sent;
      const isDone = planned.change.verifiable === false && saysDone(this.context.provider, step, sent);
      const confirmation: Confirmation = isDone
        ? { kind: 'holds' }
        : await confirmWrite(step, planned, this.context);
      const outcome = resolveOutcome(confirmation, sent, sending, this.context.signal);
      if (outcome === null) continue;
      const unrecorded = await this.#record(step, outcome.status === 'applied' ? 'applied' : 'failed');
      return unrecorded ?? outcome;
    }
  }

  /** Sends one request as it is made from a read of this moment; made anew for as long as it has to wait. */
  async #sendFresh(step: WriteStep, index: number): Promise<StepOutcome | HttpFailure> {
    const { monotonic } = this.context.runtime;
    const startedAt = monotonic();
    for (let round = 0; ; round += 1) {
      const fresh = await freshStep(step, index, this.planned, this.context);
      if (fresh.kind === 'holds') return { status: 'applied', reason: null };
      if (fresh.kind === 'interrupted') return { status: 'skipped', reason: 'not sent: interrupted' };
      if (fresh.kind === 'unknown') return { status: 'failed', reason: fresh.reason };
      const journal = this.#journal.of(fresh.step.request);
      const sent = await this.#send(fresh.step, onlyFresh(journal, fresh.readAt, round, monotonic));
      if (!(sent instanceof StaleRead)) return sent;
      if (monotonic() - startedAt > longestMs)
        return { status: 'failed', reason: 'not sent: the server did not accept it in time' };
    }
  }

  async #send(step: WriteStep): Promise<StepOutcome | HttpFailure>;
  async #send(step: WriteStep, journal: SendJournal): Promise<StepOutcome | HttpFailure | StaleRead>;
  /** Sends one request. Returns what became of it, or the failure that leaves this open. */
  async #send(
    step: WriteStep,
    journal: SendJournal = this.#journal.of(step.request),
  ): Promise<StepOutcome | HttpFailure | StaleRead> {
    const { client, provider } = this.context;
    try {
      const response = await client.send(step.request, journal);
      this.#requestId = response.requestId ?? this.#requestId;
      const refusal = provider.refusal(step, response);
      if (refusal !== null && saysDone(provider, step, response)) {
        return (await this.#record(step, 'lost')) ?? refusedWithSuccess(step, response, refusal);
      }
      const unrecorded = await this.#record(step, refusal === null ? 'applied' : 'failed');
      if (refusal === null) return { status: 'applied', reason: null };
      return unrecorded ?? { status: 'failed', reason: refusal };
    } catch (error) {
      if (error instanceof AuditLogFailure) return this.#stopAll(error);
      if (error instanceof StaleRead)
        return (error.wasSent ? await this.#record(step, 'repeated') : null) ?? error;
      if (!(error instanceof HttpFailure)) return (await this.#record(step, 'lost')) ?? defect(error);
      this.#requestId = error.requestId ?? this.#requestId;
      const isLost = error.landed === 'unknown' && lostKinds.has(error.kind);
      const isOpen = isLost || saysDone(provider, step, error);
      const unrecorded = await this.#record(step, isOpen ? 'lost' : 'failed');
      return unrecorded ?? (isOpen ? error : this.#refused(error));
    }
  }

  /** A refusal that surely did not land, and whatever it says about the requests still to come. */
  #refused({ kind, message }: HttpFailure): StepOutcome {
    const { block } = this.context;
    if (kind === 'interrupted') return { status: 'skipped', reason: 'not sent: interrupted' };
    if (kind === 'unauthorized' || kind === 'token' || kind === 'missing-variable')
      block('credential', this.planned, message);
    if (kind === 'forbidden') block('scope', this.planned, message);
    return { status: 'failed', reason: message };
  }

  /** Writes the `after` line. Null where that succeeded; else nothing more may be written. */
  async #record(step: WriteStep, outcome: AuditOutcome): Promise<StepOutcome | null> {
    try {
      await this.#journal.end(step.request, outcome);
      return null;
    } catch (error) {
      if (!(error instanceof AuditLogFailure)) throw error;
      return this.#stopAll(error);
    }
  }

  #stopAll(error: AuditLogFailure): StepOutcome {
    const reason = `the audit log could not be written (${error.message}), and rolecall does not write without an audit line`;
    this.context.block('everything', this.planned, reason);
    return { status: 'failed', reason };
  }
}

/** An answer with a 2xx status that says no in its body, as the failure that it is. */
function refusedWithSuccess(
  { request }: WriteStep,
  { status, body }: HttpResponse,
  refusal: string,
): HttpFailure {
  const { method, path } = request;
  return new HttpFailure(refusal, {
    ...withoutResponse('conflict', `${method} ${path}`, 'no'),
    status,
    body,
  });
}

/** What reading says of a request whose response was lost; null: it did not land, and may be sent again. */
function resolveOutcome(
  confirmation: Confirmation,
  failure: HttpFailure,
  sending: number,
  signal: AbortSignal,
): StepOutcome | null {
  if (confirmation.kind === 'holds') return { status: 'applied', reason: null };
  if (confirmation.kind === 'unreadable') {
    const reason = `${failure.message}; a read could not tell whether it took effect: ${confirmation.reason}`;
    return { status: 'failed', reason };
  }
  if (failure.landed === 'no') return { status: 'failed', reason: failure.message };
  if (sending < maxSendings && !signal.aborted) return null;
  const reason = `${failure.message}; a read shows that it did not take effect (sent ${sending} times)`;
  return { status: 'failed', reason };
}

/** What nobody expected fails the change that it happened to, and nothing else. */
function defect(error: unknown): StepOutcome {
  const words = error instanceof Error ? error.message : String(error);
  const reason = `an unexpected error occurred, so it is not known whether it took effect: ${words}`;
  return { status: 'failed', reason };
}
