import type { Change } from '../model/change.js';
import type { LiveState } from '../model/live.js';
import {
  type ApplyResult,
  type ChangeResult,
  type ResultStatus,
  type ResultSummary,
  resultOf,
} from '../model/result.js';
import type { Settings } from '../model/settings.js';
import type { PlanDraft } from '../planning/make-plan.js';
import { type Schedule, scheduleOf } from '../planning/schedule.js';
import type { Runtime } from '../runtime.js';
import type { AuditLog } from './audit-log.js';
import { type Connections, connectionTo } from './connection.js';
import { dispatch } from './dispatch.js';
import type { EventSink } from './events.js';
import { Stops } from './stops.js';
import { verify } from './verify.js';
import { writeChange } from './write-change.js';

export interface ApplyInput {
  readonly draft: PlanDraft;
  /** Indexes of the changes to write; those left out are neither written nor reported, blocked ones are reported. */
  readonly indexes: readonly number[];
  /** Results that stand already: what is held, what was done before. */
  readonly settledBefore: readonly ChangeResult[];
  readonly live: LiveState;
  readonly settings: Settings;
  readonly connections: Connections;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly events: EventSink;
  readonly audit: AuditLog;
}

/** Writes a draft's changes in the order of its schedule, then reads the touched scopes again. */
export async function applyDraft(input: ApplyInput): Promise<ApplyResult> {
  const { draft, signal, settledBefore } = input;
  const schedule = scheduleOf(draft, input.indexes, input.settings);
  const written = await writeAll(schedule, input);
  const applied = schedule.writes.filter((_, position) => written[position]?.status === 'applied');
  const clean = written.every(({ status }) => status === 'applied');
  const holds = await verify(
    applied.map(({ planned }) => planned),
    input,
  );
  const results = [...written, ...blockedResults(draft), ...settledBefore];
  return {
    formatVersion: 1,
    summary: summarize(results),
    converged: clean && holds && !signal.aborted,
    digest: draft.plan.digest,
    guards: draft.plan.guards,
    unreviewed: [],
    results,
  };
}

async function writeAll(schedule: Schedule, input: ApplyInput): Promise<readonly ChangeResult[]> {
  const { connections, runtime, signal, events, audit, live } = input;
  const stops = new Stops(connections, signal);
  const total = schedule.writes.length;
  const results: (ChangeResult | undefined)[] = schedule.writes.map(() => undefined);
  let done = 0;
  events({ kind: 'apply-started', writes: total });
  await dispatch(schedule, {
    write: ({ planned }) => {
      const root = live.get(planned.scope.rootAddress);
      if (root === undefined) throw new Error(`${planned.change.scope} was planned without being read`);
      const connection = connectionTo(connections, planned.scope.provider);
      return writeChange(planned, { connection, root, runtime, signal, audit, stop: stops.stop });
    },
    stopped: ({ planned }) => stops.reason(planned),
    concurrency: (provider) => connectionTo(connections, provider).settings.concurrency,
    onSettled: (position, outcome) => {
      const write = schedule.writes[position];
      if (write === undefined) return;
      const result = resultOf(write.planned.change, outcome);
      results[position] = result;
      done += 1;
      events({ kind: 'change-done', result, done, total });
    },
  });
  return results.filter((result) => result !== undefined);
}

/** The changes of a draft that cannot be done, as results. */
export function blockedResults({ plan }: PlanDraft): readonly ChangeResult[] {
  return plan.changes.flatMap((change) =>
    change.blocked === null ? [] : [unwritten(change, 'blocked', change.blocked)],
  );
}

/** A result of a change for which nothing was sent. */
export function unwritten(change: Change, status: ResultStatus, reason: string | null): ChangeResult {
  return resultOf(change, { status, reason, requestId: null, ms: 0 });
}

/** How many results there are of each status. */
export function summarize(results: readonly ChangeResult[]): ResultSummary {
  const counts: Record<ResultStatus, number> = {
    applied: 0,
    failed: 0,
    skipped: 0,
    blocked: 0,
    alreadyDone: 0,
    held: 0,
  };
  for (const { status } of results) counts[status] += 1;
  return counts;
}
