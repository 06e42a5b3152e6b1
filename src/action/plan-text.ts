import type { Plan } from '../model/plan.js';
import { actionOf } from '../planning/difference.js';
import { markdownCode } from '../report/escape-markdown.js';
import { changeMarkdown, phraseMarkdown } from '../report/markdown-change.js';
import { planMarkdown } from '../report/plan/markdown.js';
import { count } from '../report/words.js';

/** Bytes of a job summary that GitHub takes, with room for what other parts of the step add. */
const SUMMARY_BYTES = 1_000_000;

/** A change takes more units than this: a plan that cannot fit is not written out to see that. */
const SHORTEST_LINE = 20;

/** What stands around a plan in a comment, a summary or an issue. */
export interface PlanFrame {
  /** Shown right below the counts: what a reviewer must not miss. */
  readonly cautions: readonly string[];
  /** Where the whole plan is, for texts that had to be cut. */
  readonly whole: string;
  /** The last lines. */
  readonly footer: readonly string[];
}

/**
 * A plan as Markdown of at most so many UTF-16 units: counts first, then what must not be missed. Details go first when
 * it has to be cut; then it says where the whole plan is.
 */
export function framedPlan(plan: Plan, frame: PlanFrame, limit: number): string {
  const later = laterMarkdown(plan);
  const build = (body: string, extra: readonly string[]): string => {
    const end = body.indexOf('\n\n');
    const [counts, rest] =
      end < 0 ? [body.trimEnd(), ''] : [body.slice(0, end), body.slice(end + 2).trimEnd()];
    const blocks = [counts, ...frame.cautions, rest, ...extra, ...frame.footer];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  };
  if (plan.changes.length * SHORTEST_LINE <= limit) {
    const whole = build(planMarkdown(plan), [later]);
    if (whole.length <= limit) return whole;
  }
  const around = build('', [frame.whole]).length + 4;
  const cut = planMarkdown(plan, { limit: Math.max(0, limit - around), shortened: '' });
  return build(cut, [frame.whole]);
}

/** A plan for the job summary, cut to its size in bytes. */
export function summaryPlan(plan: Plan, frame: PlanFrame): string {
  let limit = SUMMARY_BYTES;
  for (;;) {
    const text = framedPlan(plan, frame, limit);
    const bytes = Buffer.byteLength(text);
    if (bytes <= SUMMARY_BYTES || limit < 10_000) return text;
    limit = Math.floor(limit * 0.8);
  }
}

/** Whether a text still tells of every possible change of high risk. */
export function tellsRisky(text: string, plan: Plan): boolean {
  const lines = new Set(text.split('\n'));
  return plan.changes
    .filter(({ risk, blocked }) => risk === 'high' && blocked === null)
    .every((change) => lines.has(changeMarkdown(change)));
}

/** What terms will start, folded. */
function laterMarkdown({ later = [] }: Plan): string {
  if (later.length === 0) return '';
  const items = later.map(
    (change) =>
      `- from ${markdownCode(change.at)}: ${phraseMarkdown({ ...change, action: actionOf(change) })}${change.risk === 'high' ? ' (**high risk**)' : ''}`,
  );
  return `<details><summary>${count(later.length, 'change')} to come, when terms start</summary>\n\n${items.join('\n')}\n\n</details>`;
}
