import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InvalidFilesError } from '../errors.js';
import type { Plan, PlanSummary } from '../model/plan.js';
import { planJsonPieces } from '../report/json.js';
import { markdownCode, markdownText } from '../report/markdown.js';
import { planTextBlocks } from '../report/plan/text.js';
import { reviewMarkdown } from '../report/pull-request/comment.js';
import type { ReviewFacts } from '../report/pull-request/facts.js';
import { count } from '../model/label.js';
import { locationWords } from '../report/words.js';
import { annotate, ofDiagnostics } from './annotations.js';
import { folderOf } from './checkout.js';
import type { ActionContext, Annotation, RunnerPort } from './context.js';

/** Publishes a plan: log, annotations, outputs, files for later steps, and summary. */
export async function publishPlan(
  context: ActionContext,
  plan: Plan,
  facts: ReviewFacts,
  annotations: readonly Annotation[],
): Promise<void> {
  logPlan(context.port, plan);
  annotate(context.port, annotations);
  await outputPlan(context, plan, reviewMarkdown(plan, facts, Number.POSITIVE_INFINITY).text);
  await context.port.summarize(summaryPlan(plan, facts));
}

/** Sets the outputs that tell what a plan holds, and keeps it as files for later steps. */
export async function outputPlan(
  { port, runner }: Pick<ActionContext, 'port' | 'runner'>,
  plan: Plan,
  markdown: string,
): Promise<void> {
  const made = plan.changes.filter((one) => one.blocked === null && one.verifiable !== false);
  outputCounts(port, {
    ...plan.summary,
    highRisk: made.filter(({ risk }) => risk === 'high').length,
    drift: made.filter(({ cause }) => cause !== 'files').length,
  });
  port.output('digest', plan.digest);
  const folder = await mkdtemp(join(runner.temp, 'rolecall-'));
  const [planPath, markdownPath] = [join(folder, 'plan.json'), join(folder, 'plan.md')];
  await writeFile(planPath, planJsonPieces(plan));
  await writeFile(markdownPath, markdown);
  port.output('plan-path', planPath);
  port.output('markdown-path', markdownPath);
}

/** Numbers of changes; what is left out is 0. */
type Counts = Partial<Pick<PlanSummary, 'grant' | 'change' | 'revoke' | 'blocked'>> & {
  readonly highRisk?: number;
  readonly drift?: number;
};

/** Sets the outputs that are numbers, also without a plan, so that none is empty. */
export function outputCounts(port: RunnerPort, counts: Counts): void {
  const { grant = 0, change = 0, revoke = 0, blocked = 0, highRisk = 0, drift = 0 } = counts;
  port.output('has-changes', String(grant + change + revoke > 0));
  for (const [name, value] of Object.entries({
    grant,
    change,
    revoke,
    blocked,
    'high-risk': highRisk,
    drift,
  })) {
    port.output(name, String(value));
  }
}

function logPlan(port: RunnerPort, plan: Plan): void {
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

const MOST_FINDINGS = 200;

/** Publishes the errors of the files: annotations and summary. Gives the summary's Markdown. */
export async function publishInvalid(
  context: ActionContext,
  { diagnostics }: InvalidFilesError,
): Promise<string> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const items = errors
    .slice(0, MOST_FINDINGS)
    .map(
      (finding) =>
        `- ${markdownCode(locationWords(finding))} ${markdownCode(finding.code)}: ${markdownText(finding.message)}`,
    );
  const more = errors.length > items.length ? [`- … and ${errors.length - items.length} more`] : [];
  const text = `**The files have ${count(errors.length, 'error')}, so no plan was made.**\n\n${[...items, ...more].join('\n')}\n`;
  annotate(context.port, ofDiagnostics(diagnostics, folderOf(context)));
  await context.port.summarize(text);
  return text;
}

/** Cuts Markdown between two lines and closes the folds that are open there. */
export function cutMarkdown(text: string, limit: number): string {
  if (text.length <= limit) return text.trimEnd();
  const cut = text.slice(0, Math.max(0, text.lastIndexOf('\n', Math.max(0, limit - 200))));
  const open = linesWith(cut, '<details>') - linesWith(cut, '</details>');
  return `${cut.trimEnd()}\n- …${'\n\n</details>'.repeat(Math.max(0, open))}\n\nShortened to fit; the job summary has every line.`;
}

/** Counts the lines that start so; foreign text is never at the start of a line. */
function linesWith(text: string, start: string): number {
  return text.split('\n').filter((line) => line.startsWith(start)).length;
}
