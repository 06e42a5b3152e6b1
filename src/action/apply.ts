import { applyExit, applyRun, everything } from '../commands/apply-run.js';
import type { PlanningRun } from '../commands/planning-run.js';
import { ExitCode, InvalidFilesError, RolecallError, UsageError, worstExit } from '../errors.js';
import { resolveRevision } from '../git/repository.js';
import { branchTip } from '../github/branch-tip.js';
import type { GitHub } from '../github/client.js';
import type { ApplyResult } from '../model/result.js';
import { applyMarkdown } from '../report/apply/markdown.js';
import { applyText } from '../report/apply/text.js';
import { markdownCode, markdownText } from '../report/escape-markdown.js';
import { annotate, ofDiagnostics, ofPlan, ofResult } from './annotations.js';
import { commentResult } from './apply-comment.js';
import { cutMarkdown } from './cut-markdown.js';
import { githubOf } from './github.js';
import { invalidMarkdown } from './offline.js';
import { type ActionOutcome, attempt, publishCounts, publishPlan } from './outcome.js';
import { openRun, readSides } from './plan-run.js';
import type { ActionContext } from './port.js';
import { digestSelection, pushSelection } from './push-selection.js';
import { openRecords, type Records } from './records.js';
import { domainOf, folderOf, branchBase, repositoryOf } from './revisions.js';
import { branchOf } from './runner.js';
import { type ScheduledSelection, scheduleSelection } from './schedule-selection.js';

const SUMMARY_UNITS = 300_000;

/** Applies what was reviewed and merged, if the commit is still the tip of its branch. */
export async function applyAction(context: ActionContext): Promise<ActionOutcome> {
  const { runner, port } = context;
  const branch = branchOf(runner);
  if (branch === null || runner.event.kind === 'pull-request' || runner.event.kind === 'merge-group') {
    throw new UsageError('apply runs on a branch: on push, schedule or workflow_dispatch', {
      hint: 'On pull requests use command: plan.',
    });
  }
  const github = githubOf(context);
  const tip = await branchTip(github, branch);
  if (tip !== runner.sha) {
    const message = `${runner.sha.slice(0, 12)} is no longer the tip of ${branch}, so nothing is applied: the run on its tip does it`;
    port.annotate({ level: 'notice', title: 'not the tip', message, place: null });
    publishCounts(context, { grant: 0, change: 0, revoke: 0 });
    await port.summarize(`**Nothing was applied.** ${markdownText(message)}\n`);
    return { exitCode: ExitCode.done, failures: [] };
  }
  try {
    return await applyTip(context, github, branch);
  } catch (error) {
    if (!(error instanceof InvalidFilesError)) throw error;
    annotate(port, ofDiagnostics(error.diagnostics, folderOf(context)));
    await port.summarize(invalidMarkdown(error));
    return { exitCode: error.exitCode, failures: [error] };
  }
}

async function applyTip(context: ActionContext, github: GitHub, branch: string): Promise<ActionOutcome> {
  const { runner, inputs } = context;
  const repository = await repositoryOf(context);
  const checkedOut = await resolveRevision(repository, 'HEAD');
  if (checkedOut !== runner.sha) {
    throw new RolecallError(
      `what is checked out (${checkedOut.slice(0, 12)}) is not the commit of this run, ${runner.sha.slice(0, 12)}`,
      { hint: 'Check out without a ref.' },
    );
  }
  const base = runner.event.kind === 'schedule' ? null : await branchBase(repository, runner.event);
  const sides = await readSides(context, base, 'files');
  const reviews = inputs.requireReviewedPlan && runner.event.kind !== 'schedule';
  const records: Records = reviews
    ? await openRecords(github, branch, domainOf(context), inputs.signingKey)
    : { open: [], disbelieved: [] };
  const run = await openRun(context, sides, { base, providersFrom: null });
  try {
    const selected = await selectionOf(context, run, records, github, branch);
    const result = await applyRun(selected.run, selected.selection, null, context);
    return await report(context, selected.run, result, records, github);
  } finally {
    await run.close();
  }
}

async function selectionOf(
  context: ActionContext,
  run: PlanningRun,
  { open }: Records,
  github: GitHub,
  branch: string,
): Promise<ScheduledSelection> {
  const { digest, requireReviewedPlan, signingKey } = context.inputs;
  const domain = domainOf(context);
  if (digest !== null) return { run, selection: digestSelection(run, digest) };
  if (!requireReviewedPlan) return { run, selection: everything(run) };
  if (context.runner.event.kind === 'schedule') {
    return await scheduleSelection(run, { github, branch, domain, signingKey });
  }
  return { run, selection: pushSelection(run, open, domain, signingKey) };
}

async function report(
  context: ActionContext,
  run: PlanningRun,
  result: ApplyResult,
  { open, disbelieved }: Records,
  github: GitHub,
): Promise<ActionOutcome> {
  const { port, signal } = context;
  const { plan } = run.draft;
  const notes = notesOf(result, disbelieved);
  const text = `${applyMarkdown(result).trimEnd()}\n${notes.map((note) => `\n${note}\n`).join('')}`;
  port.log(
    [applyText(result, { color: false }), ...(result.unreviewed.length > 0 ? disbelieved : [])].join('\n'),
  );
  annotate(port, [
    ...ofDiagnostics(run.diagnostics, folderOf(context)),
    ...ofPlan({ ...plan, changes: [] }, folderOf(context)),
    ...ofResult(result, folderOf(context)),
  ]);
  await publishPlan(context, plan, text);
  await port.summarize(cutMarkdown(text, SUMMARY_UNITS));
  const failures: RolecallError[] = [];
  for (const record of open) {
    failures.push(...(await attempt(() => commentResult(context, github, run, result, record))));
  }
  const codes = [applyExit(run, result, signal), ...failures.map(() => ExitCode.error)];
  return { exitCode: worstExit(codes), failures };
}

/** What to do about changes that nobody reviewed. */
function notesOf({ unreviewed, digest }: ApplyResult, disbelieved: readonly string[]): readonly string[] {
  if (unreviewed.length === 0) return [];
  return [
    `The files bring about changes that no believed record of a merged pull request lists. Review the plan, and apply it with the input ${markdownCode('digest')}: ${markdownCode(digest)}.`,
    ...disbelieved.map((reason) => `- not believed: ${markdownText(reason)}`),
  ];
}
