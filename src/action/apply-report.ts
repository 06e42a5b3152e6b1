import { applyExit } from '../commands/apply-run.js';
import { ExitCode, type RolecallError, worstExit } from '../errors.js';
import type { GitHub } from '../github/client.js';
import type { MergedPull } from '../github/merged-pulls.js';
import type { ReviewRecord } from '../github/record.js';
import type { ApplyResult } from '../model/result.js';
import { applyText } from '../report/apply.js';
import { markdownText } from '../report/markdown.js';
import { annotate, ofDiagnostics, ofPlan, ofResult } from './annotations.js';
import { commentOnPull, commentOnRecord } from './result-comment.js';
import {
  outcomeLine,
  type Refusal,
  refusalFor,
  resultMarkdown,
  sentence,
  withInputNames,
} from './apply-text.js';
import { type ActionOutcome, attempt, cutMarkdown, publishPlan } from './publish.js';
import type { Inputs } from './inputs.js';
import { upcomingChanges } from './planning.js';
import type { ActionContext } from './context.js';
import { expiredRecord, type PullRecord, type Records } from './records.js';
import { domainOf, folderOf } from './revisions.js';
import type { ScheduledSelection } from './schedule-selection.js';
import { type RunOutcome, strikeOff } from './record-review.js';

const SUMMARY_UNITS = 300_000;

/** Says what became of an apply, in the run and where the reviews were, and keeps what is left of the records. */
export async function reportApply(
  context: ActionContext,
  github: GitHub,
  { run, starts }: ScheduledSelection,
  result: ApplyResult,
  records: Records,
): Promise<ActionOutcome> {
  const { port, signal, inputs } = context;
  const { plan } = run.planned;
  const refusals = refusalsOf(result, records, inputs);
  const disbelieved = result.unreviewed.length > 0 ? records.disbelieved : [];
  const more = disbelieved.map((reason) => `- not believed: ${markdownText(reason)}`).join('\n');
  const unread = plan.warnings.flatMap(({ code, message }) => (code === 'incomplete-read' ? [message] : []));
  const text = [resultMarkdown(result, refusals, unread).trimEnd(), more]
    .filter((block) => block !== '')
    .join('\n\n');
  const logged = refusals.flatMap(({ reasons, next }) => [...reasons, next]);
  port.log(
    [
      applyText(withInputNames(result), { color: false }, undefined, outcomeLine(result, unread)),
      ...logged,
      ...disbelieved,
    ].join('\n'),
  );
  const [first] = refusals;
  annotate(port, [
    ...ofDiagnostics(run.diagnostics, folderOf(context)),
    ...ofPlan({ ...plan, changes: [] }, folderOf(context)),
    ...ofResult(result, first ?? null, folderOf(context)),
  ]);
  await publishPlan(context, plan, `${text}\n`);
  await port.summarize(cutMarkdown(`${text}\n`, SUMMARY_UNITS));
  const later = records.open.some(({ record }) => (record.open?.later.size ?? 0) > 0)
    ? upcomingChanges(run, context.runtime.now())
    : [];
  const outcome = { plan, result, unread, later, commit: context.runner.sha };
  const failures = [
    ...(await keepRecords(context, github, [...records.open, ...starts], outcome, records)),
    ...(await tellOthers(context, github, outcome, records)),
    ...(await expire(context, github, records.expired)),
  ];
  const codes = [applyExit(run, result, signal), ...failures.map(() => ExitCode.error)];
  return { exitCode: worstExit(codes), failures };
}

/** One for each pull request of the push; without any, one of the push itself. Only what is refused has one. */
function refusalsOf(result: ApplyResult, records: Records, inputs: Inputs): readonly Refusal[] {
  const pulls = records.pushed.length === 0 ? [null] : records.pushed;
  const refusals = pulls.flatMap((pull) => refusalFor(pull, result, records, inputs) ?? []);
  return result.guards.length > 0 || inputs.digest !== null ? refusals.slice(0, 1) : refusals;
}

/** What a run has done, and why it could not read everything, a sentence each. */
interface ToldOutcome extends RunOutcome {
  readonly unread: readonly string[];
}

async function keepRecords(
  context: ActionContext,
  github: GitHub,
  kept: readonly PullRecord[],
  outcome: ToldOutcome,
  records: Records,
): Promise<readonly RolecallError[]> {
  const { inputs } = context;
  const domain = domainOf(context);
  const failures: RolecallError[] = [];
  const strike = (record: ReviewRecord): ReviewRecord =>
    strikeOff(record, outcome, domain, inputs.signingKey);
  for (const one of new Map(kept.map((found) => [found.pull.number, found])).values()) {
    const isNews = strike(one.record) !== one.record || isBrought(records, one.pull);
    const told = isNews ? toldOf(context, outcome, one.pull, records) : null;
    failures.push(...(await attempt(() => commentOnRecord(context, github, one, strike, told))));
  }
  return failures;
}

function isBrought({ pushed: brought }: Records, pull: MergedPull): boolean {
  return brought.some(({ number }) => number === pull.number);
}

function toldOf(
  { inputs }: ActionContext,
  { result, unread }: ToldOutcome,
  pull: MergedPull,
  records: Records,
): string {
  const refusal = isBrought(records, pull) ? refusalFor(pull, result, records, inputs) : null;
  return resultMarkdown(result, refusal === null ? [] : [refusal], unread);
}

/** A refused or failed apply is told on the pull requests of the push that have no open record, too. */
async function tellOthers(
  context: ActionContext,
  github: GitHub,
  outcome: ToldOutcome,
  records: Records,
): Promise<readonly RolecallError[]> {
  const { guards, unreviewed, summary } = outcome.result;
  const refused = guards.length + unreviewed.length;
  // What a digest lets through was refused before, and the refusal stands there.
  const isLetThrough = context.inputs.digest !== null && summary.applied > 0;
  const isTold = isLetThrough || refused + summary.failed + summary.skipped + outcome.unread.length > 0;
  const failures: RolecallError[] = [];
  for (const pull of isTold ? withoutOpen(records) : []) {
    const told = toldOf(context, outcome, pull, records);
    failures.push(...(await attempt(() => commentOnPull(context, github, pull, told))));
  }
  return failures;
}

function withoutOpen({ pushed: brought, open }: Records): readonly MergedPull[] {
  return brought.filter(({ number }) => !open.some(({ pull }) => pull.number === number));
}

async function expire(
  context: ActionContext,
  github: GitHub,
  expired: readonly PullRecord[],
): Promise<readonly RolecallError[]> {
  const failures: RolecallError[] = [];
  for (const one of expired) {
    const message = `the record of #${one.pull.number} has expired: it was merged more than 90 days ago, and not all of it was done`;
    context.port.annotate({ level: 'notice', title: 'record expired', message, position: null });
    failures.push(...(await attempt(() => commentOnRecord(context, github, one, expiredRecord, null))));
  }
  return failures;
}

/** Tells the pull requests of a push that its apply failed before it could write anything. */
export async function reportFailure(
  context: ActionContext,
  github: GitHub,
  { pushed: brought }: Records,
  { message, hint }: RolecallError,
): Promise<readonly RolecallError[]> {
  const told = `**Nothing was applied.**\n\n${markdownText(sentence(message))}${hint === null ? '' : `\n\n${markdownText(hint)}`}`;
  const failures: RolecallError[] = [];
  for (const pull of brought) {
    failures.push(...(await attempt(() => commentOnPull(context, github, pull, told))));
  }
  return failures;
}
