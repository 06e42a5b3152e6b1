import type { PlanningRun } from '../commands/planning-run.js';
import type { GitHub } from '../github/client.js';
import { editComment } from '../github/comments.js';
import { COMMENT_LIMIT, stickyBody, unlessGone } from '../github/sticky-comment.js';
import type { ReviewRecord } from '../github/record.js';
import { formatInstant } from '../model/instant.js';
import type { ApplyResult } from '../model/result.js';
import { applyMarkdown } from '../report/apply/markdown.js';
import { markdownCode } from '../report/escape-markdown.js';
import type { ActionContext } from './port.js';
import { cutMarkdown } from './cut-markdown.js';
import { concerns, type OpenRecord } from './records.js';
import { domainOf } from './revisions.js';

/** The line above the plan that was reviewed, once a result stands in front of it. */
const PLAN_BELOW = '<!-- rolecall:reviewed -->';
const RESULT_LIMIT = 30_000;

/** Whether nothing of a record is left to do, as far as the plan of everything tells. */
function isDone(
  context: ActionContext,
  run: PlanningRun,
  result: ApplyResult,
  record: ReviewRecord,
): boolean {
  const { inputs } = context;
  if (inputs.scope.length > 0 || inputs.shard !== null || result.unreviewed.length > 0 || !result.converged)
    return false;
  if (result.guards.length > 0 || run.draft.plan.scopes.some(({ complete }) => !complete)) return false;
  const domain = domainOf(context);
  return !result.results.some(
    ({ status, ...change }) =>
      status !== 'applied' && status !== 'alreadyDone' && concerns(record, change, domain, inputs.signingKey),
  );
}

/** Tells the result on a merged pull request, and marks its record where all of it is done. @throws GitHubFailure */
export async function commentResult(
  context: ActionContext,
  github: GitHub,
  run: PlanningRun,
  result: ApplyResult,
  { pull, record }: OpenRecord,
): Promise<void> {
  const { inputs, runner } = context;
  const { comment } = pull;
  if (comment === null) return;
  const done = isDone(context, run, result, record);
  if (inputs.comment === 'never' && !done) return;
  const marked: ReviewRecord = done ? { ...record, applied: runner.sha } : record;
  const reviewed = reviewedText(comment.text);
  const told = inputs.comment === 'never' ? reviewed : resultText(context, result, done);
  const body = compose(context, marked, told, inputs.comment === 'never' ? '' : reviewed);
  await unlessGone(() => editComment(github, comment.id, body));
}

/** The plan that was reviewed, from a comment that may tell a result above it. */
function reviewedText(text: string): string {
  const lines = text.split('\n');
  return lines
    .slice(lines.indexOf(PLAN_BELOW) + 1)
    .join('\n')
    .trim();
}

function resultText({ runner, runtime }: ActionContext, result: ApplyResult, done: boolean): string {
  const state = done
    ? 'All of what was reviewed here is done.'
    : 'What was reviewed here is not all done: the next run on the branch takes it up again.';
  const where = `${markdownCode(runner.sha.slice(0, 12))} at ${formatInstant(runtime.now())}, [this run](${runner.runUrl})`;
  return `${cutMarkdown(applyMarkdown(result), RESULT_LIMIT)}\n\n${state} ${where}`;
}

/** The result, then the reviewed plan where it fits. */
function compose(context: ActionContext, record: ReviewRecord, told: string, reviewed: string): string {
  const domain = domainOf(context);
  const { signingKey } = context.inputs;
  const whole = stickyBody(
    reviewed === '' ? told : `${told}\n\n${PLAN_BELOW}\n\n${reviewed}`,
    record,
    domain,
    signingKey,
  );
  return whole.length <= COMMENT_LIMIT ? whole : stickyBody(told, record, domain, signingKey);
}
