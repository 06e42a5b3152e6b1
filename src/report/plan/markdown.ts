import type { Change } from '../../model/change.js';
import { byKeys } from '../../model/ordering.js';
import { type Plan, type PlanScope, type PlanWarning, type Unlisted, nothingRead } from '../../model/plan.js';
import { codeHtml } from '../escape.js';
import { firstFitting, fitting } from '../fitting.js';
import {
  changeMarkdown,
  diffFence,
  fold,
  GUARDS_TITLE,
  guardMarkdown,
  markdownCode,
  markdownText,
  undoneMarkdown,
} from '../markdown.js';
import { count } from '../../model/label.js';
import { isRisky, locationWords, REMOVED_TITLE, riskFirst, stateWords } from '../words.js';
import { isOfTakenOut, planCaveats, planLastLine, shownWarnings } from './summary.js';

/** How long the text may be, and what it says when it is cut. */
export interface MarkdownOptions {
  /** The most UTF-16 units of the text; without it the text is whole. */
  readonly limit?: number;
  /** Markdown that says where the whole plan is. */
  readonly shortened?: string;
}

interface Detail {
  readonly roleLists: boolean;
  /** Items of a list that are not of high risk. */
  readonly items: number;
  /** Items of a list that are of high risk, and guards. */
  readonly risky: number;
}

const ALL = Number.POSITIVE_INFINITY;
const WHOLE: Detail = { roleLists: true, items: ALL, risky: ALL };
const FEWER_ITEMS = [ALL, 20_000, 2000, 200, 50, 10, 0];
/** Fewer UTF-16 units than any change takes. A text that cannot fit is not rendered. */
const SHORTEST = 40;

/**
 * Renders a plan as GitHub flavoured Markdown: counts, refusals and blocked changes, the people who gain and lose (high
 * risk first, the files' changes apart from drift), then folded details. If the text is longer than the limit, role lists
 * are left out first, then the last items of each list. Counts always stay.
 * @throws RangeError if there is no limit and the text is longer than a string can be
 */
export function planMarkdown(plan: Plan, options: MarkdownOptions = {}): string {
  const { limit = ALL, shortened = 'Shortened to fit; the plan itself has every detail.' } = options;
  const parts = {
    plan,
    people: peopleOf(plan),
    change: once((change: Change) => changeMarkdown(change)),
    blocked: once((change: Change) => `${undoneMarkdown(change)}: ${markdownText(change.blocked ?? '')}`),
  };
  const least = plan.changes.length * SHORTEST;
  const render = (detail: Detail): string => textOf(parts, detail, detail === WHOLE ? '' : shortened);
  const details = [WHOLE, ...FEWER_ITEMS.map((items) => ({ ...WHOLE, roleLists: false, items }))].filter(
    ({ items }) => items < ALL || least <= limit,
  );
  const text = firstFitting(details, limit, render);
  if (text !== null) return text;
  const most = Math.max(plan.changes.length, plan.unlisted.length, plan.guards.length);
  return fitting(most, limit, (risky) => render({ roleLists: false, items: 0, risky })).text;
}

interface Parts {
  readonly plan: Plan;
  readonly people: readonly People[];
  readonly change: (change: Change) => string;
  readonly blocked: (change: Change) => string;
}

function once<T>(make: (value: T) => string): (value: T) => string {
  const made = new Map<T, string>();
  return (value) => {
    const text = made.get(value) ?? make(value);
    made.set(value, text);
    return text;
  };
}

