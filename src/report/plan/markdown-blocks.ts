import type { Change } from '../../model/change.js';
import type { Plan, PlanScope, PlanWarning, Unlisted } from '../../model/plan.js';
import {
  changeMarkdown,
  fold,
  guardMarkdown,
  GUARDS_TITLE,
  markdownCode,
  markdownFence,
  markdownHtmlCode,
  markdownText,
  undoneMarkdown,
} from '../markdown.js';
import { count, locationWords, REMOVED_TITLE, riskFirst, stateWords } from '../words.js';
import { riskyIn } from './amount.js';
import { isOfTakenOut, nothingRead, planCaveats, planLastLine, shownWarnings } from './summary.js';
import { type Lines, linesOf } from './lines.js';
import { peopleEffects } from './people.js';

/** What a rendering shows at most. */
export interface Detail {
  /** Whether it says that it is shortened. */
  readonly shortened: boolean;
  readonly diffs: boolean;
  /** Items of a list that are not of high risk. */
  readonly items: number;
  /** Blocked changes of high risk. */
  readonly blocked: number;
  /** Items of any other list of high risk, and guards. */
  readonly risky: number;
}

/** A part of the text in as much detail as is asked for, line by line; without lines where there is nothing to show. */
export type Block = (detail: Detail) => Iterable<string>;

/** The parts of a plan's text in their order. What is to be sorted is sorted here, once for all renderings. */
export function planBlocks(plan: Plan, shortened: string): readonly Block[] {
  const blocked = plan.changes.filter((change) => change.blocked !== null);
  const incomplete = plan.scopes.filter(({ complete }) => !complete);
  const guards = linesOf(plan.guards, guardMarkdown);
  const unread = linesOf(incomplete, ({ scope }) => `- ${markdownCode(scope)}`);
  const told = shownWarnings(plan);
  const gone = linesOf(told.filter(isOfTakenOut), warningMarkdown);
  const warnings = linesOf(
    told.filter((warning) => !isOfTakenOut(warning)),
    warningMarkdown,
  );
  const removed = plan.unlisted.filter((row) => row.removed === true);
  const unlisted = plan.unlisted.filter((row) => row.removed === undefined);
  return [
    () => [`**${planLastLine(plan)}**`],
    (detail) => (detail.shortened ? [shortened] : []),
    ...planCaveats(plan).map((caveat) => () => [caveat]),
    ...titled(GUARDS_TITLE, guards.total, ({ risky }) => listed(guards, risky)),
    ...titled(
      '### Blocked',
      blocked.length,
      ranked(blocked, blockedMarkdown, (detail) => detail.blocked),
    ),
    ...titled('### Not read whole, so nothing is taken away there', unread.total, ({ items }) =>
      listed(unread, items),
    ),
    ...peopleBlocks(plan),
    ...titled(
      `### ${REMOVED_TITLE}`,
      removed.length,
      ranked(removed, unlistedMarkdown, ({ risky }) => risky),
    ),
    ...titled(`### ${removed.length === 0 ? REMOVED_TITLE : 'Taken out as well'}`, gone.total, ({ items }) =>
      listed(gone, items),
    ),
    ...(nothingRead(plan)
      ? titled('### Warnings', warnings.total, ({ items }) => listed(warnings, items))
      : folded(count(warnings.total, 'warning'), warnings)),
    ...folded(unlistedTitle(unlisted), linesOf(riskFirst(unlisted), unlistedMarkdown)),
    ...plan.scopes.map(diffBlock),
  ];
}

function peopleBlocks({ changes, base }: Plan): readonly Block[] {
  if (base === null) return gainsAndLosses(changes, '###');
  const files = changes.filter(({ cause }) => cause !== 'drift');
  const drift = changes.filter(({ cause }) => cause === 'drift');
  return [
    ...under('### Brought about by the files', gainsAndLosses(files, '####')),
    ...under('### Drift, there without these files', gainsAndLosses(drift, '####')),
  ];
}

