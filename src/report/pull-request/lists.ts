import type { Change } from '../../model/change.js';
import { groupBy } from '../../model/ordering.js';
import { type LaterChange, type Plan, type Unlisted, nothingRead } from '../../model/plan.js';
import { MANY_ALIKE } from '../alike.js';
import { counted, number, people } from '../counting.js';
import { UNMADE } from '../effects.js';
import { diffFence, fold, markdownCell, markdownCode, markdownText } from '../markdown.js';
import { shownWarnings } from '../plan/summary.js';
import { isRisky, REMOVED_TITLE, riskFirst, stateWords } from '../words.js';
import type { Detail, ReviewContext, ReviewFacts, ScopeLabels } from './facts.js';
import { startWords, whatMarkdown, whereMarkdown, whoMarkdown } from './phrases.js';

/** The most lines of totals by role, which a plan with many changes gets. */
const MOST_KINDS = 6;
const OPEN_ITEMS = 15;

/** Sums a large plan up: how many people gain or lose which role, the largest number first. */
export function roleTotalsMarkdown(changes: readonly Change[]): string {
  if (changes.length <= MANY_ALIKE) return '';
  const kinds = [...groupBy(changes, (change) => whatMarkdown(change)).values()];
  kinds.sort((a, b) => b.length - a.length);
  const lines = kinds.slice(0, MOST_KINDS).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const scopes = new Set(group.map(({ scope }) => scope)).size;
    const where = scopes === 1 ? '' : ` in ${number(scopes)} scopes (${number(group.length)} changes)`;
    return [`- **${people(group)}** ${whatMarkdown(first, undefined, group.length > 1)}${where}`];
  });
  const hidden = kinds.slice(MOST_KINDS).flat().length;
  return [...lines, ...(hidden === 0 ? [] : [`- … and ${number(hidden)} other changes`])].join('\n');
}

/** Lists the upcoming changes: all of high risk, and the first others. */
export function upcomingMarkdown(
  later: readonly LaterChange[],
  names: ScopeLabels,
  { rows }: Detail,
): string {
  if (later.length === 0) return '';
  const sorted = riskFirst(later);
  const list = listMarkdown(sorted, sorted.filter(isRisky).length + rows, (change) => {
    const what = `${markdownCell(change.label)} ${whatMarkdown(change)} in ${names.markdown(change.scope)}`;
    return `from ${startWords(change.at)}: ${what}${riskMarkdown(change)}`;
  });
  return fold(`${counted(later.length, 'change')} to come, when terms start`, list);
}

/** Lists the assignments that were taken out of the files and are kept: all of high risk, and the first others. */
export function keptMarkdown(
  unlisted: readonly Unlisted[],
  names: ScopeLabels,
  { rows, tables }: Detail,
): string {
  const kept = unlisted.filter(({ removed }) => removed === true);
  if (kept.length === 0) return '';
  const risky = tables ? kept.filter(isRisky).length : 0;
  const list = openList(kept, risky + rows, `${number(kept.length)} kept`, (row) => {
    const reason = row.reason === undefined ? '' : `: ${markdownText(row.reason)}`;
    return `${unlistedWords(row, 'keeps', names)}${reason}`;
  });
  return `### ${REMOVED_TITLE}: ${number(kept.length)}\n\n${list}`;
}

/** Lists the blocked changes with the reasons: all of high risk, and the first others. */
export function blockedMarkdown(
  changes: readonly Change[],
  context: ReviewContext,
  { rows, tables }: Detail,
): string {
  const blocked = riskFirst(changes.filter((change) => change.blocked !== null));
  if (blocked.length === 0) return '';
  const risky = tables ? blocked.filter(isRisky).length : 0;
  const list = openList(blocked, risky + rows, `${number(blocked.length)} blocked`, (change) => {
    const where = whereMarkdown(change, context);
    const notes = [
      ...(isRisky(change) ? ['**high risk**'] : []),
      ...(change.cause === 'drift' ? ['without these files too'] : []),
      ...(where === '' ? [] : [where]),
    ];
    const extra = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
    const what = `${whoMarkdown(change, context)} ${whatMarkdown(change, UNMADE)}`;
    return `${what} in ${context.names.markdown(change.scope)}${extra}: ${markdownText(change.blocked ?? '')}`;
  });
  return `### Blocked: ${number(blocked.length)} that cannot be made\n\n${list}`;
}

/** Lists the scopes whose live state was not read whole. */
export function unreadMarkdown({ scopes }: Plan, names: ScopeLabels, rows: number): string {
  const unread = scopes.filter(({ complete }) => !complete);
  if (unread.length === 0) return '';
  const list = openList(unread, rows, `${number(unread.length)} scopes`, ({ scope }) =>
    names.markdown(scope),
  );
  return `### Not read whole, so nothing is taken away there\n\n${list}`;
}

export function warningsMarkdown(plan: Plan, facts: ReviewFacts, { rows }: Detail): string {
  const warnings = shownWarnings(plan);
  if (warnings.length === 0) return '';
  const list = listMarkdown(warnings, rows, ({ code, message, source }) => {
    const where = whereMarkdown({ source }, facts);
    return `${markdownCode(code)}: ${markdownText(message)}${where === '' ? '' : ` (${where})`}`;
  });
  return fold(counted(warnings.length, 'warning'), list, warnings.length <= 3 || nothingRead(plan));
}

/** Lists the other assignments that are live, in no file, and kept. */
export function unlistedMarkdown(
  unlisted: readonly Unlisted[],
  names: ScopeLabels,
  { rows }: Detail,
): string {
  const others = unlisted.filter(({ removed }) => removed !== true);
  if (others.length === 0) return '';
  const risky = others.filter(isRisky).length;
  const title = `${number(others.length)} unlisted and kept${risky === 0 ? '' : `, ${number(risky)} of high risk`}`;
  return fold(
    title,
    listMarkdown(others, rows, (row) => unlistedWords(row, 'holds', names)),
  );
}

function unlistedWords(row: Unlisted, verb: string, names: ScopeLabels): string {
  const role = markdownCell(stateWords(row));
  return `${markdownCell(row.label)} ${verb} ${role} in ${names.markdown(row.scope)}${riskMarkdown(row)}`;
}

function riskMarkdown(row: { readonly risk?: 'high' | 'normal' }): string {
  return isRisky(row) ? ' (**high risk**)' : '';
}

/** Renders the role lists before and after in one fold. */
export function roleListsMarkdown({ scopes }: Plan, names: ScopeLabels): string {
  const lists = scopes.flatMap(({ scope, diff }) => {
    if (diff === undefined || diff === '') return [];
    return [`${names.markdown(scope)}\n\n${diffFence(diff)}`];
  });
  return lists.length === 0 ? '' : fold('Role lists before and after', lists.join('\n\n'));
}

function openList<T>(rows: readonly T[], most: number, title: string, item: (row: T) => string): string {
  const list = listMarkdown(rows, most, item);
  return Math.min(most, rows.length) <= OPEN_ITEMS ? list : fold(title, list);
}

function listMarkdown<T>(rows: readonly T[], most: number, item: (row: T) => string): string {
  const hidden = rows.length - most;
  const more = hidden > 0 ? [`- … and ${number(hidden)} more`] : [];
  return [...rows.slice(0, most).map((row) => `- ${item(row)}`), ...more].join('\n');
}
