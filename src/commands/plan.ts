import { resolve } from 'node:path';
import { ExitCode, worstExit } from '../errors.js';
import { type Diagnostic, hasErrors } from '../model/diagnostic.js';
import type { Plan } from '../model/plan.js';
import { planJsonPieces } from '../report/json.js';
import { noteAssumedFacts } from './assumed-facts.js';
import type { CommandContext, Outcome } from './context.js';
import { writeOutput } from './write-files.js';
import { keptTooLarge } from './plan-file.js';
import { openPlanningRun, planningDefaults, type PlanningOptions, type PlanningRun } from './planning-run.js';
import { keepRecord, type RecordFrame, recordFrame } from './record/new-record.js';
import type { RecordToWrite } from './record/record-options.js';

export interface PlanOptions extends Omit<PlanningOptions, 'onlyScopes' | 'everyone' | 'tolerated'> {
  readonly detailedExitcode: boolean;
  /** Fail where an entry is blocked; with a base, one of cause `files`. */
  readonly failOnBlocked: boolean;
  /** Path of a file to keep the plan in; null: it is not kept. */
  readonly out: string | null;
  /** A record to keep for apply; null: there is none. */
  readonly record?: RecordToWrite | null;
}

export interface PlanOutcome extends Outcome {
  readonly plan: Plan;
}

/** Reads the live state and plans. Sends reads (and token requests) only. */
export async function planCommand(options: PlanOptions, context: CommandContext): Promise<PlanOutcome> {
  const { record = null } = options;
  const frame = record === null ? null : await recordFrame(record, options.base, context);
  const run = await openPlanningRun({ ...planningDefaults, ...options }, context);
  try {
    const { plan } = run.planned;
    noteAssumedFacts(plan, context.events);
    const codes = [planExit(plan, run.diagnostics, options.detailedExitcode, options.failOnBlocked)];
    if (!(await planKept(options.out, plan, context))) codes.push(ExitCode.error);
    if (record !== null && frame !== null && !(await recordKept(frame, record, run, context)))
      codes.push(ExitCode.error);
    return { plan, diagnostics: run.diagnostics, exitCode: worstExit(codes) };
  } finally {
    await run.close();
  }
}

/** The exit code of a plan. */
export function planExit(
  plan: Plan,
  diagnostics: readonly Diagnostic[],
  detailed: boolean,
  failOnBlocked = false,
): ExitCode {
  const codes: ExitCode[] = [ExitCode.done];
  if (hasErrors(diagnostics)) codes.push(ExitCode.invalid);
  if (plan.guards.length > 0) codes.push(ExitCode.guard);
  if (plan.scopes.some(({ complete }) => !complete)) codes.push(ExitCode.error);
  if (failOnBlocked && hasBlocked(plan)) codes.push(ExitCode.partial);
  if (detailed && pending(plan) > 0) codes.push(ExitCode.changesPending);
  return worstExit(codes);
}

/** Whether an entry is blocked; where there is a base, one that the files brought about. */
function hasBlocked({ base, changes }: Plan): boolean {
  return changes.some(({ blocked, cause }) => blocked !== null && (base === null || cause === 'files'));
}

/** Changes that can be made and whose result can be read back. */
export function pending({ summary: { grant, change, revoke } }: Plan): number {
  return grant + change + revoke;
}

async function planKept(path: string | null, plan: Plan, { cwd, events }: CommandContext): Promise<boolean> {
  if (path === null) return true;
  const file = resolve(cwd, path);
  const problem = await writeOutput(file, planJsonPieces(plan));
  const message = problem === null ? await keptTooLarge(file) : `The plan could not be kept: ${problem}`;
  if (message !== null) events({ kind: 'note', message });
  return problem === null;
}

async function recordKept(
  frame: RecordFrame,
  record: RecordToWrite,
  run: PlanningRun,
  context: CommandContext,
): Promise<boolean> {
  const problem = await keepRecord(frame, record, run, context);
  if (problem !== null) context.events({ kind: 'note', message: `The record could not be kept: ${problem}` });
  return problem === null;
}
