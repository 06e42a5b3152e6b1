import type { ApplyResult, ChangeResult } from '../../model/result.js';
import { markdownCode, markdownText } from '../escape-markdown.js';
import { changeMarkdown, fold, guardsMarkdown, undoneMarkdown } from '../markdown-change.js';
import { applyLastLine, isUnsettled, statusesIn, statusWords } from './last-line.js';

/** What apply did, as GitHub flavoured Markdown: the counts, then what needs attention, then the rest folded. */
export function applyMarkdown(result: ApplyResult): string {
  const blocks = [
    `**${applyLastLine(result)}**`,
    guardsMarkdown(result.guards),
    unreviewedMarkdown(result),
    isUnsettled(result) ? '**The live state does not match yet what was written.**' : '',
    ...statusesIn(result).map((status) => {
      const changes = result.results.filter((change) => change.status === status);
      const lines = changes.map(resultMarkdown).join('\n');
      const title = `${changes.length} ${statusWords(status)}`;
      const open = status === 'failed' || status === 'skipped' || status === 'blocked';
      return open ? `### ${title}\n\n${lines}` : fold(title, lines);
    }),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function resultMarkdown(change: ChangeResult): string {
  const reason = change.reason === null ? '' : `: ${markdownText(change.reason)}`;
  const request = change.status === 'failed' && change.requestId !== null;
  const trace = request ? ` (request id ${markdownCode(change.requestId ?? '')})` : '';
  const done = change.status === 'applied' || change.status === 'alreadyDone';
  return `${done ? changeMarkdown(change) : undoneMarkdown(change)}${reason}${trace}`;
}

function unreviewedMarkdown({ unreviewed }: ApplyResult): string {
  if (unreviewed.length === 0) return '';
  return ['### Not among what was reviewed', '', ...unreviewed.map(undoneMarkdown)].join('\n');
}
