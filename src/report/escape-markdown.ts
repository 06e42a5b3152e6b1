import { cut } from '../model/label.js';
import { visible } from './escape.js';
import { escapeHtml } from './escape-html.js';

/**
 * Foreign text as a code span of GitHub flavoured Markdown: nothing in it is a mention, reference, link, image or
 * HTML, since GitHub looks for none of them in code. The fence is longer than any run of backticks inside.
 */
export function markdownCode(text: string): string {
  const shown = visible(text);
  if (shown.trim() === '') return `\`"${shown}"\``;
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/u.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** The same within a table, where a `|` would end the cell even in a code span; long text is cut. */
export function markdownCell(text: string): string {
  // Behind a backslash an escaped `|` would still end the cell.
  return markdownCode(cut(text).replaceAll('\\|', '\\¦')).replaceAll('|', '\\|');
}

/** A word that no renderer takes for anything else: letters and digits. */
const PLAIN = /^(?:[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}]+)*%?|%)$/u;
/** The marks of a sentence around a word. */
const MARKED = /^(["'(]{0,2})(.+?)([?!]?["')]{0,2}[,.;:!?]?)$/su;
const REFERENCE = /[0-9a-f]{7}|^\P{L}*\d+[.)]|^\P{L}*gh-/iu;

/** A sentence with foreign parts: plain words stay as they are, every other word becomes a code span, its marks beside. */
export function markdownText(text: string): string {
  return visible(text)
    .split(' ')
    .filter((word) => word !== '')
    .map(markdownWord)
    .join(' ');
}

function markdownWord(word: string): string {
  if (word === '—') return word;
  const [, before = '', inner = word, after = ''] = MARKED.exec(word) ?? [];
  // A number with its mark would begin a list, and a mark inside may be one of a pair.
  if (REFERENCE.test(word) || (/["'()]/u.test(inner) && !PLAIN.test(inner))) return markdownCode(word);
  return PLAIN.test(inner) ? word : `${before}${markdownCode(inner)}${after}`;
}

/** Foreign text inside HTML within Markdown (a `<summary>`), where Markdown is not read but mentions are. */
export function markdownHtmlCode(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** Lines as a fenced block; each is shown on one line whatever it holds. */
export function markdownFence(lines: readonly string[], language: string): string {
  const shown = lines.map(visible);
  const fence = '`'.repeat(shown.reduce((longest, line) => Math.max(longest, longestRun(line) + 1), 3));
  return [`${fence}${language}`, ...shown, fence].join('\n');
}

function longestRun(text: string): number {
  return (text.match(/`+/gu) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
