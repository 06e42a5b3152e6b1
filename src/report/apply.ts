import { groupBy } from '../model/ordering.js';
import type { ApplyResult, ChangeResult, ResultStatus } from '../model/result.js';
import { effectPhrase, UNMADE } from './effects.js';
import { visible } from './escape.js';
import { groupedText, groupLines, type GroupWords } from './group-lines.js';
import {
  changeMarkdown,
  fold,
  guardsMarkdown,
  markdownCode,
  markdownText,
  undoneMarkdown,
} from './markdown.js';
import { guardsText } from './plan/text.js';
import { isRevoked, type RowKind, shortenedText, shortenedWords, shortList } from './short-list.js';
import { type Colours, changeLines, colours, folded, type RenderOptions } from './terminal.js';
import { counts, isRisky, noteWords, rolesWords, type ScopeNames, SIGNS } from './words.js';

/** The words for each status, those first that need attention. */
const STATUSES: Readonly<Record<ResultStatus, string>> = {
  failed: 'failed',
  skipped: 'skipped',
  blocked: 'blocked',
  applied: 'applied',
  alreadyDone: 'already done',
  held: 'held',
};

/** The last line of a result: `Apply: 3 applied, 1 failed.` Parts that are zero are left out. */
export function applyLastLine({ summary, guards, unreviewed }: ApplyResult): string {
  if (guards.length > 0) return 'Nothing was written: a guard refused the plan.';
  if (unreviewed.length > 0) return 'Nothing was written: the reviewed plan no longer matches.';
  const order = ['applied', 'failed', 'skipped', 'blocked', 'alreadyDone', 'held'] as const;
  const parts = counts(order.map((status) => [summary[status], STATUSES[status]]));
  return parts.length === 0 ? 'Nothing to apply.' : `Apply: ${parts.join(', ')}.`;
}

/** Why the live state does not match the plan; null if it does, or if the run was refused and wrote nothing. */
function unsettledWords({ converged, guards, unreviewed, summary }: ApplyResult): string | null {
  if (converged || guards.length > 0 || unreviewed.length > 0) return null;
  return summary.failed + summary.skipped > 0
    ? 'Not everything was written. Run plan to see what is left.'
    : 'The live state does not match yet what was written. Run plan to check again.';
}

function isTraced({ status, requestId, reason }: ChangeResult): boolean {
  return status === 'failed' && requestId !== null && reason?.includes(requestId) !== true;
}

/**
 * Renders what apply did as text: each change's outcome by scope, changes that were not reviewed, then the last line. With
 * the rows of a terminal, a text of more than some screens puts together what is alike.
 */
export function applyText(
  result: ApplyResult,
  options: RenderOptions,
  names: ScopeNames = new Map(),
  lastLine = applyLastLine(result),
): string {
  const paint = colours(options.color);
  const unsettled = unsettledWords(result);
  const textOf = (rows: readonly ChangeResult[], grouped = '', shortened = ''): string => {
    const scopes = [...groupBy(rows, ({ scope }) => scope)];
    const blocks = [
      ...scopes.map(([scope, changes]) => scopeText(headingOf(scope, names, paint), changes, paint, options)),
      grouped,
      unreviewedText(result, paint),
      guardsText(result.guards, paint),
      unsettled === null ? '' : paint.warning(unsettled),
      shortened,
      paint.heading(lastLine),
    ];
    return folded(`${blocks.filter((block) => block !== '').join('\n\n')}\n`, options.width);
  };
  const { results } = result;
  return shortenedText(textOf(results), options.rows, () => {
    const short = shortList(results, KIND);
    const lines = groupLines(short, (first, several) => groupWords(first, several, paint), names);
    return textOf(
      results.filter((row) => short.lines.has(row)),
      groupedText(lines, paint),
      shortenedWords(results.length - short.lines.size, results.length),
    );
  });
}

/** What was not written is told first, each with its reason. */
const KIND: RowKind<ChangeResult> = {
  weightOf: (row) => {
    if (row.status !== 'applied' && row.status !== 'alreadyDone' && row.status !== 'held') return 3;
    return isRisky(row) ? 2 : isRevoked(row) ? 1 : 0;
  },
  keyOf: ({ action, from, to, risk, term, verifiable, status, reason }) =>
    JSON.stringify([action, from, to, risk, term, verifiable, status, reason]),
};

