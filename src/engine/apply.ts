import type { Change } from '../model/change.js';
import {
  type ApplyResult,
  type ChangeResult,
  type ResultStatus,
  type ResultSummary,
} from '../model/result.js';
import type { Settings } from '../model/settings.js';
import type { PlannedRun } from '../planning/make-plan.js';
import { type Schedule, scheduleOf } from '../planning/schedule.js';
import type { AuditLog } from './audit-log.js';
import { connectionTo } from './connection.js';
import { dispatch, skipped } from './dispatch.js';
import { EarlierWrites } from './earlier-writes.js';
import { type ConvergenceContext, waitForConvergence } from './wait-for-convergence.js';
import { WriteBlocks } from './write-blocks.js';
import { writeChange } from './write-change.js';

export interface ApplyInput extends ConvergenceContext {
  readonly run: PlannedRun;
  /** Indexes of the changes to write; those left out are neither written nor reported, blocked ones are reported. */
  readonly indexes: readonly number[];
  /** Results that stand already: what is held, what was done before. */
  readonly earlierResults: readonly ChangeResult[];
  readonly settings: Settings;
  readonly audit: AuditLog;
}

/** Writes a run's changes in the order of its schedule, then reads the touched scopes again. */
export async function applyPlannedRun(input: ApplyInput): Promise<ApplyResult> {
  const { run, signal, earlierResults } = input;
  const schedule = scheduleOf(run, input.indexes, input.settings);
  const written = await writeAll(schedule, input);
  const applied = schedule.writes.filter((_, index) => written[index]?.status === 'applied');
  const converges = await waitForConvergence(
    applied.map(({ planned }) => planned),
    schedule.writes.map(({ planned }) => planned),
    input,
  );
  const results = [...written, ...blockedResults(run), ...earlierResults];
  return {
    formatVersion: 1,
    summary: summarizeResults(results),
    converged: applied.length === written.length && converges && !signal.aborted,
    digest: run.plan.digest,
    guards: run.plan.guards,
    unreviewed: [],
    results,
  };
}

async function writeAll(schedule: Schedule, input: ApplyInput): Promise<readonly ChangeResult[]> {
  const { connections, runtime, signal, events, audit, live } = input;
  const blocks = new WriteBlocks(connections, signal);
  const earlier = new EarlierWrites();
  const total = schedule.writes.length;
  const results: (ChangeResult | undefined)[] = schedule.writes.map(() => undefined);
  let done = 0;
  events({ kind: 'apply-started', writes: total });
  await dispatch(schedule, {
    write: ({ planned }, attempt) => {
      const root = live.get(planned.scope.rootAddress);
      if (root === undefined) throw new Error(`${planned.change.scope} was planned without being read`);
      const { provider, client } = connectionTo(connections, planned.scope.provider);
      const { redact } = client;
      const { block } = blocks;
      return client.whileWriting((writing) =>
        attempt(async () => {
          const reason = blocks.reason(planned);
          if (reason !== null) return skipped(reason);
          const context = { provider, client: writing, redact, root, runtime, signal, audit, block, earlier };
          return writeChange(planned, context);
        }),
      );
    },
    onOutcome: (index, outcome) => {
      const write = schedule.writes[index];
      if (write === undefined) return;
      const { status, reason, requestId, ms } = outcome;
      const result = { ...write.planned.change, status, reason, requestId, ms };
      results[index] = result;
      done += 1;
      events({ kind: 'change-done', result, done, total });
    },
  });
  return results.filter((result) => result !== undefined);
}

/** The changes of a run that cannot be done, as results. */
export function blockedResults({ plan }: PlannedRun): readonly ChangeResult[] {
  return plan.changes.flatMap((change) =>
    change.blocked === null ? [] : [unwrittenResult(change, 'blocked', change.blocked)],
  );
}

/** A result of a change for which nothing was sent. */
export function unwrittenResult(change: Change, status: ResultStatus, reason: string | null): ChangeResult {
  return { ...change, status, reason, requestId: null, ms: 0 };
}

/** How many results there are of each status. */
export function summarizeResults(results: readonly ChangeResult[]): ResultSummary {
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
