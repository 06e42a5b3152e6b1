import { applyRun } from '../commands/apply.js';
import type { PlanningRun } from '../commands/planning-run.js';
import { selectAll, selectByDigest } from '../commands/selection.js';
import { ExitCode, InvalidFilesError, RolecallError, UsageError } from '../errors.js';
import { fetchCommit, resolveRevision } from '../git/locate.js';
import { branchTip, type GitHub } from '../github/client.js';
import { openLabel } from '../github/pull-request.js';
import { effectHash } from '../planning/record/effect-hash.js';
import { markdownText } from '../report/markdown.js';
import { reportApply, reportFailure } from './apply-report.js';
import { domainOf, repositoryOf } from './checkout.js';
import { type ActionContext, type ActionOutcome, attempt, githubOf } from './context.js';
import { loadRevisions, openRun } from './planning.js';
import { outputCounts, publishInvalid } from './publish.js';
import { pushSelection, type ScheduledSelection, scheduleSelection } from './selections.js';
import { type BranchReviews, findRecords, noRecords } from './records.js';
import { branchBase } from './revisions.js';
import { branchOf } from './runner.js';

/** Applies what was reviewed and merged, if the branch still asks for the same. */
export async function applyAction(context: ActionContext): Promise<ActionOutcome> {
  const { runner, inputs, runtime } = context;
  const branch = branchOf(runner);
  if (branch === null || runner.event.kind === 'pull-request' || runner.event.kind === 'merge-group') {
    throw new UsageError('apply runs on a branch: on push, schedule or workflow_dispatch', {
      hint: 'Write "on: { push: { branches: [main] } }" in place of pull_request, closed ones too: a merge is a push, and its review is found. On pull requests use command: plan.',
    });
  }
  const github = githubOf(context);
  const domain = domainOf(context);
  const search = { branch, domain, signingKey: inputs.signingKey, label: openLabel(domain) };
  const commits = runner.event.kind === 'push' ? [runner.sha, ...runner.event.commits] : [runner.sha];
  const records = inputs.requireReviewedPlan
    ? await findRecords(github, search, commits, runtime.now())
    : noRecords;
  const reviews = { github, search, hash: effectHash(domain, inputs.signingKey), records };
  try {
    // Asked after the records: none of them is of a merge that the tip does not hold.
    const superseded = await supersededReason(context, github, branch);
    if (superseded !== null) return await reportSuperseded(context, superseded);
    return await applyTip(context, reviews);
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    const failures = await reportFailure(context, reviews, error);
    if (failures.length === 0) throw error;
    if (error instanceof InvalidFilesError) await publishInvalid(context, error);
    return { exitCode: error.exitCode, failures: [error, ...failures] };
  }
}

async function supersededReason(
  context: ActionContext,
  github: GitHub,
  branch: string,
): Promise<string | null> {
  const { runner, workspace } = context;
  const tip = await branchTip(github, branch);
  if (tip === runner.sha) return null;
  if (tip === null) return `the branch ${branch} is gone, so nothing is applied`;
  const own = runner.sha.slice(0, 12);
  const newer = tip.slice(0, 12);
  const moved = `${own} is no longer the tip of ${branch}`;
  const later = `so nothing is applied: a run on ${newer}, or the next scheduled one, does it`;
  const [missing] = await attempt(async () => fetchCommit(await repositoryOf(context), tip));
  if (missing !== undefined)
    return `${moved}, and the tip ${newer} cannot be compared with it, ${later}. ${missing.message}`;
  if (!(await workspace.readsTheSame(runner.sha, tip))) {
    return `${moved}, and the files differ at the tip ${newer}, ${later}`;
  }
  context.port.log(`${branch} has moved on to ${newer}, where the files are the same as at ${own}.`);
  return null;
}

async function reportSuperseded(context: ActionContext, message: string): Promise<ActionOutcome> {
  context.port.annotate({ level: 'notice', title: 'not the tip', message, position: null });
  outputCounts(context.port, {});
  await context.port.summarize(`**Nothing was applied.** ${markdownText(message)}\n`);
  return { exitCode: ExitCode.done, failures: [] };
}

async function applyTip(context: ActionContext, reviews: BranchReviews): Promise<ActionOutcome> {
  const { runner } = context;
  const repository = await repositoryOf(context);
  const checkedOut = await resolveRevision(repository, 'HEAD');
  if (checkedOut !== runner.sha) {
    throw new RolecallError(
      `the commit that is checked out, ${checkedOut.slice(0, 12)}, is not the one of this run, ${runner.sha.slice(0, 12)}`,
      { hint: 'Check out without a ref.' },
    );
  }
  const base = runner.event.kind === 'schedule' ? null : await branchBase(repository, runner.event);
  const run = await openRun(context, await loadRevisions(context, { base, trusted: null }));
  try {
    const selected = await selectionOf(context, run, reviews);
    const result = await applyRun(selected.run, selected.selection, null, context);
    return await reportApply(context, reviews, selected, result);
  } finally {
    await run.close();
  }
}

async function selectionOf(
  { inputs, runner }: ActionContext,
  run: PlanningRun,
  reviews: BranchReviews,
): Promise<ScheduledSelection> {
  const { digest, requireReviewedPlan } = inputs;
  if (digest !== null) return { run, selection: selectByDigest(run, digest), starts: [] };
  if (!requireReviewedPlan) return { run, selection: selectAll(run), starts: [] };
  if (runner.event.kind === 'schedule') return await scheduleSelection(run, reviews);
  return { run, selection: pushSelection(run, reviews), starts: [] };
}