function groupWords(row: ChangeResult, several: boolean, paint: Colours): GroupWords {
  const done = row.status === 'applied' || row.status === 'alreadyDone';
  return {
    sign: paint[row.action](SIGNS[row.action]),
    what: effectPhrase(row, visible, done ? undefined : UNMADE, several),
    notes: [STATUSES[row.status], ...noteWords(row), ...(row.reason === null ? [] : [row.reason])],
  };
}

function headingOf(scope: string, names: ScopeNames, paint: Colours): string {
  const name = names.get(scope);
  return name === undefined
    ? paint.heading(visible(scope))
    : `${paint.heading(visible(name))}  ${visible(scope)}`;
}

function scopeText(
  heading: string,
  changes: readonly ChangeResult[],
  paint: Colours,
  { width }: RenderOptions,
): string {
  const lines = changes.map((change) => ({
    sign: paint[change.action](SIGNS[change.action]),
    who: change.label,
    what: rolesWords(change),
    notes: [statusPaint(change.status, paint)(STATUSES[change.status]), ...noteWords(change)].join(', '),
    below: [
      ...(change.reason === null ? [] : [visible(change.reason)]),
      ...(isTraced(change) ? [`request id ${visible(change.requestId ?? '')}`] : []),
    ],
  }));
  return [heading, ...changeLines(lines, width)].join('\n');
}

function unreviewedText({ unreviewed }: ApplyResult, paint: Colours): string {
  if (unreviewed.length === 0) return '';
  const lines = unreviewed.map((change) => {
    const sign = paint[change.action](SIGNS[change.action]);
    return `  ${sign} ${visible(change.label)}  ${visible(rolesWords(change))}  in ${visible(change.scope)}`;
  });
  return [paint.error('Not reviewed:'), ...lines].join('\n');
}

function statusPaint(status: ResultStatus, paint: Colours): (text: string) => string {
  switch (status) {
    case 'applied':
      return paint.grant;
    case 'failed':
      return paint.error;
    case 'skipped':
    case 'blocked':
      return paint.warning;
    case 'alreadyDone':
    case 'held':
      return paint.quiet;
  }
}

/**
 * Renders what apply did as GitHub flavoured Markdown: the title, which is the last line if none is given, then the
 * changes that need attention, then the rest folded.
 */
export function applyMarkdown(
  result: ApplyResult,
  names: ScopeNames = new Map(),
  title = `**${applyLastLine(result)}**`,
): string {
  const unsettled = unsettledWords(result);
  const blocks = [
    title,
    guardsMarkdown(result.guards),
    unreviewedMarkdown(result, names),
    unsettled === null ? '' : `**${unsettled}**`,
    ...Object.entries(STATUSES).map(([status, words]) => {
      const changes = result.results.filter((change) => change.status === status);
      if (changes.length === 0) return '';
      const lines = changes.map((change) => resultMarkdown(change, names)).join('\n');
      const heading = `${changes.length} ${words}`;
      const open = status === 'failed' || status === 'skipped' || status === 'blocked';
      return open ? `### ${heading}\n\n${lines}` : fold(heading, lines);
    }),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function resultMarkdown(change: ChangeResult, names: ScopeNames): string {
  const reason = change.reason === null ? '' : `: ${markdownText(change.reason)}`;
  const trace = isTraced(change) ? ` (request id ${markdownCode(change.requestId ?? '')})` : '';
  const done = change.status === 'applied' || change.status === 'alreadyDone';
  return `${done ? changeMarkdown(change, names) : undoneMarkdown(change, names)}${reason}${trace}`;
}

function unreviewedMarkdown({ unreviewed }: ApplyResult, names: ScopeNames): string {
  if (unreviewed.length === 0) return '';
  return [
    '### Not among what was reviewed',
    '',
    ...unreviewed.map((change) => undoneMarkdown(change, names)),
  ].join('\n');
}
