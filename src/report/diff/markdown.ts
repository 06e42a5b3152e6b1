import type { StateDifference } from '../../model/plan.js';
import { markdownCode, markdownText } from '../escape-markdown.js';
import { KEEPS, phraseMarkdown } from '../markdown-change.js';
import { placeWords, REMOVED_TITLE } from '../words.js';
import { shownName } from './shown-name.js';
import { diffLastLine } from './last-line.js';
import type { DiffResult } from './result.js';

/** Who gains and loses what between two revisions, as GitHub flavoured Markdown. */
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
  const place = difference.source === null ? '' : ` (${markdownCode(placeWords(difference.source))})`;
  return `- ${phraseMarkdown({ ...difference, label: shownName(difference) })}${place}`;
}

function keptMarkdown(difference: StateDifference): string {
  return `- ${phraseMarkdown(difference, KEEPS)}: ${markdownText(difference.reason ?? '')}`;
}
