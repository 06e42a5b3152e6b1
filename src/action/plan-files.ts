import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hasBlocked } from '../commands/plan.js';
import { readPlanFile } from '../commands/plan-file.js';
import { diskTree } from '../config/disk.js';
import { globProblem } from '../config/files.js';
import { type ExitCode, ExitCode as Codes, UsageError, worstExit } from '../errors.js';
import { inBatches } from '../config/batches.js';
import { trackedFiles } from '../git/tracked.js';
import type { Plan } from '../model/plan.js';
import { annotate, ofPlan } from './annotations.js';
import { commentPlan } from './comment.js';
import { cautionsOf, NO_CAUTIONS } from './cautions.js';
import { withInputNames } from './guard-words.js';
import { mergePlans } from './merge-plans.js';
import { logPlan } from './log-plan.js';
import { type ActionOutcome, attempt, publishPlan } from './outcome.js';
import { failsOnBlocked, readSides, type Sides } from './plan-run.js';
import { reviewFacts } from './review-facts.js';
import { summaryPlan, wholePlan } from './summary.js';
import type { ActionContext } from './port.js';
import { folderOf, pullBase, repositoryOf } from './revisions.js';
import type { PullRequest } from './runner.js';

/** Merges the plans that shards kept into one comment and one record. Sends nothing to any provider. */
export async function planFilesAction(context: ActionContext, glob: string): Promise<ActionOutcome> {
  const { port, runner } = context;
  const plan = withInputNames(mergePlans(await readPlans(context, glob)));
  const pull = runner.event.kind === 'pull-request' ? runner.event.pull : null;
  const sides = await sidesHere(context, plan, pull);
  const cautions = sides === null ? NO_CAUTIONS : cautionsOf(plan, sides, pull);
  const facts = reviewFacts(context, plan, cautions, sides?.head.desired.scopes ?? []);
  logPlan(port, plan);
  annotate(port, ofPlan(plan, folderOf(context)));
  await publishPlan(context, plan, wholePlan(plan, facts));
  await port.summarize(summaryPlan(plan, facts));
  const failures = pull === null ? [] : await attempt(() => commentPlan(context, plan, facts, pull));
  return {
    exitCode: worstExit([...codesOf(plan, failsOnBlocked(context)), ...failures.map(() => Codes.error)]),
    failures,
  };
}

async function readPlans({ runner }: ActionContext, glob: string): Promise<readonly Plan[]> {
  const problem = globProblem(glob);
  if (problem !== null) throw new UsageError(`plan-files ${JSON.stringify(glob)} is refused: ${problem}`);
  const paths = await diskTree(runner.workspace).glob([glob]);
  if (paths.length === 0) {
    throw new UsageError(`no file fits plan-files ${JSON.stringify(glob)} in the workspace`, {
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
  return inBatches(paths, 8, (path) => readPlanFile(join(runner.workspace, path)));
}

/** The files of both sides, where they are checked out here too. */
async function sidesHere(
  context: ActionContext,
  plan: Plan,
  pull: PullRequest | null,
): Promise<Sides | null> {
  const found = await stat(resolve(context.cwd, context.inputs.config)).catch(() => null);
  if (found === null || pull === null) return null;
  const base =
    plan.base === null ? null : await pullBase(await repositoryOf(context), pull, context.runner.sha);
  return await readSides(context, base, base === null ? 'files' : 'base');
}

function codesOf(plan: Plan, failOnBlocked: boolean): readonly ExitCode[] {
  const { grant, change, revoke } = plan.summary;
  return [
    Codes.done,
    ...(plan.guards.length > 0 ? [Codes.guard] : []),
    ...(plan.scopes.some(({ complete }) => !complete) ? [Codes.error] : []),
    ...(failOnBlocked && hasBlocked(plan) ? [Codes.partial] : []),
    ...(grant + change + revoke > 0 ? [Codes.changesPending] : []),
  ];
}
