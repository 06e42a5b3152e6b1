import { applyExit } from '../commands/apply.js';
import { upcomingChanges } from '../commands/upcoming-changes.js';
import type { RolecallError } from '../errors.js';
import type { MergedPull } from '../github/merged-pulls.js';
import type { ApplyResult } from '../model/result.js';
import { applyText } from '../report/apply.js';
import { markdownText } from '../report/markdown.js';
import { annotate, ofDiagnostics, ofPlan, ofResult } from './annotations.js';
import type { Refusal } from './apply-text.js';
import { outcomeLine, refusalFor, resultMarkdown, sentence, withInputNames } from './apply-text.js';
import { folderOf } from './checkout.js';
import { type ActionContext, type ActionOutcome, attemptEach, outcomeOf } from './context.js';
import type { Inputs } from './inputs.js';
import { cutMarkdown, outputPlan } from './publish.js';
import type { ReviewRecord } from '../planning/record/review-record.js';
import { expiredRecord, type RunOutcome, strikeOff } from '../planning/record/strike-off.js';
import type { BranchReviews, PullRecord, Records } from './records.js';
import { commentOnPull, commentOnRecord } from './result-comment.js';
import type { ScheduledSelection } from './selections.js';

const SUMMARY_UNITS = 300_000;

/** Reports an apply in the run and on the reviewed pull requests, and strikes off what is done from their records. */
export async function reportApply(
  context: ActionContext,
  reviews: BranchReviews,
  { run, starts }: ScheduledSelection,
  result: ApplyResult,
): Promise<ActionOutcome> {
  const { port, signal, inputs } = context;
  const { records } = reviews;
  const { plan } = run.planned;
  const refusals = refusalsOf(result, records, inputs);
  const disbelieved = result.unreviewed.length > 0 ? records.disbelieved : [];
  const more = disbelieved.map((reason) => `- not believed: ${markdownText(reason)}`).join('\n');
  const unread = plan.warnings.flatMap(({ code, message }) => (code === 'incomplete-read' ? [message] : []));
  const text = [resultMarkdown(result, refusals, unread).trimEnd(), more]
    .filter((block) => block !== '')
    .join('\n\n');
  const logged = applyText(withInputNames(result), { color: false }, undefined, outcomeLine(result, unread));
  const reasons = refusals.flatMap((refusal) => [...refusal.reasons, refusal.next]);
  port.log([logged, ...reasons, ...disbelieved].join('\n'));
  const folder = folderOf(context);
  annotate(port, [
    ...ofDiagnostics(run.diagnostics, folder),
    ...ofPlan({ ...plan, changes: [] }, folder),
    ...ofResult(result, refusals[0] ?? null, folder),
  ]);
  await outputPlan(context, plan, `${text}\n`);
  await port.summarize(cutMarkdown(`${text}\n`, SUMMARY_UNITS));
  const later = records.open.some(({ record }) => (record.open?.later.size ?? 0) > 0)
    ? upcomingChanges(run, context.workspace.at)
    : [];
  const outcome = { plan, result, unread, later, commit: context.runner.sha };
  const failures = [
    ...(await keepRecords(context, reviews, [...records.open, ...starts], outcome)),
    ...(await commentOnOthers(context, reviews, outcome)),
    ...(await expire(context, reviews)),
  ];
  return outcomeOf(applyExit(run, result, signal), failures);
}

/** One for each pull request of the push; without any, one of the push itself. Only what is refused has one. */
function refusalsOf(result: ApplyResult, records: Records, inputs: Inputs): readonly Refusal[] {
  const pulls = records.pushed.length === 0 ? [null] : records.pushed;
  const refusals = pulls.flatMap((pull) => refusalFor(pull, result, records, inputs) ?? []);
  return result.guards.length > 0 || inputs.digest !== null ? refusals.slice(0, 1) : refusals;
}

interface ReportedOutcome extends RunOutcome {
  readonly unread: readonly string[];
}

async function keepRecords(
  context: ActionContext,
  reviews: BranchReviews,
  kept: readonly PullRecord[],
  outcome: ReportedOutcome,
): Promise<readonly RolecallError[]> {
  const strike = (record: ReviewRecord): ReviewRecord => strikeOff(record, outcome, reviews.hash);
  const once = new Map(kept.map((one) => [one.pull.number, one])).values();
  return await attemptEach(once, async (one) => {
    const isNews = strike(one.record) !== one.record || isPushed(reviews, one.pull);
    const text = isNews ? resultText(context, reviews, outcome, one.pull) : null;
    await commentOnRecord(context, reviews, one, strike, text);
  });
}

function isPushed({ records }: BranchReviews, pull: MergedPull): boolean {
  return records.pushed.some(({ number }) => number === pull.number);
}

function resultText(
  { inputs }: ActionContext,
  reviews: BranchReviews,
  { result, unread }: ReportedOutcome,
  pull: MergedPull,
): string {
  const refusal = isPushed(reviews, pull) ? refusalFor(pull, result, reviews.records, inputs) : null;
  return resultMarkdown(result, refusal === null ? [] : [refusal], unread);
}

/** Writes a refusal or failure on the pull requests of the push that have no open record, too. */
async function commentOnOthers(
  context: ActionContext,
  reviews: BranchReviews,
  outcome: ReportedOutcome,
): Promise<readonly RolecallError[]> {
  const { records } = reviews;
  const { guards, unreviewed, summary } = outcome.result;
  const troubles =
    guards.length + unreviewed.length + summary.failed + summary.skipped + outcome.unread.length;
  // A plan that a digest let through was refused before, and the pull request still says so.
  const isLetThrough = context.inputs.digest !== null && summary.applied > 0;
  if (!isLetThrough && troubles === 0) return [];
  const open = new Set(records.open.map(({ pull }) => pull.number));
  const others = records.pushed.filter(({ number }) => !open.has(number));
  return await attemptEach(others, (pull) =>
    commentOnPull(context, reviews, pull, resultText(context, reviews, outcome, pull)),
  );
}

async function expire(context: ActionContext, reviews: BranchReviews): Promise<readonly RolecallError[]> {
  return await attemptEach(reviews.records.expired, async (one) => {
    const message = `the record of #${one.pull.number} has expired: it was merged more than 90 days ago, and not all of it was done`;
    context.port.annotate({ level: 'notice', title: 'record expired', message, position: null });
    await commentOnRecord(context, reviews, one, expiredRecord, null);
  });
}

/** Writes on the pull requests of a push that its apply failed before it wrote anything. */
export async function reportFailure(
  context: ActionContext,
  reviews: BranchReviews,
  { message, hint }: RolecallError,
): Promise<readonly RolecallError[]> {
  const next = hint === null ? '' : `\n\n${markdownText(hint)}`;
  const text = `**Nothing was applied.**\n\n${markdownText(sentence(message))}${next}`;
  return await attemptEach(reviews.records.pushed, (pull) => commentOnPull(context, reviews, pull, text));
}
