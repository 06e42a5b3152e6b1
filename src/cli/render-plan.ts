import type { Plan } from '../model/plan.js';
import type { RenderOptions } from '../report/terminal.js';
import { planJsonPieces } from '../report/json.js';

export const PLAN_FORMATS = ['text', 'json', 'markdown', 'html'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

/** More than a usual plan, and an editor can still open it. A plan of a million changes would have some 200 MB. */
const MARKDOWN = {
  limit: 5_000_000,
  shortened:
    'Shortened to fit: `rolecall plan --format json` has all of it, and a narrower `--scope` shows more of its scopes.',
};

/** A plan in the asked format; as JSON in pieces, since that of a large one is longer than a string can be. Loads that format's renderer alone. */
export async function renderPlan(
  format: PlanFormat,
  plan: Plan,
  drawing: RenderOptions,
): Promise<string | Iterable<string>> {
  switch (format) {
    case 'text':
      return (await import('../report/plan/text.js')).planText(plan, drawing);
    case 'json':
      return planJsonPieces(plan);
    case 'markdown':
      return (await import('../report/plan/markdown.js')).planMarkdown(plan, MARKDOWN);
    case 'html':
      return (await import('../report/plan/html.js')).planHtml(plan);
  }
}
