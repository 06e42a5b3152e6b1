import { pending, planExit } from '../commands/plan.js';
import { ExitCode, InvalidFilesError, UsageError, worstExit } from '../errors.js';
import { ISSUE_LIMIT, updateDriftIssue } from '../github/drift-issue.js';
import type { Plan } from '../model/plan.js';
import { visible } from '../report/escape.js';
import { planText } from '../report/plan/text.js';
import { annotate, ofDiagnostics } from './annotations.js';
import { githubOf } from './github.js';
import { invalidMarkdown } from './offline.js';
import { type ActionOutcome, attempt, publishPlan } from './outcome.js';
import { openRun, readSides } from './plan-run.js';
import { framedPlan, type PlanFrame, summaryPlan } from './plan-text.js';
import type { ActionContext } from './port.js';
import { domainOf, folderOf } from './revisions.js';

/** Characters left for what the issue says beside the plan. */
const MARGIN = 2000;

/** Keeps one issue in step with the drift: what is live and not what the files of the branch say. */
export async function driftAction(context: ActionContext): Promise<ActionOutcome> {
  const { runner, port } = context;
  if (runner.event.kind === 'pull-request' || runner.event.kind === 'merge-group') {
    throw new UsageError('drift is what the branch itself does not say: run it on schedule', {
      hint: 'On pull requests use command: plan.',
    });
  }
  try {
    return await driftOf(context);
  } catch (error) {
    if (!(error instanceof InvalidFilesError)) throw error;
    annotate(port, ofDiagnostics(error.diagnostics, folderOf(context)));
    await port.summarize(invalidMarkdown(error));
    return { exitCode: error.exitCode, failures: [error] };
  }
}

async function driftOf(context: ActionContext): Promise<ActionOutcome> {
  const { port } = context;
  const sides = await readSides(context, null, 'files');
  const run = await openRun(context, sides, { base: null, providersFrom: null });
  try {
    const { plan } = run.draft;
    const frame = frameOf(context);
    port.log(planText(plan, { color: false }));
    annotate(port, ofDiagnostics(run.diagnostics, folderOf(context)));
    await publishPlan(context, plan, framedPlan(plan, frame, Number.POSITIVE_INFINITY));
    await port.summarize(summaryPlan(plan, frame));
    const failures = await attempt(() => keepIssue(context, plan, frame));
    const codes = [planExit(run, false), ...failures.map(() => ExitCode.error)];
    return { exitCode: worstExit(codes.filter((code) => code !== ExitCode.guard)), failures };
  } finally {
    await run.close();
  }
}

/** An issue stays as it is where nothing was found and not everything was read. */
async function keepIssue(context: ActionContext, plan: Plan, frame: PlanFrame): Promise<void> {
  const drifted = pending(plan) > 0;
  if (!drifted && plan.scopes.some(({ complete }) => !complete)) return;
  const report = drifted ? { title: titleOf(context, plan), text: issueText(plan, frame) } : null;
  const number = await updateDriftIssue(githubOf(context), domainOf(context), report);
  context.port.output('issue-number', number === null ? '' : String(number));
}

/** Counts and the config alone: names have no place in a title. */
function titleOf({ inputs }: ActionContext, plan: Plan): string {
  const { grant, change, revoke } = plan.summary;
  const parts = [`${grant} to grant`, `${change} to change`, `${revoke} to revoke`].filter(
    (part) => !part.startsWith('0 '),
  );
  return `Drift: ${parts.join(', ')} (${visible(inputs.config)})`;
}

/** Says the same as long as the drift is the same, so that nobody is told of it twice. */
function issueText(plan: Plan, frame: PlanFrame): string {
  const unchanged: PlanFrame = { ...frame, footer: [] };
  return framedPlan(plan, unchanged, ISSUE_LIMIT - MARGIN);
}

function frameOf({ runner }: ActionContext): PlanFrame {
  const workflows = runner.runUrl.slice(0, runner.runUrl.lastIndexOf('/runs/'));
  return {
    cautions: [
      `The live state is not what the files of this branch say. Merge a change of the files, or apply them. This issue is kept by [the scheduled runs](${workflows}) and closes when the drift is gone.`,
    ],
    whole: 'Shortened to fit. The whole plan is in the summary of the latest scheduled run.',
    footer: [`<sub>Files as of ${runner.sha.slice(0, 12)}</sub>`],
  };
}
