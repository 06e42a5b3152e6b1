import type { Plan } from '../../model/plan.js';
import { planBlocks, type Detail } from './markdown-blocks.js';
import { textWithin } from './lines.js';

/** How a plan is cut to fit a limit: less and less detail, the counts and the risky changes to the last. */
export interface MarkdownOptions {
  /** UTF-16 units the text may have; left out, it is whole. */
  readonly limit?: number;
  /** What a shortened text says of where the whole is: Markdown. */
  readonly shortened?: string;
}

const ALL = Number.POSITIVE_INFINITY;
const WHOLE: Detail = { shortened: false, diffs: true, items: ALL, blocked: ALL, risky: ALL };
const RISKY: Detail = { ...WHOLE, shortened: true, diffs: false, items: 0 };
const LESS: readonly Detail[] = [
  WHOLE,
  ...[ALL, 20_000, 2000, 200, 50, 10, 0].map((items) => ({ ...RISKY, items })),
];

/**
 * A plan as GitHub flavoured Markdown: counts, what refuses or blocks, people who gain and lose (high risk first, the
 * files' changes apart from drift), then details folded. Where it would pass the limit, details go first.
 * @throws RangeError where there is no limit, and the text is longer than a string can be
 */
export function planMarkdown(plan: Plan, options: MarkdownOptions = {}): string {
  const limit = options.limit ?? ALL;
  const shortened = options.shortened ?? 'Shortened to fit; the plan itself has every detail.';
  const blocks = planBlocks(plan, shortened);
  const within = (most: number, detail: Detail): string | null =>
    textWithin(
      most,
      blocks.map((block) => block(detail)),
    );
  for (const detail of LESS) {
    const text = within(limit, detail);
    if (text !== null) return text;
  }
  const items = Math.max(plan.changes.length, plan.guards.length);
  return (
    longest(items, (blocked) => within(limit, { ...RISKY, blocked })) ??
    longest(items, (risky) => within(limit, { ...RISKY, blocked: 0, risky })) ??
    within(ALL, { ...RISKY, blocked: 0, risky: 0 }) ??
    ''
  );
}

/** The text with the most items that still fits, up to so many; null where not even one without any does. */
function longest(most: number, render: (items: number) => string | null): string | null {
  let text = render(0);
  if (text === null) return null;
  let fits = 0;
  let above = most + 1;
  while (above - fits > 1) {
    const items = Math.floor((fits + above) / 2);
    const longer = render(items);
    if (longer === null) above = items;
    else [fits, text] = [items, longer];
  }
  return text;
}
