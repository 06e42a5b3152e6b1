import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readPlanFile } from '../commands/plan-file.js';
import { planExit } from '../commands/plan.js';
import type { PlanningRun } from '../commands/planning-run.js';
import { upcomingChanges } from '../commands/upcoming-changes.js';
import { diskTree } from '../config/disk-tree.js';
import { globProblem } from '../config/file-tree.js';
import { ExitCode, InvalidFilesError, UsageError } from '../errors.js';
import { trackedFiles } from '../git/working-tree.js';
import { byCodeUnit, byKeys } from '../model/ordering.js';
import type { Plan, PlanSummary } from '../model/plan.js';
import { digestOf } from '../planning/digest.js';
import { ofDiagnostics, ofPlan } from './annotations.js';
import { withInputNames } from './apply-text.js';
import { folderOf, repositoryOf } from './checkout.js';
import { type ActionContext, type ActionOutcome, attempt, outcomeOf } from './context.js';
import { offlineReason, offlineReport } from './offline.js';
import { commentPlan, commentUnplanned } from './plan-comment.js';
import { failsOnBlocked, loadRevisions, openRun, type Revisions } from './planning.js';
import { publishInvalid, publishPlan } from './publish.js';
import { reviewFacts } from './review-facts.js';
import { comparedCommits, pullBase } from './revisions.js';
import type { PullRequest } from './runner.js';

/** Plans what the event is about, and tells it on the pull request, in the summary and in the log. */
export async function planAction(context: ActionContext): Promise<ActionOutcome> {
  const { event } = context.runner;
  const { planFiles } = context.inputs;
  const pull = event.kind === 'pull-request' ? event.pull : null;
  if (pull?.isTextEdit === true) {
    context.port.log('Only words of the pull request were edited: its plan stays as it is.');
    return { exitCode: ExitCode.done, failures: [] };
  }
  if (planFiles !== null) return await planFilesAction(context, planFiles, pull);
  const commits = await comparedCommits(context);
  try {
    const revisions = await loadRevisions(context, commits);
    const reason = commits.base === null ? null : offlineReason(context, revisions, pull);
    if (commits.base !== null && reason !== null) {
      return await offlineReport(context, commits.base, revisions, reason);
    }
    const run = await openRun(context, revisions);
    try {
      return await reportPlan(context, run, revisions, pull);
    } finally {
      await run.close();
    }
  } catch (error) {
    if (!(error instanceof InvalidFilesError)) throw error;
    const text = await publishInvalid(context, error);
    const failures = pull === null ? [] : await attempt(() => commentUnplanned(context, text, pull));
    return { exitCode: error.exitCode, failures: [error, ...failures] };
  }
}

async function reportPlan(
  context: ActionContext,
  run: PlanningRun,
  revisions: Revisions,
  pull: PullRequest | null,
): Promise<ActionOutcome> {
  const isWhole = pull === null && context.inputs.shard === null;
  const later = isWhole ? [] : upcomingChanges(run, context.workspace.at);
  const plan = { ...withInputNames(run.planned.plan), ...(later.length === 0 ? {} : { later }) };
  const facts = reviewFacts(context, plan, revisions, pull);
  const folder = folderOf(context);
  await publishPlan(context, plan, facts, [
    ...ofDiagnostics(run.diagnostics, folder),
    ...ofPlan(plan, folder),
  ]);
  const failures = pull === null ? [] : await attempt(() => commentPlan(context, plan, facts, pull));
  return outcomeOf(planExit(plan, run.diagnostics, true, failsOnBlocked(context)), failures);
}

/** Merges the plans that shards kept into one comment and one record. Sends nothing to any provider. */
async function planFilesAction(
  context: ActionContext,
  glob: string,
  pull: PullRequest | null,
): Promise<ActionOutcome> {
  const plan = withInputNames(mergePlans(await readPlans(context, glob)));
  const facts = reviewFacts(context, plan, await revisionsHere(context, plan, pull), pull);
  await publishPlan(context, plan, facts, ofPlan(plan, folderOf(context)));
  const failures = pull === null ? [] : await attempt(() => commentPlan(context, plan, facts, pull));
  return outcomeOf(planExit(plan, [], true, failsOnBlocked(context)), failures);
}

async function readPlans({ runner }: ActionContext, glob: string): Promise<readonly Plan[]> {
  const problem = globProblem(glob);
  if (problem !== null) throw new UsageError(`plan-files ${JSON.stringify(glob)} is refused: ${problem}`);
  const paths = await diskTree(runner.workspace).glob([glob]);
  if (paths.length === 0) {
    throw new UsageError(`no file in the workspace matches plan-files ${JSON.stringify(glob)}`, {
      hint: 'Download the artifacts of the shard jobs first, into the workspace.',
    });
  }
  const [tracked] = await trackedFiles(runner.workspace, paths);
  if (tracked !== undefined) {
    throw new UsageError(
      `the plan file ${JSON.stringify(tracked)} is tracked by git, so no shard job wrote it`,
      {
        hint: 'Download the artifacts into a folder that the repository does not have.',
      },
    );
  }
  const plans: Plan[] = [];
  for (const path of paths) plans.push(await readPlanFile(join(runner.workspace, path)));
  return plans;
}

