import { type FailureKind, HttpFailure } from '../http/failure.js';
import type { HttpResponse } from '../http/request.js';
import type { PlannedChange } from '../model/planned.js';
import type { WriteStep } from '../providers/provider.js';
import { AuditLogFailure } from './audit-log.js';
import type { WriteOutcome } from './dispatch.js';
import { type Confirmation, confirmWrite } from './confirm-write.js';
import type { WriteContext } from './write-context.js';
import { WriteJournal } from './write-journal.js';

/** How often one request of a change is sent when its answer is lost and reading shows that it did not land. */
const MOST_SENDINGS = 4;

/** How an answer is lost. Any other one that does not say success is a failure, whatever its status. */
const LOST: ReadonlySet<FailureKind> = new Set<FailureKind>(['network', 'timeout', 'server', 'interrupted']);

/** Writes one change, settles lost answers by reading, and says what became of it. */
export async function writeChange(planned: PlannedChange, context: WriteContext): Promise<WriteOutcome> {
  const { connection, runtime, root } = context;
  const started = runtime.monotonic();
  const journal = new WriteJournal(context.audit, runtime, planned.change);
  let requestId: string | null = null;
  const end = (status: WriteOutcome['status'], reason: string | null): WriteOutcome => ({
    status,
    reason: reason === null ? null : connection.client.redact(reason),
    requestId,
    ms: Math.round((runtime.monotonic() - started) * 10) / 10,
  });
  const steps = connection.provider.writes(planned, root);
  for (const [index, step] of steps.entries()) {
    const outcome = await sendStep(step, planned, journal, context);
    requestId = outcome.requestId ?? requestId;
    if (outcome.status === 'applied') continue;
    if (index === 0) return end(outcome.status, outcome.reason);
    return end(
      'failed',
      `only the first ${index} of ${steps.length} requests landed: ${outcome.reason ?? ''}`,
    );
  }
  return end('applied', null);
}

type StepOutcome = Omit<WriteOutcome, 'ms'>;

async function sendStep(
  step: WriteStep,
  planned: PlannedChange,
  journal: WriteJournal,
  context: WriteContext,
): Promise<StepOutcome> {
  for (let sending = 1; ; sending += 1) {
    const sent = await send(step, planned, journal, context);
    if (sent.kind === 'settled') return sent.outcome;
    const { failure } = sent;
    const isDone = planned.change.verifiable === false && step.doneStatuses.includes(failure.status ?? 0);
    const told: Confirmation = isDone ? { kind: 'holds' } : await confirmWrite(step, planned, context);
    const outcome = resolveOutcome(told, failure, sending, context.signal);
    if (outcome === null) continue;
    const unrecorded = await record(
      journal,
      step,
      outcome.status === 'applied' ? 'applied' : 'failed',
      context,
      planned,
    );
    return unrecorded ?? { ...outcome, requestId: failure.requestId };
  }
}

type Sent =
  | { readonly kind: 'settled'; readonly outcome: StepOutcome }
  | { readonly kind: 'unclear'; readonly failure: HttpFailure };

async function send(
  step: WriteStep,
  planned: PlannedChange,
  journal: WriteJournal,
  context: WriteContext,
): Promise<Sent> {
  let answer: HttpResponse;
  try {
    answer = await context.connection.client.forWriting().send(step.request, journal.of(step.request));
  } catch (error) {
    if (error instanceof AuditLogFailure)
      return { kind: 'settled', outcome: auditStop(error, planned, context) };
    if (!(error instanceof HttpFailure)) {
      const unrecorded = await record(journal, step, 'lost', context, planned);
      return { kind: 'settled', outcome: unrecorded ?? defect(error) };
    }
    const lost = error.landed === 'unknown' && LOST.has(error.kind);
    const unclear = lost || step.doneStatuses.includes(error.status ?? 0);
    const failed = await record(journal, step, unclear ? 'lost' : 'failed', context, planned);
    if (failed !== null) return { kind: 'settled', outcome: failed };
    return unclear
      ? { kind: 'unclear', failure: error }
      : { kind: 'settled', outcome: { ...refused(error, planned, context), requestId: error.requestId } };
  }
  const { requestId } = answer;
  const refusal = context.connection.provider.refusal(step, answer);
  const unrecorded = await record(journal, step, refusal === null ? 'applied' : 'failed', context, planned);
  if (unrecorded !== null && refusal !== null) return { kind: 'settled', outcome: unrecorded };
  const outcome: StepOutcome = {
    status: refusal === null ? 'applied' : 'failed',
    reason: refusal,
    requestId,
  };
  return { kind: 'settled', outcome };
}

/** A refusal that surely did not land, and whatever it says about the requests still to come. */
function refused(
  failure: HttpFailure,
  planned: PlannedChange,
  { block: stop }: WriteContext,
): Omit<StepOutcome, 'requestId'> {
  if (failure.kind === 'interrupted') return { status: 'skipped', reason: 'interrupted before it was sent' };
  if (failure.kind === 'unauthorized' || failure.kind === 'token' || failure.kind === 'missing-variable') {
    stop('credential', planned, failure.message);
  }
  if (failure.kind === 'forbidden') stop('scope', planned, failure.message);
  return { status: 'failed', reason: failure.message };
}

/** What reading back a lost answer means; null: it did not land, and may be sent again. */
function resolveOutcome(
  told: Confirmation,
  failure: HttpFailure,
  sending: number,
  signal: AbortSignal,
): Omit<StepOutcome, 'requestId'> | null {
  if (told.kind === 'holds') return { status: 'applied', reason: null };
  if (told.kind === 'unreadable') {
    return {
      status: 'failed',
      reason: `${failure.message}; whether it landed could not be read: ${told.reason}`,
    };
  }
  if (failure.landed === 'no') return { status: 'failed', reason: failure.message };
  if (sending >= MOST_SENDINGS || signal.aborted) {
    return {
      status: 'failed',
      reason: `${failure.message}; reading shows that it did not land (sent ${sending} times)`,
    };
  }
  return null;
}

/** Writes the `after` line; where the log fails, nothing more may be written. */
async function record(
  journal: WriteJournal,
  step: WriteStep,
  outcome: 'applied' | 'failed' | 'lost',
  context: WriteContext,
  planned: PlannedChange,
): Promise<StepOutcome | null> {
  try {
    await journal.end(step.request, outcome);
    return null;
  } catch (error) {
    if (!(error instanceof AuditLogFailure)) throw error;
    return auditStop(error, planned, context);
  }
}

/** What nobody expected fails the change that it happened to, and nothing else. */
function defect(error: unknown): StepOutcome {
  const words = error instanceof Error ? error.message : String(error);
  const reason = `something unexpected happened, so nobody knows whether it landed: ${words}`;
  return { status: 'failed', reason, requestId: null };
}

function auditStop(
  error: AuditLogFailure,
  planned: PlannedChange,
  { block: stop }: WriteContext,
): StepOutcome {
  const reason = `the audit log could not be written (${error.message}), and nothing is written without its line`;
  stop('audit-log', planned, reason);
  return { status: 'failed', reason, requestId: null };
}
