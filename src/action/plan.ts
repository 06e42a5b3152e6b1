import { planExit } from '../commands/plan.js';
import type { PlanningRun } from '../commands/planning-run.js';
import { ExitCode, InvalidFilesError } from '../errors.js';
import { ofDiagnostics, ofPlan } from './annotations.js';
import { withInputNames } from './apply-text.js';
import { folderOf } from './checkout.js';
import { type ActionContext, type ActionOutcome, attempt, outcomeOf } from './context.js';
import { offlineReason, offlineReport } from './offline.js';
import { commentPlan, commentUnplanned } from './plan-comment.js';
import { planFilesAction } from './plan-files.js';
import { failsOnBlocked, loadRevisions, openRun, type Revisions, upcomingChanges } from './planning.js';
import { publishInvalid, publishPlan } from './publish.js';
import { reviewFacts } from './review-facts.js';
import { comparedCommits } from './revisions.js';
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
