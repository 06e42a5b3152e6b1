import type { Change } from '../../model/change.js';
import { groupBy } from '../../model/ordering.js';
import type { LaterChange, Plan, Unlisted } from '../../model/plan.js';
import { fold, markdownCell, markdownCode, markdownFence, markdownText } from '../markdown.js';
import { byNatural } from './natural-order.js';
import { nothingRead, shownWarnings } from '../plan/summary.js';
import { REMOVED_TITLE, riskFirst, stateWords } from '../words.js';
import { number, people, UNMADE, whatMarkdown, whereMarkdown, whoMarkdown } from './phrases.js';
import type { Detail, ReviewFacts, ScopeNames } from './facts.js';
import { startWords } from './high-risk.js';

/** Changes above which the text begins with a summary, and lines of it. */
const MANY = 15;
const MOST_KINDS = 6;
/** Items up to which a list stands open. */
const OPEN_ITEMS = 15;

/** What a large plan comes to: how many people gain or lose which role, the most first. */
export function inShortMarkdown(changes: readonly Change[]): string {
  if (changes.length <= MANY) return '';
  const kinds = [...groupBy(changes, (change) => whatMarkdown(change)).values()];
  kinds.sort((a, b) => b.length - a.length);
  const lines = kinds.slice(0, MOST_KINDS).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const scopes = new Set(group.map(({ scope }) => scope)).size;
    const several = group.length > 1;
    const where = scopes === 1 ? '' : ` in ${number(scopes)} scopes (${number(group.length)} changes)`;
    return [`- **${people(group)}** ${whatMarkdown(first, undefined, several)}${where}`];
  });
  const hidden = kinds.slice(MOST_KINDS).flat().length;
  return [...lines, ...(hidden === 0 ? [] : [`- … and ${number(hidden)} other changes`])].join('\n');
}

/** What terms will start; those of high risk all, of the others as many as are asked for. */
export function laterMarkdown(later: readonly LaterChange[], names: ScopeNames, { rows }: Detail): string {
  if (later.length === 0) return '';
  const sorted = riskFirst(later);
  const risky = sorted.filter(({ risk }) => risk === 'high').length;
  const items = sorted
    .slice(0, risky + rows)
    .map(
      (change) =>
        `- from ${startWords(change.at)}: ${markdownCell(change.label)} ${whatMarkdown(change)} in ${names.markdown(change.scope)}${change.risk === 'high' ? ' (**high risk**)' : ''}`,
    );
  const title = `${number(later.length)} ${later.length === 1 ? 'change' : 'changes'} to come, when terms start`;
  return fold(title, listMarkdown(items, later.length));
}

/** What the files no longer ask for, and prune keeps; those of high risk all, as many of the others as are asked for. */
export function keptMarkdown(
  unlisted: readonly Unlisted[],
  names: ScopeNames,
  { rows, tables }: Detail,
): string {
  const kept = unlisted.filter(({ removed }) => removed === true);
  if (kept.length === 0) return '';
  const risky = tables ? kept.filter(({ risk }) => risk === 'high').length : 0;
  const items = kept.slice(0, risky + rows).map((row) => {
    const reason = row.reason === undefined ? '' : `: ${markdownText(row.reason)}`;
    return `- ${unlistedWords(row, 'keeps', names)}${reason}`;
  });
  const title = `### ${REMOVED_TITLE}: ${number(kept.length)}`;
  return `${title}\n\n${opened(`${number(kept.length)} kept`, listMarkdown(items, kept.length), items.length)}`;
}

/** What cannot be done and why; those of high risk all, of the others as many as are asked for. */
export function blockedMarkdown(
  changes: readonly Change[],
  names: ScopeNames,
  facts: ReviewFacts,
  { rows, tables }: Detail,
): string {
  const blocked = riskFirst(changes.filter((change) => change.blocked !== null));
  if (blocked.length === 0) return '';
  const risky = tables ? blocked.filter(({ risk }) => risk === 'high').length : 0;
  const items = blocked.slice(0, risky + rows).map((change) => {
    const where = whereMarkdown(change, facts);
    const notes = [
      ...(change.risk === 'high' ? ['**high risk**'] : []),
      ...(change.cause === 'drift' ? ['without these files too'] : []),
      ...(where === '' ? [] : [where]),
    ];
    const extra = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
    return `- ${whoMarkdown(change, facts)} ${whatMarkdown(change, UNMADE)} in ${names.markdown(change.scope)}${extra}: ${markdownText(change.blocked ?? '')}`;
  });
  const list = opened(`${number(blocked.length)} blocked`, listMarkdown(items, blocked.length), items.length);
  return `### Blocked: ${number(blocked.length)} that cannot be made\n\n${list}`;
}