async function revisionsHere(
  context: ActionContext,
  plan: Plan,
  pull: PullRequest | null,
): Promise<Revisions | null> {
  const found = await stat(resolve(context.cwd, context.inputs.config)).catch(() => null);
  if (found === null || pull === null) return null;
  const base =
    plan.base === null ? null : await pullBase(await repositoryOf(context), pull, context.runner.sha);
  return await loadRevisions(context, { base, trusted: base });
}

/** One plan of the plans of several shards. @throws UsageError where they are not parts of one */
export function mergePlans(plans: readonly Plan[]): Plan {
  const [first] = plans;
  if (first === undefined) throw new UsageError('there are no plans to merge');
  const bases = new Set(plans.map(({ base }) => base));
  if (bases.size > 1) {
    throw new UsageError(`the plan files have different bases: ${[...bases].join(', ')}`, {
      hint: 'Merge the plans of one run only.',
    });
  }
  plans.forEach(requireOwnScopes);
  const scopes = plans.flatMap((plan) => plan.scopes).sort(byKeys(({ scope }) => scope));
  const twice = scopes.find(({ scope }, index) => scopes[index - 1]?.scope === scope);
  if (twice !== undefined) {
    throw new UsageError(`two of the plan files hold ${twice.scope}`, {
      hint: 'Merge the plans of different shards, each once.',
    });
  }
  requireEveryShard(plans);
  const changes = plans.flatMap((plan) => plan.changes);
  const later = plans.flatMap((plan) => plan.later ?? []);
  return {
    formatVersion: 1,
    now: plans.map(({ now }) => now).sort(byCodeUnit)[0] ?? first.now,
    base: first.base,
    narrowing: {},
    digest: digestOf(changes),
    summary: plans.map(({ summary }) => summary).reduce(added),
    scopes,
    changes,
    unlisted: plans.flatMap(({ unlisted }) => unlisted),
    guards: plans.flatMap(({ guards }) => guards),
    warnings: uniqueBy(plans.flatMap(({ warnings }) => warnings)),
    requests: {
      made: sum(plans.map(({ requests }) => requests.made)),
      toApply: sum(plans.map(({ requests }) => requests.toApply)),
      estimatedSeconds: Math.max(...plans.map(({ requests }) => requests.estimatedSeconds)),
    },
    ...(later.length === 0 ? {} : { later }),
  };
}

/** A plan with a part missing would say less than what is going to change. */
function requireEveryShard(plans: readonly Plan[]): void {
  const shards = plans.flatMap(({ narrowing }) => narrowing.shard ?? []);
  if (shards.length < plans.length) {
    throw new UsageError('one of the plan files is not the plan of a shard', {
      hint: 'Give the plans of jobs with the input shard, such as 1/4, and no others.',
    });
  }
  const of = Math.max(...shards.map((shard) => Number(shard.split('/')[1])));
  const expected = Array.from({ length: of }, (_, index) => `${index + 1}/${of}`);
  const missing = expected.filter((shard) => !shards.includes(shard));
  if (missing.length === 0 && shards.length === of) return;
  const why = missing.length === 0 ? `hold ${shards.join(', ')}` : `lack the shards ${missing.join(', ')}`;
  throw new UsageError(`the plan files ${why}`, {
    hint: 'Give the plan of every shard of one run, each once.',
  });
}

/** What a plan changes has to be in the scopes that it says it planned: by these no two plans overlap. */
function requireOwnScopes({ scopes, changes, unlisted, later = [], narrowing: { shard } }: Plan): void {
  const own = new Set(scopes.map(({ scope }) => scope));
  const foreign = [...changes, ...unlisted, ...later].find(({ scope }) => !own.has(scope));
  if (foreign === undefined) return;
  throw new UsageError(`the plan of shard ${shard} changes ${foreign.scope}, which is not among its scopes`, {
    hint: 'Plan again: no shard job writes such a file.',
  });
}

function added(a: PlanSummary, b: PlanSummary): PlanSummary {
  const unverifiable = (a.unverifiable ?? 0) + (b.unverifiable ?? 0);
  return {
    grant: a.grant + b.grant,
    change: a.change + b.change,
    revoke: a.revoke + b.revoke,
    blocked: a.blocked + b.blocked,
    unlisted: a.unlisted + b.unlisted,
    unchanged: a.unchanged + b.unchanged,
    ...(unverifiable > 0 ? { unverifiable } : {}),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** What every shard says (a document that is gone) is said once. */
function uniqueBy<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
