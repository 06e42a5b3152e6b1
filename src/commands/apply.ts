import { resolve } from 'node:path';
import { applyPlannedRun, blockedResults, summarizeResults, unwrittenResult } from '../engine/apply.js';
import { noAuditLog, openAuditLog } from '../engine/audit-log.js';
import { ExitCode, UsageError, worstExit } from '../errors.js';
import { type Head, headOf } from '../git/working-tree.js';
import type { Change } from '../model/change.js';
import { hasErrors } from '../model/diagnostic.js';
import { formatInstant } from '../model/instant.js';
import { nothingRead, type Plan } from '../model/plan.js';
import type { ApplyResult, ChangeResult } from '../model/result.js';
import { effectKey, effectsOf, LiveIndex } from '../planning/effects.js';
import { receiptJson } from '../report/json.js';
import { filesRead } from '../workspace/workspace.js';
import { noteAssumedFacts } from './assumed-facts.js';
import type { CommandContext } from './context.js';
import { readPlanFile } from './plan-file.js';
import type { PlanOutcome } from './plan.js';
import { openPlanningRun, planningDefaults, type PlanningOptions, type PlanningRun } from './planning-run.js';
import { type GivenRecords, givenRecords, notCovered } from './record/given-records.js';
import type { RecordsToApply } from './record/record-options.js';
import { strikeOffFiles } from './record/strike-off-files.js';
import { selectReviewed } from './reviewed-selection.js';
import type { Selection } from './selection.js';
import { writeOutput } from './write-files.js';

export interface ApplyOptions
  extends Omit<PlanningOptions, 'onlyScopes' | 'everyone' | 'tolerated' | 'providersFrom'> {
  /** Path of a file that gets a line before and after every write; null: there is none. */
  readonly auditLog: string | null;
  readonly planFile: string | null;
  readonly digest: string | null;
  /** What may be written, by records in files; null: there are none. Not beside a plan file. */
  readonly records?: RecordsToApply | null;
  /** End terms without review, and hold what no record covers. Not beside a plan file or a digest. */
  readonly scheduled?: boolean;
  readonly yes: boolean;
  readonly interactive: boolean;
  /** Shows the plan before anything is written. */
  readonly show: (plan: Plan) => Promise<void>;
  /** Asks whether to write these changes of what was shown; not called with `yes`. */
  readonly confirm: (changes: readonly Change[]) => Promise<boolean>;
  readonly receipt: string | null;
}

export interface ApplyOutcome extends PlanOutcome {
  readonly result: ApplyResult | null;
}

/** Plans again, asks and writes. With a plan file or a digest it writes only what was reviewed. */
export async function applyCommand(options: ApplyOptions, context: CommandContext): Promise<ApplyOutcome> {
  if (!options.yes && !options.interactive) {
    throw new UsageError('apply asks before it writes, and there is no terminal to ask on', {
      hint: 'Add --yes to write without asking.',
    });
  }
  const startedAt = context.runtime.now();
  const reviewed =
    options.planFile === null ? null : await readPlanFile(resolve(context.cwd, options.planFile));
  const { records = null } = options;
  const given = records === null ? null : await givenRecords(records, options.base, context);
  const base = given === null ? options.base : given.base;
  const onlyScopes = reviewed === null ? null : reviewed.scopes.map(({ scope }) => scope);
  const opened = await openPlanningRun({ ...planningDefaults, ...options, base, onlyScopes }, context);
  try {
    const { digest, scheduled = false } = options;
    const { run, selection } = await selectReviewed(opened, {
      plan: reviewed,
      records: given,
      digest,
      scheduled,
    });
    const { plan } = run.planned;
    noteAssumedFacts(plan, context.events);
    const known = { plan, diagnostics: run.diagnostics };
    if (!(await agreed(run, selection, options, context)))
      return { ...known, result: null, exitCode: ExitCode.error };
    const head =
      options.receipt === null ? null : await headOf(run.location, filesRead(run.location, run.config));
    const applied = await applyRun(run, selection, options.auditLog, context);
    const result = { ...applied, warnings: plan.warnings };
    const codes = [applyExit(run, applied, context.signal)];
    if (!(await receiptKept(options.receipt, result, head, startedAt, context))) codes.push(ExitCode.error);
    if (given !== null && !(await recordsKept(given, run, applied, options, context)))
      codes.push(ExitCode.error);
    return { ...known, result, exitCode: worstExit(codes) };
  } finally {
    await opened.close();
  }
}

async function agreed(
  run: PlanningRun,
  selection: Selection,
  options: ApplyOptions,
  context: CommandContext,
): Promise<boolean> {
  if (selection.allowed.length === 0 || refusalOf(run, selection) !== null) {
    // The plan is not shown, so its warnings about incomplete reads are reported here.
    for (const { code, message } of run.planned.plan.warnings) {
      if (code === 'incomplete-read') context.events({ kind: 'note', message });
    }
    return true;
  }
  const { plan } = run.planned;
  await options.show(plan);
  return options.yes || options.confirm(selection.allowed.flatMap((index) => plan.changes[index] ?? []));
}

/** Writes the receipt, if one is wanted. If that fails, the result stands and a note says so. */
async function receiptKept(
  path: string | null,
  result: ApplyResult,
  head: Head | null,
  startedAt: number,
  { cwd, runtime, events }: CommandContext,
): Promise<boolean> {
  if (path === null) return true;
  const receipt = receiptJson({
    formatVersion: 1,
    commit: head?.sha ?? null,
    uncommitted: head?.changed ?? false,
    digest: result.digest,
    startedAt: formatInstant(startedAt),
    finishedAt: formatInstant(runtime.now()),
    result,
  });
  const problem = await writeOutput(resolve(cwd, path), receipt);
  if (problem !== null) events({ kind: 'note', message: `The receipt could not be kept: ${problem}` });
  return problem === null;
}

/** Strikes off the records what was done, and says why nothing was where they do not cover it. */
async function recordsKept(
  given: GivenRecords,
  run: PlanningRun,
  result: ApplyResult,
  options: Pick<ApplyOptions, 'digest'>,
  context: CommandContext,
): Promise<boolean> {
  if (result.unreviewed.length > 0 && options.digest === null) {
    context.events({ kind: 'note', message: notCovered(given, result.unreviewed.length) });
  }
  const problems = await strikeOffFiles(given, run, result, context);
  for (const message of problems) context.events({ kind: 'note', message });
  return problems.length === 0;
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
          ? 'its scope could not be read whole, so it is not known whether it is done'
          : 'the files no longer ask for it';
      return unwrittenResult(change, 'skipped', reason);
    });
}