function textOf({ plan, people, change, blocked }: Parts, detail: Detail, shortened: string): string {
  const { items, risky } = detail;
  const told = shownWarnings(plan);
  const gone = told.filter(isOfTakenOut);
  const warnings = told.filter((warning) => !isOfTakenOut(warning));
  const removed = plan.unlisted.filter((row) => row.removed === true);
  const unlisted = plan.unlisted.filter((row) => row.removed === undefined);
  const stuck = plan.changes.filter((one) => one.blocked !== null);
  const unread = plan.scopes.filter(({ complete }) => !complete);
  const warningList = list(warnings, warningMarkdown, items);
  const blocks = [
    `**${planLastLine(plan)}**`,
    shortened,
    ...planCaveats(plan),
    titled(GUARDS_TITLE, list(plan.guards, guardMarkdown, risky)),
    titled('### Blocked', riskyFirst(stuck, blocked, detail)),
    titled(
      '### Not read whole, so nothing is taken away there',
      list(unread, ({ scope }) => `- ${markdownCode(scope)}`, items),
    ),
    ...people.map(({ title, changes }) =>
      changes.length === 0 ? title : titled(title, riskyFirst(changes, change, detail)),
    ),
    titled(`### ${REMOVED_TITLE}`, riskyFirst(removed, unlistedMarkdown, detail)),
    titled(
      `### ${removed.length === 0 ? REMOVED_TITLE : 'Taken out as well'}`,
      list(gone, warningMarkdown, items),
    ),
    nothingRead(plan)
      ? titled('### Warnings', warningList)
      : folded(count(warnings.length, 'warning'), warningList),
    folded(unlistedTitle(unlisted), list(riskFirst(unlisted), unlistedMarkdown, items)),
    ...(detail.roleLists ? plan.scopes.map(roleListsMarkdown) : []),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function titled(title: string, content: string): string {
  return content === '' ? '' : `${title}\n\n${content}`;
}

function folded(summary: string, content: string): string {
  return content === '' ? '' : fold(summary, content);
}

function list<T>(rows: readonly T[], line: (row: T) => string, most: number): string {
  const hidden = rows.length - most;
  return [
    ...rows.slice(0, most).map((row) => line(row)),
    ...(hidden > 0 ? [`- … and ${hidden} more`] : []),
  ].join('\n');
}

/** The same with the rows of high risk first, which have a limit of their own. */
function riskyFirst<T extends Change | Unlisted>(
  rows: readonly T[],
  line: (row: T) => string,
  { risky, items }: Detail,
): string {
  const dangerous = rows.filter(isRisky);
  const others = rows.filter((row) => !isRisky(row));
  const hiddenRisky = Math.max(0, dangerous.length - risky);
  const hidden = hiddenRisky + Math.max(0, others.length - items);
  const more = `- … and ${hidden} more${hiddenRisky > 0 ? `, ${hiddenRisky} of high risk` : ''}`;
  const shown = [...dangerous.slice(0, risky), ...others.slice(0, items)].map((row) => line(row));
  return [...shown, ...(hidden > 0 ? [more] : [])].join('\n');
}

/** Changes under a title. Without changes the title is that of the lists below it. */
interface People {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Divides the possible changes into gains and losses, and with a base those of the files from drift. */
function peopleOf({ changes, base }: Plan): readonly People[] {
  const possible = changes.filter(({ blocked }) => blocked === null).sort(forPeople);
  if (base === null) return gainsAndLosses(possible, '###');
  const under = (title: string, own: readonly Change[]): readonly People[] =>
    own.length === 0 ? [] : [{ title, changes: [] }, ...gainsAndLosses(own, '####')];
  return [
    ...under(
      '### Brought about by the files',
      possible.filter(({ cause }) => cause !== 'drift'),
    ),
    ...under(
      '### Drift, there without these files',
      possible.filter(({ cause }) => cause === 'drift'),
    ),
  ];
}

/** Divides changes into gains and losses. A change of role is a gain; a revoke and a deactivation are losses. */
function gainsAndLosses(changes: readonly Change[], level: string): readonly People[] {
  const gains = changes.filter((change) => !isLoss(change));
  const losses = changes.filter(isLoss);
  const isChange = gains.some(({ action }) => action === 'change');
  const title = isChange ? 'Who gains or changes role' : 'Who gains';
  return [
    ...(gains.length === 0 ? [] : [{ title: `${level} ${title}`, changes: gains }]),
    ...(losses.length === 0 ? [] : [{ title: `${level} Who loses`, changes: losses }]),
  ];
}

function isLoss({ from, to }: Change): boolean {
  return to === null || (from?.role === to.role && to.status === 'inactive');
}

const forPeople = byKeys<Change>(
  ({ label }) => label,
  ({ scope }) => scope,
  ({ to }) => to?.role ?? null,
  ({ from }) => from?.role ?? null,
);

function warningMarkdown({ code, message, source }: PlanWarning): string {
  const place = source === null ? '' : ` (${markdownCode(locationWords(source))})`;
  return `- ${markdownCode(code)}: ${markdownText(message)}${place}`;
}

function unlistedMarkdown(row: Unlisted): string {
  const reason = row.reason === undefined ? '' : `: ${markdownText(row.reason)}`;
  const risk = isRisky(row) ? ' (**high risk**)' : '';
  const verb = row.removed === true ? 'keeps' : 'holds';
  return `- ${markdownCode(row.label)} ${verb} ${markdownCode(stateWords(row))} in ${markdownCode(row.scope)}${risk}${reason}`;
}

function unlistedTitle(rows: readonly Unlisted[]): string {
  const risky = rows.filter(isRisky).length;
  return `${rows.length} unlisted and kept${risky > 0 ? `, <b>${risky} of high risk</b>` : ''}`;
}

function roleListsMarkdown({ scope, name, diff }: PlanScope): string {
  if (diff === undefined) return '';
  const title = name === null ? '' : `${codeHtml(name)} `;
  return fold(`${title}${codeHtml(scope)}`, diffFence(diff));
}
