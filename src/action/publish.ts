import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExitCode, RolecallError } from '../errors.js';
import type { Plan } from '../model/plan.js';
import { planJsonPieces } from '../report/json.js';
import { planTextBlocks } from '../report/plan/text.js';
import type { ReviewFacts } from '../report/pull-request/facts.js';
import { reviewMarkdown } from '../report/pull-request/comment.js';
import type { ActionContext, RunnerPort } from './context.js';

/** Where a step ends: the code its command would exit with, and what went wrong beside it. */
export interface ActionOutcome {
  readonly exitCode: ExitCode;
  /** What could not be done, each told as an error of the step. */
  readonly failures: readonly RolecallError[];
}

/** Does what can fail without taking the rest with it; what failed is the answer. */
export async function attempt(work: () => Promise<void>): Promise<readonly RolecallError[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof RolecallError) return [error];
    throw error;
  }
}

/** Sets the outputs that tell what a plan holds, and keeps the plan as files for later steps. */
export async function publishPlan(context: ActionContext, plan: Plan, markdown: string): Promise<void> {
  const { port, runner } = context;
  const { grant, change, revoke, blocked } = plan.summary;
  port.output('has-changes', String(grant + change + revoke > 0));
  port.output('grant', String(grant));
  port.output('change', String(change));
  port.output('revoke', String(revoke));
  port.output('blocked', String(blocked));
  const made = plan.changes.filter((one) => one.blocked === null && one.verifiable !== false);
  port.output('high-risk', String(made.filter(({ risk }) => risk === 'high').length));
  port.output('drift', String(made.filter(({ cause }) => cause !== 'files').length));
  port.output('digest', plan.digest);
  const folder = await mkdtemp(join(runner.temp, 'rolecall-'));
  const planPath = join(folder, 'plan.json');
  const markdownPath = join(folder, 'plan.md');
  await writeFile(planPath, planJsonPieces(plan));
  await writeFile(markdownPath, markdown);
  port.output('plan-path', planPath);
  port.output('markdown-path', markdownPath);
}

/** Sets the outputs where there is no plan, so that none is left empty. */
export function publishCounts(
  context: ActionContext,
  counts: { readonly grant: number; readonly change: number; readonly revoke: number },
  highRisk = 0,
): void {
  const { grant, change, revoke } = counts;
  context.port.output('has-changes', String(grant + change + revoke > 0));
  context.port.output('grant', String(grant));
  context.port.output('change', String(change));
  context.port.output('revoke', String(revoke));
  context.port.output('blocked', '0');
  context.port.output('high-risk', String(highRisk));
  context.port.output('drift', '0');
}

/** Writes a plan to the log, each scope as a group that folds. */
export function logPlan(port: RunnerPort, plan: Plan): void {
  for (const { scope, text } of planTextBlocks(plan, { color: false })) {
    if (scope === null) port.log(`${text}\n`);
    else port.group(scope, text.slice(text.indexOf('\n') + 1));
  }
}

/** Bytes of a job summary that GitHub takes, with room for what other parts of the step add. */
const SUMMARY_BYTES = 1_000_000;

/** A plan for the job summary, cut to its size in bytes. */
export function summaryPlan(plan: Plan, facts: ReviewFacts): string {
  let limit = SUMMARY_BYTES;
  for (;;) {
    const { text } = reviewMarkdown(plan, facts, limit);
    const bytes = Buffer.byteLength(text);
    if (bytes <= SUMMARY_BYTES || limit < 10_000) return text;
    limit = Math.floor(limit * 0.8);
  }
}

/** A plan as a file: nothing is cut. */
export function wholePlan(plan: Plan, facts: ReviewFacts): string {
  return reviewMarkdown(plan, facts, Number.POSITIVE_INFINITY).text;
}

/** Markdown cut between two lines, what it had folded closed again. */
export function cutMarkdown(text: string, limit: number): string {
  if (text.length <= limit) return text.trimEnd();
  const cut = text.slice(0, Math.max(0, text.lastIndexOf('\n', Math.max(0, limit - 200))));
  const open = count(cut, '<details>') - count(cut, '</details>');
  return `${cut.trimEnd()}\n- …${'\n\n</details>'.repeat(Math.max(0, open))}\n\nShortened to fit; the job summary has every line.`;
}

/** Lines that start so: nothing foreign stands at the start of a line. */
function count(text: string, start: string): number {
  return text.split('\n').filter((line) => line.startsWith(start)).length;
}
