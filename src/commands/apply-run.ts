import { nothingRead } from '../model/plan.js';
import { resolve } from 'node:path';
import { applyPlannedRun, blockedResults, summarizeResults, unwrittenResult } from '../engine/apply.js';
import { noAuditLog, openAuditLog } from '../engine/audit-log.js';
import { ExitCode, worstExit } from '../errors.js';
import type { Change } from '../model/change.js';
import { hasErrors } from '../model/diagnostic.js';
import type { ApplyResult, ChangeResult } from '../model/result.js';
import { effectKey, effectsOf, LiveIndex } from '../planning/effects.js';
import type { CommandContext } from './context.js';
import type { PlanningRun } from './planning-run.js';

/** What may be written of a run's plan, by index in it. Blocked changes are in none of the lists. */
export interface Selection {
  readonly allowed: readonly number[];
  /** Changes that are reported and not written, each with the reason: a date alone caused it, or somebody else must review it. */
  readonly held: readonly { readonly index: number; readonly reason: string }[];
  /** Changes that nobody reviewed. With any of them nothing at all is written. */
  readonly unreviewed: readonly number[];
  /** The reviewed changes. Those that the fresh plan lacks are reported too. */
  readonly reviewed: readonly Change[];
}

/** Selects every change that is not blocked, for a run whose fresh plan was just agreed to. */
export function selectAll({ planned }: PlanningRun): Selection {
  const allowed = planned.plan.changes.flatMap(({ blocked }, index) => (blocked === null ? [index] : []));
  return { allowed, held: [], unreviewed: [], reviewed: [] };
}

/** The reason why nothing may be written; null if something may. */
export function refusalOf({ planned, diagnostics }: PlanningRun, { unreviewed }: Selection): string | null {
  if (hasErrors(diagnostics)) return 'nothing was written: the files contradict each other';
  if (planned.plan.guards.length > 0) return 'nothing was written: a guard refused the plan';
  if (unreviewed.length > 0) return 'nothing was written: the plan holds changes that were not reviewed';
  return null;
}

/** Writes the selected changes. If the run is refused, nothing is sent and every change comes back as skipped. */
export async function applyRun(
  run: PlanningRun,
  selection: Selection,
  auditLog: string | null,
  context: CommandContext,
): Promise<ApplyResult> {
  const { planned } = run;
  const refusal = refusalOf(run, selection);
  const before = [...heldResults(run, selection), ...reviewedResults(run, selection)];
  if (refusal !== null) return refusedResult(run, selection, refusal, before);
  const audit = auditLog === null ? noAuditLog : await openAuditLog(resolve(context.cwd, auditLog));
  try {
    return await applyPlannedRun({
      ...context,
      run: planned,
      indexes: selection.allowed,
      earlierResults: before,
      live: run.live,
      settings: run.settings,
      connections: run.connections,
      audit,
    });
  } finally {
    await audit.close();
  }
}

/** The exit code of an apply. */
export function applyExit(run: PlanningRun, result: ApplyResult, signal: AbortSignal): ExitCode {
  const { applied, failed, skipped, blocked } = result.summary;
  const codes: ExitCode[] = [ExitCode.done];
  if (signal.aborted) codes.push(ExitCode.interrupted);
  if (hasErrors(run.diagnostics)) codes.push(ExitCode.invalid);
  if (result.guards.length > 0) codes.push(ExitCode.guard);
  if (result.unreviewed.length > 0) codes.push(ExitCode.reviewMismatch);
  const unread = nothingRead(run.planned.plan);
  if (!unread && (failed + skipped + blocked > 0 || !result.converged)) codes.push(ExitCode.partial);
  const incomplete = run.planned.plan.scopes.some(({ complete }) => !complete);
  if (incomplete) codes.push(applied > 0 ? ExitCode.partial : ExitCode.error);
  return worstExit(codes);
}

function refusedResult(
  { planned }: PlanningRun,
  { unreviewed, allowed }: Selection,
  reason: string,
  before: readonly ChangeResult[],
): ApplyResult {
  const { plan } = planned;
  const writable = new Set([...allowed, ...unreviewed]);
  const results = [
    ...plan.changes.flatMap((change, index) =>
      writable.has(index) ? [unwrittenResult(change, 'skipped', reason)] : [],
    ),
    ...blockedResults(planned),
    ...before,
  ];
  return {
    formatVersion: 1,
    summary: summarizeResults(results),
    converged: false,
    digest: plan.digest,
    guards: plan.guards,
    unreviewed: unreviewed.flatMap((index) => plan.changes[index] ?? []),
    results,
  };
}

function heldResults({ planned }: PlanningRun, { held }: Selection): readonly ChangeResult[] {
  return held.flatMap(({ index, reason }) => {
    const change = planned.plan.changes[index];
    return change === undefined ? [] : [unwrittenResult(change, 'held', reason)];
  });
}

/** Results for reviewed changes that the fresh plan lacks: they are done already, or the files no longer ask for them. */
function reviewedResults(run: PlanningRun, { reviewed }: Selection): readonly ChangeResult[] {
  if (reviewed.length === 0) return [];
  const live = new LiveIndex(run.live);
  const fresh = new Set(run.planned.plan.changes.flatMap((change) => effectsOf(change).map(effectKey)));
  return reviewed
    .filter(
      (change) =>
        change.blocked === null && !effectsOf(change).some((effect) => fresh.has(effectKey(effect))),
    )
    .map((change) => {
      const holds = live.hasEffects(change);
      if (holds === true) return unwrittenResult(change, 'alreadyDone', 'the live state is already so');
      const reason =
        holds === null
          ? 'its scope could not be read whole, so nobody can tell whether it is done'
          : 'the files no longer ask for it';
      return unwrittenResult(change, 'skipped', reason);
    });
}
