import { believedRecord, type MergedPull, pullNow } from '../github/merged-pulls.js';
import { createComment, editComment, setOpenLabel } from '../github/pull-request.js';
import { recordLine } from '../github/record-line.js';
import type { RecordDomain } from '../planning/record/effect-hash.js';
import { isUsedUp, type ReviewRecord } from '../planning/record/review-record.js';
import { COMMENT_LIMIT, commentBody, ignoringGone } from '../github/sticky-comment.js';
import { formatInstant } from '../model/instant.js';
import { markdownCode } from '../report/markdown.js';
import { type ActionContext, attempt } from './context.js';
import { cutMarkdown } from './publish.js';
import type { BranchReviews, PullRecord } from './records.js';

/** The line between a result and the plan that was reviewed. */
const PLAN_BELOW = '<!-- rolecall:reviewed -->';
const FOLD_START = '<details><summary>The plan that was reviewed</summary>\n\n';
const FOLD_END = '\n\n</details>';
const RESULT_LIMIT = 30_000;

/** Gives a record after a run; the same object where nothing changes. */
type RecordStep = (record: ReviewRecord) => ReviewRecord;

/**
 * Writes what a run made of a record into its comment, with the result above the plan that was reviewed; without a result
 * the text stays as it is. Takes the label off once the record is closed. @throws GitHubFailure
 */
export async function commentOnRecord(
  context: ActionContext,
  reviews: BranchReviews,
  kept: PullRecord,
  step: RecordStep,
  result: string | null,
): Promise<void> {
  const { github, search } = reviews;
  const told = context.inputs.comment === 'never' ? null : result;
  const isNews = told !== null || step(kept.record) !== kept.record;
  // Another run may have struck something off since: what it struck off is not opened again.
  const pull = isNews ? await pullNow(github, kept.pull, search) : kept.pull;
  if (pull === null) return;
  const record = isNews ? believedRecord(pull) : kept.record;
  if (record === null) {
    if (told !== null) await commentOnPull(context, reviews, pull, told);
    return;
  }
  const next = step(record);
  const isSettled = record.closed !== null && next === record;
  if (isNews && !isSettled) await editRecord(context, reviews, pull, next, told);
  const isOver = next.closed !== null || isUsedUp(next);
  if (!isOver || !pull.labelled) return;
  // Only the search for records is slower with a label too many.
  const failures = await attempt(() => setOpenLabel(github, pull.number, search.label, false));
  for (const { message } of failures) {
    context.port.annotate({ level: 'notice', title: 'label', message, position: null });
  }
}

async function editRecord(
  context: ActionContext,
  { github, search }: BranchReviews,
  { comment }: MergedPull,
  next: ReviewRecord,
  result: string | null,
): Promise<void> {
  if (comment === null) return;
  const line = recordLine(next, search.signingKey);
  if (result === null && line === comment.line) return;
  const text: ResultText =
    result === null
      ? { result: comment.text, state: '', reviewed: '' }
      : { result, state: stateText(context, next), reviewed: reviewedText(comment.text) };
  await ignoringGone(() => editComment(github, comment.id, resultBody(text, line, search.domain)));
}

/** Writes a result on a merged pull request that has no believed record. @throws GitHubFailure */
export async function commentOnPull(
  context: ActionContext,
  { github, search }: BranchReviews,
  { number, comment }: MergedPull,
  result: string,
): Promise<void> {
  if (context.inputs.comment === 'never') return;
  const reviewed = comment === null ? '' : reviewedText(comment.text);
  // An edit of ours would make a record believed that somebody else wrote.
  const line = comment?.editedBy === null ? comment.line : null;
  const body = resultBody({ result, state: whereText(context), reviewed }, line, search.domain);
  const isEdited = comment !== null && (await ignoringGone(() => editComment(github, comment.id, body)));
  if (!isEdited) await createComment(github, number, body);
}

/** The plan that was reviewed, from a comment that may hold a result above it. */
function reviewedText(text: string): string {
  const lines = text.split('\n');
  const below = lines
    .slice(lines.indexOf(PLAN_BELOW) + 1)
    .join('\n')
    .trim();
  const isFolded = below.startsWith(FOLD_START) && below.endsWith(FOLD_END);
  return isFolded ? below.slice(FOLD_START.length, -FOLD_END.length) : below;
}

function stateText(context: ActionContext, record: ReviewRecord): string {
  const isDone = record.closed !== null || isUsedUp(record);
  const state = isDone
    ? 'All of what was reviewed here is done.'
    : 'What was reviewed here is not all done: the next run on the branch takes it up again.';
  return `${state} ${whereText(context)}`;
}

function whereText({ runner, runtime }: ActionContext): string {
  return `${markdownCode(runner.sha.slice(0, 12))} at ${formatInstant(runtime.now())}, [this run](${runner.runUrl})`;
}

/** The parts of a result's comment. */
export interface ResultText {
  readonly result: string;
  /** What follows the result and is never cut. */
  readonly state: string;
  /** The plan that was reviewed; empty where it is not repeated. */
  readonly reviewed: string;
}

/** The result, cut to what the record's line leaves of a comment's room, then the reviewed plan where it fits. */
export function resultBody(
  { result, state, reviewed }: ResultText,
  line: string | null,
  domain: RecordDomain,
): string {
  // The line is written without a plan too, so that the next run does not take this result for the plan.
  const below = state === '' ? '' : `\n\n${state}\n\n${PLAN_BELOW}`;
  const room = COMMENT_LIMIT - commentBody('', line, domain).length;
  const limit = state === '' ? room : Math.min(RESULT_LIMIT, room - below.length);
  const text = `${cutMarkdown(result, limit)}${below}`;
  const whole = reviewed === '' ? text : `${text}\n\n${FOLD_START}${reviewed}${FOLD_END}`;
  return commentBody(whole.length <= room ? whole : text, line, domain);
}
