import { planExit } from '../commands/plan.js';
import type { PlanningRun } from '../commands/planning-run.js';
import { ExitCode, InvalidFilesError, worstExit } from '../errors.js';
import type { Plan } from '../model/plan.js';
import { annotate, ofDiagnostics, ofPlan } from './annotations.js';
import {
  folderOf,
  pullBase,
  repositoryOf,
  requirePlainBase,
  trustedBase,
  untrustedBranchReason,
} from './revisions.js';
import { reviewWarnings } from './review-warnings.js';
import { commentPlan, commentUnplanned } from './plan-comment.js';
import { withInputNames } from './apply-text.js';
import {
  failsOnBlocked,
  loadRevisions,
  missingVariables,
  openRun,
  type Revisions,
  upcomingChanges,
} from './planning.js';
import { invalidMarkdown, type OfflineReason, offlineReport } from './offline.js';
import { type ActionOutcome, attempt, logPlan, publishPlan, summaryPlan, wholePlan } from './publish.js';
import { branchTip } from '../github/client.js';
import { type ActionContext, githubOf } from './context.js';
import { planFilesAction } from './plan-files.js';
import { reviewFacts } from './review-facts.js';
import type { PullRequest, RunnerEvent } from './runner.js';
import { fetchCommit } from '../git/repository.js';
import { markdownCode } from '../report/markdown.js';

/** Plans what the event is about, and says it where it is looked for. */
export async function planAction(context: ActionContext): Promise<ActionOutcome> {
  const { event } = context.runner;
  const { planFiles } = context.inputs;
  if (event.kind === 'pull-request' && event.pull.isTextEdit) {
    context.port.log('Only words of the pull request were edited: its plan stays as it is.');
    return { exitCode: ExitCode.done, failures: [] };
  }
  if (planFiles !== null) return await planFilesAction(context, planFiles);
  const { base, trusted } = await comparedWith(context);
  const folder = folderOf(context);
  const pull = event.kind === 'pull-request' ? event.pull : null;
  try {
    const revisions = await loadRevisions(context, base, base === null ? 'files' : 'base', trusted);
    if (base !== null) {
      const reason = offlineReason(context, revisions, pull);
      if (reason !== null) return await offlineReport(context, { base, revisions, reason, folder, pull });
    }
    const run = await openRun(context, revisions, { base, providersFrom: trusted });
    try {
      return await report(context, run, revisions, folder, pull);
    } finally {
      await run.close();
    }
  } catch (error) {
    if (!(error instanceof InvalidFilesError)) throw error;
    return await reportInvalid(context, error, folder, pull);
  }
}

/** The commit that the files are compared with, and the one that says where credentials go; null: there is none. */
async function comparedWith(
  context: ActionContext,
): Promise<{ readonly base: string | null; readonly trusted: string | null }> {
  const { event, sha } = context.runner;
  if (event.kind !== 'pull-request' && event.kind !== 'merge-group') return { base: null, trusted: null };
  const repository = await repositoryOf(context);
  if (event.kind === 'merge-group') {
    const base = await groupBase(context, event);
    await fetchCommit(repository, base);
    await requirePlainBase(context, repository, base);
    return { base, trusted: base };
  }
  const base = await pullBase(repository, event.pull, sha);
  const trusted = await trustedBase(repository, event.pull, base);
  await requirePlainBase(context, repository, trusted);
  return { base, trusted };
}

/** The tip of the base branch: what the queue put in before a group is not live yet, and so no drift. */
async function groupBase(
  context: ActionContext,
  { base, branch }: Extract<RunnerEvent, { kind: 'merge-group' }>,
): Promise<string> {
  if (branch === null) return base;
  return (await branchTip(githubOf(context), branch)) ?? base;
}

/** Why nothing is asked of any server; null where the plan can be made. */
function offlineReason(
  context: ActionContext,
  revisions: Revisions,
  pull: PullRequest | null,
): OfflineReason | null {
  if (revisions.providers === null) {
    const why =
      'The base has no settings that can be used, and a pull request does not say itself where credentials go.';
    return { why, ...UNREVIEWED, canComment: !isGivenNoSecrets(context, pull) };
  }
  const foreign = pull === null ? null : untrustedBranchReason(context, pull);
  if (foreign !== null) return { why: foreign, afterMerge: null, canComment: false };
  const missing = missingVariables(context, revisions);
  if (missing.length === 0) return null;
  const names = missing.map(markdownCode).join(', ');
  if (!isGivenNoSecrets(context, pull)) return null;
  const who =
    context.runner.actor === 'dependabot[bot]' ? 'Runs that Dependabot starts' : 'Pull requests from forks';
  const way = 'Or push its commits to a branch of this repository: a pull request from there is planned.';
  return {
    why: `${who} are given no secrets (${names}).`,
    afterMerge: `${UNREVIEWED.afterMerge} ${way}`,
    canComment: false,
  };
}

const UNREVIEWED = {
  afterMerge: `**After the merge nothing is applied by itself:** without a plan there is no record of a review, so where these files change anything live the apply ends with exit 5 and writes nothing. Then read its plan, and run the apply workflow by hand with the input ${markdownCode('digest')} that it names.`,
};

/** Whether GitHub gives the run neither secrets nor a token that can write. */
function isGivenNoSecrets({ runner }: ActionContext, pull: PullRequest | null): boolean {
  return pull?.isFork === true || runner.actor === 'dependabot[bot]';
}

async function report(
  context: ActionContext,
  run: PlanningRun,
  revisions: Revisions,
  folder: string,
  pull: PullRequest | null,
): Promise<ActionOutcome> {
  const { port, runtime } = context;
  const later = pull === null && context.inputs.shard === null ? [] : upcomingChanges(run, runtime.now());
  const own = withInputNames(run.planned.plan);
  const plan: Plan = later.length === 0 ? own : { ...own, later };
  const facts = reviewFacts(
    context,
    plan,
    reviewWarnings(plan, revisions, pull),
    revisions.head.desired.scopes,
  );
  logPlan(port, plan);
  annotate(port, [...ofDiagnostics(run.diagnostics, folder), ...ofPlan(plan, folder)]);
  await publishPlan(context, plan, wholePlan(plan, facts));
  await port.summarize(summaryPlan(plan, facts));
  const failures = pull === null ? [] : await attempt(() => commentPlan(context, plan, facts, pull));
  const codes = [planExit(run, true, failsOnBlocked(context)), ...failures.map(() => ExitCode.error)];
  return { exitCode: worstExit(codes), failures };
}

async function reportInvalid(
  context: ActionContext,
  error: InvalidFilesError,
  folder: string,
  pull: PullRequest | null,
): Promise<ActionOutcome> {
  const text = invalidMarkdown(error);
  annotate(context.port, ofDiagnostics(error.diagnostics, folder));
  await context.port.summarize(text);
  const failures = pull === null ? [] : await attempt(() => commentUnplanned(context, text, pull));
  return { exitCode: error.exitCode, failures: [error, ...failures] };
}
