import type { DiffResult } from '../model/diff.js';
import { cut } from '../model/label.js';
import { groupBy } from '../model/ordering.js';
import type { StateDifference } from '../model/plan.js';
import { effectPhrase, KEPT } from './effects.js';
import { visible } from './escape.js';
import { groupedText, groupLines, type GroupWords } from './group-lines.js';
import { KEEPS, markdownCode, markdownText, phraseMarkdown } from './markdown.js';
import { isRevoked, type RowKind, shortenedText, shortenedWords, shortList } from './short-list.js';
import { type Colours, changeLines, colours, folded, type RenderOptions } from './terminal.js';
import { counts, locationWords, REMOVED_TITLE, rolesWords, SIGNS, TAKEN_OUT } from './words.js';

function diffLastLine({ summary }: DiffResult): string {
  const parts = counts([
    [summary.grant, 'granted'],
    [summary.change, 'changed'],
    [summary.revoke, 'revoked'],
    [summary.kept, TAKEN_OUT],
  ]);
  return parts.length === 0 ? 'No differences.' : `Diff: ${parts.join(', ')}.`;
}

/**
 * Renders who gains and loses what between two revisions as text: by scope, then one last line. With the rows of a terminal,
 * a text of more than some screens puts together what is alike.
 */
export function diffText(diff: DiffResult, options: RenderOptions): string {
  const paint = colours(options.color);
  const textOf = (rows: readonly StateDifference[], more: readonly string[] = []): string => {
    const scopes = [...groupBy(rows, ({ scope }) => scope)];
    const blocks = [
      ...scopes.map(([scope, changes]) => scopeText(scope, changes, paint, options)),
      ...more.filter((block) => block !== ''),
      paint.heading(diffLastLine(diff)),
    ];
    return folded(`${blocks.join('\n\n')}\n`, options.width);
  };
  return shortenedText(textOf(diff.changes), options.rows, () => {
    const short = shortList(diff.changes, KIND);
    const all = diff.changes.length;
    const lines = groupLines(short, (first, several) => groupWords(first, several, paint));
    return textOf(
      diff.changes.filter((row) => short.lines.has(row)),
      [groupedText(lines, paint), shortenedWords(all - short.lines.size, all)],
    );
  });
}

const KIND: RowKind<StateDifference> = {
  weightOf: (row) => (row.kept === undefined && isRevoked(row) ? 1 : 0),
  keyOf: ({ action, from, to, kept, reason }) => JSON.stringify([action, from, to, kept, reason]),
};

function groupWords(row: StateDifference, several: boolean, paint: Colours): GroupWords {
  if (row.kept === true)
    return {
      sign: paint.unlisted('?'),
      what: effectPhrase(row, visible, KEPT, several),
      notes: [`kept: ${row.reason ?? ''}`],
    };
  return {
    sign: paint[row.action](SIGNS[row.action]),
    what: effectPhrase(row, visible, undefined, several),
    notes: [],
  };
}

function scopeText(
  scope: string,
  changes: readonly StateDifference[],
  paint: Colours,
  { width }: RenderOptions,
): string {
  const lines = changes.map((change) => ({
    sign: change.kept === true ? paint.unlisted('?') : paint[change.action](SIGNS[change.action]),
    who: shownName(change),
    what: rolesWords(change),
    notes: notesText(change, paint),
  }));
  return [paint.heading(visible(scope)), ...changeLines(lines, width)].join('\n');
}

function notesText({ kept, reason, source }: StateDifference, paint: Colours): string {
  if (kept === true) return `kept: ${visible(reason ?? '')}`;
  return source === null ? '' : paint.quiet(visible(locationWords(source)));
}

/** Renders who gains and loses what between two revisions as GitHub flavoured Markdown. */
export function diffMarkdown(diff: DiffResult): string {
  const head = diff.head === null ? 'the working tree' : markdownCode(diff.head);
  const gains = diff.changes.filter(({ action }) => action !== 'revoke');
  const losses = diff.changes.filter(({ action, kept }) => action === 'revoke' && kept === undefined);
  const kept = diff.changes.filter((change) => change.kept === true);
  const blocks = [
    `**${diffLastLine(diff)}** From ${markdownCode(diff.base)} to ${head}.`,
    ...(gains.length === 0 ? [] : [`### Who gains\n\n${gains.map(differenceMarkdown).join('\n')}`]),
    ...(losses.length === 0 ? [] : [`### Who loses\n\n${losses.map(differenceMarkdown).join('\n')}`]),
    ...(kept.length === 0 ? [] : [`### ${REMOVED_TITLE}\n\n${kept.map(keptMarkdown).join('\n')}`]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function differenceMarkdown(difference: StateDifference): string {
  const place = difference.source === null ? '' : ` (${markdownCode(locationWords(difference.source))})`;
  return `- ${phraseMarkdown({ ...difference, label: shownName(difference) })}${place}`;
}

function keptMarkdown(difference: StateDifference): string {
  return `- ${phraseMarkdown(difference, KEEPS)}: ${markdownText(difference.reason ?? '')}`;
}

/** The person a difference is about. Foreign text, not escaped. */
function shownName({ label, who }: StateDifference): string {
  return who ?? cut(label);
}
