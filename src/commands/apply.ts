import { resolve } from 'node:path';
import { ExitCode, UsageError, worstExit } from '../errors.js';
import { type Head, headOf } from '../git/working-tree.js';
import { formatInstant, parseInstant } from '../model/instant.js';
import type { Change } from '../model/change.js';
import type { Plan } from '../model/plan.js';
import type { ApplyResult } from '../model/result.js';
import { traitsOf } from '../model/scope.js';
import { receiptJson } from '../report/json.js';
import { matchReview, reviewOf } from '../planning/review.js';
import { applyExit, applyRun, selectAll, refusalOf, type Selection } from './apply-run.js';
import { filesRead } from '../workspace/workspace.js';
import type { CommandContext } from './context.js';
import { writeOutput } from './write-files.js';
import { readPlanFile } from './plan-file.js';
import type { PlanOutcome } from './plan.js';
import { openPlanningRun, planningDefaults, type PlanningOptions, type PlanningRun } from './planning-run.js';

export interface ApplyOptions
  extends Omit<PlanningOptions, 'onlyScopes' | 'everyone' | 'tolerated' | 'providersFrom'> {
  /** Path of a file that gets a line before and after every write; null: there is none. */
  readonly auditLog: string | null;
  readonly planFile: string | null;
  readonly digest: string | null;
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
  const onlyScopes = reviewed === null ? null : reviewed.scopes.map(({ scope }) => scope);
  const run = await openPlanningRun({ ...planningDefaults, ...options, onlyScopes }, context);
  try {
    const selection = selectionOf(run, reviewed, options.digest);
    const { plan } = run.planned;
    const known = { plan, diagnostics: run.diagnostics };
    if (!(await agreed(run, selection, options, context)))
      return { ...known, result: null, exitCode: ExitCode.error };
    const head =
      options.receipt === null ? null : await headOf(run.location, filesRead(run.location, run.config));
    const result = await applyRun(run, selection, options.auditLog, context);
    const codes = [applyExit(run, result, context.signal)];
    if (!(await receiptKept(options.receipt, result, head, startedAt, context))) codes.push(ExitCode.error);
    return { ...known, result, exitCode: worstExit(codes) };
  } finally {
    await run.close();
  }
}

function selectionOf(run: PlanningRun, reviewed: Plan | null, digest: string | null): Selection {
  const all = selectAll(run);
  if (digest !== null && digest !== run.planned.plan.digest)
    return { ...all, allowed: [], unreviewed: all.allowed };
  if (reviewed === null) return all;
  const reviewedAt = parseInstant(reviewed.now, 'start');
  const atReview = reviewedAt === null ? null : run.plannedAt(reviewedAt);
  const { allowed, deferred, unreviewed } = matchReview(
    run.planned,
    reviewOf(reviewed.changes),
    atReview,
    floorRoleOf(run),
  );
  const reason = 'a date brought it about since the review: plan again to review it';
  return {
    allowed,
    held: deferred.map((index) => ({ index, reason })),
    unreviewed,
    reviewed: reviewed.changes,
  };
}

/** The role that a scope's members fall back to, by the scope's address. */
export function floorRoleOf({ scopes, config }: PlanningRun): (scope: string) => string | null {
  const floors = new Map(
    scopes.map(({ scope }) => [scope.address, traitsOf(config.catalogue, scope).floorRole]),
  );
  return (scope) => floors.get(scope) ?? null;
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
