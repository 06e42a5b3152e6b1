import { pending, planExit } from '../commands/plan.js';
import { ExitCode, UsageError } from '../errors.js';
import { ISSUE_LIMIT, updateDriftIssue } from '../github/drift-issue.js';
import type { Plan } from '../model/plan.js';
import { visible } from '../report/escape.js';
import {
  driftFacts,
  driftMarkdown,
  driftWords,
  keepMarkdown,
  undoMarkdown,
} from '../report/pull-request/drift.js';
import { ofDiagnostics } from './annotations.js';
import { withInputNames } from './apply-text.js';
import { domainOf, folderOf } from './checkout.js';
import { type ActionContext, type ActionOutcome, attempt, githubOf, outcomeOf } from './context.js';
import { loadRevisions, openRun } from './planning.js';
import { publishPlan } from './publish.js';
import { linksTo, repositoryUrl, reviewFacts } from './review-facts.js';
import { branchOf } from './runner.js';

/** Characters left for what the issue says beside the plan. */
const MARGIN = 2000;

/** Keeps one issue in step with the drift: what is live and not what the files of the branch say. */
export async function driftAction(context: ActionContext): Promise<ActionOutcome> {
  const { runner } = context;
  if (runner.event.kind === 'pull-request' || runner.event.kind === 'merge-group') {
    throw new UsageError('drift compares a branch with the live state: run it on schedule', {
      hint: 'On pull requests use command: plan.',
    });
  }
  const revisions = await loadRevisions(context, { base: null, trusted: null });
  const run = await openRun(context, revisions);
  try {
    const plan = withInputNames(run.planned.plan);
    const { scopes, people } = revisions.head.desired;
    const facts = {
      ...reviewFacts(context, plan, revisions, null),
      // Not to the commit: the issue says the same as long as the drift is the same.
      linkOf: linksTo(context, branchOf(runner) ?? runner.sha),
      alerts: [
        `The live state is not what the files of this branch say. This issue is kept by the scheduled runs and closes when the two are the same again.`,
      ],
      whole: 'Shortened to fit. The whole plan is in the summary of the latest scheduled run.',
    };
    const keep = keepMarkdown([...driftFacts(plan).values()].flat(), scopes, people, facts);
    const undo = undoMarkdown(plan, `${repositoryUrl(runner)}/actions`);
    await publishPlan(context, plan, facts, ofDiagnostics(run.diagnostics, folderOf(context)));
    const text = driftMarkdown(plan, facts, { keep, undo }, ISSUE_LIMIT - MARGIN);
    const failures = await attempt(() => keepIssue(context, plan, text));
    const code = planExit(plan, run.diagnostics, false);
    return outcomeOf(code === ExitCode.guard ? ExitCode.done : code, failures);
  } finally {
    await run.close();
  }
}

/** An issue stays as it is where nothing was found and not everything was read. */
async function keepIssue(context: ActionContext, plan: Plan, text: string): Promise<void> {
  const drifted = pending(plan) > 0;
  if (!drifted && plan.scopes.some(({ complete }) => !complete)) return;
  const report = drifted ? { title: titleOf(context, plan), text, labels: context.inputs.issueLabels } : null;
  const number = await updateDriftIssue(githubOf(context), domainOf(context), report);
  context.port.output('issue-number', number === null ? '' : String(number));
}

/** Counts and the config alone: names have no place in a title. */
function titleOf({ inputs }: ActionContext, plan: Plan): string {
  return `Drift: ${driftWords(plan)} (${visible(inputs.config)})`;
}