function under(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [() => [title], ...blocks];
}

function gainsAndLosses(changes: readonly Change[], level: string): readonly Block[] {
  const { gains, losses } = peopleEffects(changes);
  const list = (people: readonly Change[]): Block => ranked(people, changeMarkdown, ({ risky }) => risky);
  return [
    ...titled(`${level} ${gainsTitle(gains)}`, gains.length, list(gains)),
    ...titled(`${level} Who loses`, losses.length, list(losses)),
  ];
}

function gainsTitle(gains: readonly Change[]): string {
  return gains.some(({ action }) => action === 'change') ? 'Who gains or changes role' : 'Who gains';
}

function titled(title: string, items: number, content: Block): readonly Block[] {
  if (items === 0) return [];
  const block: Block = function* (detail) {
    yield* [title, ''];
    yield* content(detail);
  };
  return [block];
}

function folded(summary: string, lines: Lines): readonly Block[] {
  if (lines.total === 0) return [];
  const block: Block = function* ({ items }) {
    yield* [`<details><summary>${summary}</summary>`, ''];
    yield* listed(lines, items);
    yield* ['', '</details>'];
  };
  return [block];
}

/** A list of rows, those of high risk first and by a measure of their own. */
function ranked<T extends Pick<Change, 'risk'> | Unlisted>(
  rows: readonly T[],
  line: (row: T) => string,
  mostRisky: (detail: Detail) => number,
): Block {
  const risky = rows.filter(({ risk }) => risk === 'high');
  const others = rows.filter(({ risk }) => risk !== 'high');
  const lists = { risky: linesOf(risky, line), others: linesOf(others, line) };
  return (detail) => listed(lists.others, detail.items, lists.risky, mostRisky(detail));
}

/** Items of a list, and how many more there are than are shown. */
function* listed(others: Lines, mostOthers: number, risky?: Lines, mostRisky = 0): Generator<string> {
  if (risky !== undefined) yield* risky.first(mostRisky);
  yield* others.first(mostOthers);
  const hiddenRisky = Math.max(0, (risky?.total ?? 0) - mostRisky);
  const hidden = hiddenRisky + Math.max(0, others.total - mostOthers);
  if (hidden > 0) yield `- … and ${hidden} more${hiddenRisky > 0 ? `, ${hiddenRisky} of high risk` : ''}`;
}

function blockedMarkdown(change: Change): string {
  return `${undoneMarkdown(change)}: ${markdownText(change.blocked ?? '')}`;
}

function warningMarkdown({ code, message, source }: PlanWarning): string {
  const place = source === null ? '' : ` (${markdownCode(locationWords(source))})`;
  return `- ${markdownCode(code)}: ${markdownText(message)}${place}`;
}

function unlistedMarkdown(row: Unlisted): string {
  const reason = row.reason === undefined ? '' : `: ${markdownText(row.reason)}`;
  const risk = row.risk === 'high' ? ' (**high risk**)' : '';
  const verb = row.removed === true ? 'keeps' : 'holds';
  return `- ${markdownCode(row.label)} ${verb} ${markdownCode(stateWords(row))} in ${markdownCode(row.scope)}${risk}${reason}`;
}

function unlistedTitle(rows: readonly Unlisted[]): string {
  const risky = riskyIn(rows);
  return `${rows.length} unlisted and kept${risky > 0 ? `, <b>${risky} of high risk</b>` : ''}`;
}

function diffBlock({ scope, name, diff }: PlanScope): Block {
  return function* (detail) {
    if (diff === undefined || !detail.diffs) return;
    const title = name === null ? '' : `${markdownHtmlCode(name)} `;
    const lines = diff.split('\n');
    if (lines.at(-1) === '') lines.pop();
    yield fold(`${title}${markdownHtmlCode(scope)}`, markdownFence(lines, 'diff'));
  };
}
