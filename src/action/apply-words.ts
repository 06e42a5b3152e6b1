import type { ApplyResult } from '../model/result.js';
import { applyLastLine, applyMarkdown } from '../report/apply.js';
import { markdownText } from '../report/markdown.js';
import { withInputNames } from './guard-words.js';
import type { Refusal } from './refusal.js';

/** The result, with its own counts on top, or the reasons why nothing was written in their own words. */
export function resultMarkdown(
  result: ApplyResult,
  refusals: readonly Refusal[],
  unread: readonly string[],
): string {
  const shown = withInputNames(result);
  const [first] = refusals;
  const missing = listed(unread.map(markdownText));
  if (first === undefined)
    return applyMarkdown(shown, undefined, `**${outcomeLine(result, unread)}**${missing}`);
  const reasons = refusals.flatMap((refusal) => refusal.reasons).map(markdownText);
  const [only, ...others] = reasons;
  const title =
    only !== undefined && others.length === 0
      ? `**Nothing was written: ${only}.**`
      : `**Nothing was written:**${listed(reasons)}`;
  return applyMarkdown(shown, undefined, `${title}\n\n${markdownText(first.next)}${missing}`);
}

/** What became of an apply, in one line; `unread` is what kept reads from being whole. */
export function outcomeLine(result: ApplyResult, unread: readonly string[]): string {
  if (unread.length === 0) return applyLastLine(result);
  return result.results.length === 0
    ? 'Nothing was applied: not everything could be read.'
    : `${applyLastLine(result)} Not everything could be read.`;
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? '' : `\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

/** A text as a sentence of its own. */
export function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1).replace(/\.+$/u, '')}.`;
}
