import type { PlanningRun } from '../commands/planning-run.js';
import type { GitHub } from '../github/client.js';
import { editComment } from '../github/comments.js';
import { COMMENT_LIMIT, stickyBody, unlessGone } from '../github/sticky-comment.js';
import type { RecordDomain } from '../github/record-effects.js';
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
  const text: ResultText =
    inputs.comment === 'never'
      ? { told: reviewed, state: '', reviewed: '' }
      : { told: applyMarkdown(result), state: stateText(context, done), reviewed };
  const body = resultBody(text, marked, domainOf(context), inputs.signingKey);
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

function stateText({ runner, runtime }: ActionContext, done: boolean): string {
  const state = done
    ? 'All of what was reviewed here is done.'
    : 'What was reviewed here is not all done: the next run on the branch takes it up again.';
  const where = `${markdownCode(runner.sha.slice(0, 12))} at ${formatInstant(runtime.now())}, [this run](${runner.runUrl})`;
  return `${state} ${where}`;
}

/** What a merged pull request is told. */
export interface ResultText {
  readonly told: string;
  /** What stands below it and is never cut. */
  readonly state: string;
  /** The plan that was reviewed; empty where it is not repeated. */
  readonly reviewed: string;
}

/** The result, cut to what the record leaves of a comment's room, then the reviewed plan where it fits. */
export function resultBody(
  { told, state, reviewed }: ResultText,
  record: ReviewRecord,
  domain: RecordDomain,
  signingKey: string | null,
): string {
  const below = state === '' ? '' : `\n\n${state}`;
  const room = COMMENT_LIMIT - stickyBody('', record, domain, signingKey).length;
  const limit = state === '' ? room : Math.min(RESULT_LIMIT, room - below.length);
  const text = `${cutMarkdown(told, limit)}${below}`;
  const whole = reviewed === '' ? text : `${text}\n\n${PLAN_BELOW}\n\n${reviewed}`;
  return stickyBody(whole.length <= room ? whole : text, record, domain, signingKey);
}