/** Scopes whose live state is not known whole. */
export function unreadMarkdown({ scopes }: Plan, names: ScopeNames, { rows }: Detail): string {
  const unread = scopes.filter(({ complete }) => !complete);
  if (unread.length === 0) return '';
  const items = unread.slice(0, rows).map(({ scope }) => `- ${names.markdown(scope)}`);
  return `### Not read whole, so nothing is taken away there\n\n${opened(`${number(unread.length)} scopes`, listMarkdown(items, unread.length), items.length)}`;
}

export function warningsMarkdown(plan: Plan, facts: ReviewFacts, { rows }: Detail): string {
  const warnings = shownWarnings(plan);
  if (warnings.length === 0) return '';
  const items = warnings.slice(0, rows).map(({ code, message, source }) => {
    const where = whereMarkdown({ source }, facts);
    return `- ${markdownCode(code)}: ${markdownText(message)}${where === '' ? '' : ` (${where})`}`;
  });
  const title = `${number(warnings.length)} ${warnings.length === 1 ? 'warning' : 'warnings'}`;
  return fold(title, listMarkdown(items, warnings.length), warnings.length <= 3 || nothingRead(plan));
}

/** What is live and in no file, and stays; what was taken out stands apart. */
export function unlistedMarkdown(unlisted: readonly Unlisted[], names: ScopeNames, { rows }: Detail): string {
  const others = unlisted.filter(({ removed }) => removed !== true);
  if (others.length === 0) return '';
  const risky = others.filter(({ risk }) => risk === 'high').length;
  const items = others.slice(0, rows).map((row) => `- ${unlistedWords(row, 'holds', names)}`);
  const title = `${number(others.length)} unlisted and kept${risky === 0 ? '' : `, ${number(risky)} of high risk`}`;
  return fold(title, listMarkdown(items, others.length));
}

function unlistedWords(row: Unlisted, verb: string, names: ScopeNames): string {
  const risk = row.risk === 'high' ? ' (**high risk**)' : '';
  return `${markdownCell(row.label)} ${verb} ${markdownCell(stateWords(row))} in ${names.markdown(row.scope)}${risk}`;
}

/** Rows of high risk first, then in the order in which people look for them. */
export function unlistedInOrder(unlisted: readonly Unlisted[], names: ScopeNames): readonly Unlisted[] {
  const rank = ({ risk }: Unlisted): number => (risk === 'high' ? 0 : 1);
  return [...unlisted].sort(
    (a, b) =>
      rank(a) - rank(b) || byNatural(names.text(a.scope), names.text(b.scope)) || byNatural(a.label, b.label),
  );
}

/** The role lists before and after, in one fold. */
export function roleListsMarkdown({ scopes }: Plan, names: ScopeNames, { roleLists }: Detail): string {
  if (!roleLists) return '';
  const lists = scopes.flatMap(({ scope, diff }) => {
    if (diff === undefined || diff === '') return [];
    const lines = diff.split('\n');
    if (lines.at(-1) === '') lines.pop();
    return [`${names.markdown(scope)}\n\n${markdownFence(lines, 'diff')}`];
  });
  return lists.length === 0 ? '' : fold('Role lists before and after', lists.join('\n\n'));
}

function opened(title: string, list: string, items: number): string {
  return items <= OPEN_ITEMS ? list : fold(title, list);
}

function listMarkdown(items: readonly string[], total: number): string {
  const hidden = total - items.length;
  return [...items, ...(hidden === 0 ? [] : [`- … and ${number(hidden)} more`])].join('\n');
}
