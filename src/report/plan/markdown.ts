import type { Change } from '../../model/change.js';
import type { Plan, PlanScope, Unlisted } from '../../model/plan.js';
import { markdownCode, markdownFence, markdownHtmlCode, markdownText } from '../escape-markdown.js';
import { changeMarkdown, fold, guardsMarkdown, listed, undoneMarkdown } from '../markdown-change.js';
import { count, placeWords, riskFirst, stateWords } from '../words.js';
import { planCaveats, planLastLine } from './last-line.js';
import { peopleEffects } from './people.js';

/** How a plan is cut to fit a limit: less and less detail, the counts and the risky changes to the last. */
export interface MarkdownOptions {
  /** UTF-16 units the text may have; left out, it is whole. */
  readonly limit?: number;
}

/** What a rendering shows at most. */
interface Detail {
  readonly diffs: boolean;
  /** Items of a list that are not of high risk. */
  readonly items: number;
  /** Items of a list of high risk. */
  readonly risky: number;
}

const WHOLE: Detail = { diffs: true, items: Number.POSITIVE_INFINITY, risky: Number.POSITIVE_INFINITY };
const LESS: readonly Detail[] = [
  WHOLE,
  { ...WHOLE, diffs: false },
  ...[200, 50, 10, 0].map((items) => ({ ...WHOLE, diffs: false, items })),
];

/**
 * A plan as GitHub flavoured Markdown: counts, what refuses or blocks, people who gain and lose (high risk first, the
 * files' changes apart from drift), then details folded. Where it would pass the limit, details go first.
 */
export function planMarkdown(plan: Plan, options: MarkdownOptions = {}): string {
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  for (const detail of LESS) {
    const text = render(plan, detail);
    if (text.length <= limit) return text;
  }
  return riskyAlone(plan, limit);
}

/** With nothing left but counts and risky changes: as many of these as the limit lets be named. */
function riskyAlone(plan: Plan, limit: number): string {
  let fits = 0;
  let above = Math.max(plan.changes.length, plan.guards.length) + 1;
  let text = render(plan, { diffs: false, items: 0, risky: fits });
  while (above - fits > 1) {
    const risky = Math.floor((fits + above) / 2);
    const longer = render(plan, { diffs: false, items: 0, risky });
    if (longer.length > limit) above = risky;
    else [fits, text] = [risky, longer];
  }
  return text;
}

function render(plan: Plan, detail: Detail): string {
  const blocks = [
    `**${planLastLine(plan)}**`,
    ...planCaveats(plan),
    guardsMarkdown(plan.guards, detail.risky),
    blockedMarkdown(plan, detail),
    incompleteMarkdown(plan.scopes, detail),
    ...peopleMarkdown(plan, detail),
    warningsMarkdown(plan, detail),
    unlistedMarkdown(plan.unlisted, detail),
    ...(detail.diffs ? plan.scopes.map(diffMarkdown) : []),
    detail === WHOLE ? '' : 'Shortened to fit; the plan itself has every detail.',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function peopleMarkdown(plan: Plan, detail: Detail): readonly string[] {
  if (plan.base === null) return gainsAndLosses(plan.changes, '###', detail);
  const drift = gainsAndLosses(
    plan.changes.filter(({ cause }) => cause === 'drift'),
    '####',
    detail,
  );
  const files = gainsAndLosses(
    plan.changes.filter(({ cause }) => cause !== 'drift'),
    '####',
    detail,
  );
  return [
    ...(files.length === 0 ? [] : ['### Brought about by the files', ...files]),
    ...(drift.length === 0 ? [] : ['### Drift, there without these files', ...drift]),
  ];
}

function gainsAndLosses(changes: readonly Change[], level: string, detail: Detail): readonly string[] {
  const { gains, losses } = peopleEffects(changes);
  return [
    ...(gains.length === 0 ? [] : [`${level} ${gainsTitle(gains)}\n\n${changeList(gains, detail)}`]),
    ...(losses.length === 0 ? [] : [`${level} Who loses\n\n${changeList(losses, detail)}`]),
  ];
}

function gainsTitle(gains: readonly Change[]): string {
  return gains.some(({ action }) => action === 'change') ? 'Who gains or changes role' : 'Who gains';
}

function changeList(changes: readonly Change[], detail: Detail): string {
  const risky = changes.filter(({ risk }) => risk === 'high');
  const others = changes.filter(({ risk }) => risk !== 'high');
  const shown = [...risky.slice(0, detail.risky), ...others.slice(0, detail.items)];
  const hidden = Math.max(0, risky.length - detail.risky);
  return `${listed(shown.map(changeMarkdown), changes.length)}${hidden > 0 ? `, ${hidden} of high risk` : ''}`;
}

function blockedMarkdown(plan: Plan, detail: Detail): string {
  const blocked = riskFirst(plan.changes.filter((change) => change.blocked !== null));
  if (blocked.length === 0) return '';
  const items = blocked
    .slice(0, detail.items)
    .map((change) => `${undoneMarkdown(change)}: ${markdownText(change.blocked ?? '')}`);
  return `### Blocked\n\n${listed(items, blocked.length)}`;
}

function incompleteMarkdown(scopes: readonly PlanScope[], detail: Detail): string {
  const incomplete = scopes.filter(({ complete }) => !complete);
  if (incomplete.length === 0) return '';
  const items = incomplete.slice(0, detail.items).map(({ scope }) => `- ${markdownCode(scope)}`);
  return `### Not read whole, so nothing is taken away there\n\n${listed(items, incomplete.length)}`;
}

function warningsMarkdown({ warnings }: Plan, detail: Detail): string {
  if (warnings.length === 0) return '';
  const items = warnings.slice(0, detail.items).map(({ code, message, source }) => {
    const place = source === null ? '' : ` (${markdownCode(placeWords(source))})`;
    return `- ${markdownCode(code)}: ${markdownText(message)}${place}`;
  });
  return fold(count(warnings.length, 'warning'), listed(items, warnings.length));
}

function unlistedMarkdown(unlisted: readonly Unlisted[], detail: Detail): string {
  if (unlisted.length === 0) return '';
  const items = unlisted
    .slice(0, detail.items)
    .map(
      (row) =>
        `- ${markdownCode(row.label)} holds ${markdownCode(stateWords(row))} in ${markdownCode(row.scope)}`,
    );
  return fold(`${unlisted.length} unlisted and kept`, listed(items, unlisted.length));
}

function diffMarkdown({ scope, name, diff }: PlanScope): string {
  if (diff === undefined) return '';
  const title = name === null ? '' : `${markdownHtmlCode(name)} `;
  const lines = diff.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return fold(`${title}${markdownHtmlCode(scope)}`, markdownFence(lines, 'diff'));
}
