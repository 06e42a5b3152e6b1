import type { Change } from '../../model/change.js';
import { groupBy } from '../../model/ordering.js';
import { alikeRows, MANY_ALIKE } from '../alike.js';
import { counted, number, people } from '../counting.js';
import { fold, markdownCell, markdownCode } from '../markdown.js';
import { isRisky } from '../words.js';
import { byNatural, type Detail, type ReviewFacts, type ReviewContext } from './facts.js';
import { effectWords, whatMarkdown, whereMarkdown, whoMarkdown, whyMarkdown } from './phrases.js';

/** The rows that are open in all tables together. */
const SOME = 15;

/** The rows that one row for many counts as, since their names are listed below it. */
const MANY_COST = 4;

const HEAD = ['| Who | What | Why | Where |', '| --- | --- | --- | --- |'];

interface Row {
  readonly changes: readonly Change[];
  readonly risky: boolean;
}

/** A scope with changes, and the rows of its table. */
export interface ScopeTable {
  readonly scope: string;
  readonly own: readonly Change[];
  readonly rows: readonly Row[];
  readonly risky: boolean;
}

/** Makes a table of changes for each scope, those with high risk first. */
export function scopeTables(changes: readonly Change[], context: ReviewContext): readonly ScopeTable[] {
  const tables = [...groupBy(changes, ({ scope }) => scope)].map(([scope, own]): ScopeTable => {
    const rows = rowsOf(own, context);
    return { scope, own, rows, risky: rows.some((row) => row.risky) };
  });
  return tables.sort(
    (a, b) =>
      Number(b.risky) - Number(a.risky) || context.names.compare({ scope: a.scope }, { scope: b.scope }),
  );
}

/** Renders these tables. Together about fifteen rows are open; the other tables are folded. */
export function tablesMarkdown(
  scopes: readonly ScopeTable[],
  context: ReviewContext,
  detail: Detail,
): readonly string[] {
  let room = SOME;
  const untold = detail.rows > 0 ? [] : scopes.filter(({ risky }) => !risky);
  const told = detail.rows > 0 ? scopes : scopes.filter(({ risky }) => risky);
  const tables = told.map(({ scope, own, rows }) => {
    const cost = rows.reduce((sum, row) => sum + (row.changes.length > 1 ? MANY_COST : 1), 0);
    const open = cost <= room;
    if (open) room -= cost;
    const summary = `${context.names.html(scope)}: ${summaryWords(own)}`;
    const content = [
      markdownCode(scope),
      tableMarkdown(rows, context, detail),
      ...namesMarkdown(rows, detail),
    ];
    return fold(summary, content.join('\n\n'), open);
  });
  if (untold.length === 0) return tables;
  const lines = untold.map(({ scope, own }) => `- ${context.names.markdown(scope)}: ${effectWords(own)}`);
  const title = `${counted(untold.length, 'scope')} without changes of high risk`;
  return [...tables, fold(title, lines.join('\n'))];
}

function summaryWords(changes: readonly Change[]): string {
  const risky = changes.filter(isRisky).length;
  return `${effectWords(changes)}${risky === 0 ? '' : `, ${number(risky)} of high risk`}`;
}

/** Makes the rows of a table: high risk first, then in natural order. Many changes that are alike make one row. */
function rowsOf(changes: readonly Change[], facts: ReviewFacts): readonly Row[] {
  const alike = alikeRows(changes, (change) => alikeKey(change, facts), MANY_ALIKE);
  const rows = alike.map(
    (group): Row => ({
      changes: group.toSorted((a, b) => byNatural(a.label, b.label)),
      risky: group.some(isRisky),
    }),
  );
  const first = (row: Row): Change | undefined => row.changes[0];
  const rank = (row: Row): number => (row.risky ? 0 : 2) + (row.changes.length > 1 ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || byNatural(first(a)?.label ?? '', first(b)?.label ?? ''));
}

function alikeKey(change: Change, facts: ReviewFacts): string {
  const { action, from, to, risk, term } = change;
  return JSON.stringify([action, from, to, risk, term, whyMarkdown(change, facts)]);
}

function tableMarkdown(rows: readonly Row[], facts: ReviewFacts, { rows: most }: Detail): string {
  const risky = rows.filter((row) => row.risky);
  const others = rows.filter((row) => !row.risky);
  const shown = [...risky, ...others.slice(0, most)];
  const hidden = others.slice(most).reduce((sum, row) => sum + row.changes.length, 0);
  const more = hidden === 0 ? [] : [`| … and ${number(hidden)} more | | | |`];
  return [...HEAD, ...shown.map((row) => rowMarkdown(row, facts)), ...more].join('\n');
}

function rowMarkdown({ changes, risky }: Row, facts: ReviewFacts): string {
  const [first] = changes;
  if (first === undefined) return '';
  const several = changes.length > 1;
  const who = several ? `**${people(changes)}**` : whoMarkdown(first, facts);
  const what = `${whatMarkdown(first, undefined, several)}${risky ? ' **high risk**' : ''}`;
  return `| ${who} | ${what} | ${whyMarkdown(first, facts)} | ${whereMarkdown(first, facts)}${several && first.source !== null ? ' …' : ''} |`;
}

function namesMarkdown(rows: readonly Row[], { rows: most }: Detail): readonly string[] {
  return rows.flatMap(({ changes, risky }) => {
    const [first] = changes;
    const shown = risky ? changes : changes.slice(0, most);
    if (first === undefined || changes.length === 1 || shown.length === 0) return [];
    const hidden = changes.length - shown.length;
    const more = hidden === 0 ? '' : `, … and ${number(hidden)} more`;
    const labels = shown.map(({ label }) => markdownCell(label)).join(', ');
    return [fold(people(changes), `${whatMarkdown(first, undefined, true)}: ${labels}${more}`)];
  });
}
