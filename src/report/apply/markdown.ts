import type { ApplyResult, ChangeResult } from '../../model/result.js';
import { markdownCode, markdownText } from '../escape-markdown.js';
import { changeMarkdown, fold, guardsMarkdown, undoneMarkdown } from '../markdown-change.js';
import type { ScopeNames } from '../words.js';
import { applyLastLine, isTraced, statusesIn, statusWords, unsettledWords } from './last-line.js';

/**
 * What apply did, as GitHub flavoured Markdown: the counts, or the title that is given, then what needs attention, then
 * the rest folded.
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
    ...statusesIn(result).map((status) => {
      const changes = result.results.filter((change) => change.status === status);
      const lines = changes.map((change) => resultMarkdown(change, names)).join('\n');
      const heading = `${changes.length} ${statusWords(status)}`;
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
