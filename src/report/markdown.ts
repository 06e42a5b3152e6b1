import type { Action, Change } from '../model/change.js';
import { cut } from '../model/label.js';
import type { GuardRefusal } from '../model/plan.js';
import { visible } from './escape.js';
import { locationWords, noteWords, type ScopeNames, stateWords } from './words.js';

/**
 * Renders foreign text as a code span of GitHub flavoured Markdown. GitHub finds no mention, reference, link, image or
 * HTML in code. The fence is longer than any run of backticks inside.
 */
export function markdownCode(text: string): string {
  const shown = visible(text);
  if (shown.trim() === '') return `\`"${shown}"\``;
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/u.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** The same for a cell of a table, where `|` would end the cell even in a code span. Long text is cut. */
export function markdownCell(text: string): string {
  // Behind a backslash an escaped `|` would still end the cell.
  return markdownCode(cut(text).replaceAll('\\|', '\\¦')).replaceAll('|', '\\|');
}

/** A word of letters and digits, which Markdown never reads as anything else. */
const PLAIN = /^(?:[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}]+)*%?|%)$/u;
/** The marks of a sentence around a word. */
const MARKED = /^(["'(]{0,2})(.+?)([?!]?["')]{0,2}[,.;:!?]?)$/su;
const REFERENCE = /[0-9a-f]{7}|^\P{L}*\d+[.)]|^\P{L}*gh-/iu;

/** Renders a sentence with foreign parts: plain words stay, and every other word becomes a code span. */
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

/** Renders lines as a fenced block. Line breaks within a line are escaped. */
export function markdownFence(lines: readonly string[], language: string): string {
  const shown = lines.map(visible);
  const fence = '`'.repeat(shown.reduce((longest, line) => Math.max(longest, longestRun(line) + 1), 3));
  return [`${fence}${language}`, ...shown, fence].join('\n');
}

/** Renders a unified diff as a fenced block. */
export function diffFence(diff: string): string {
  return markdownFence(diff.replace(/\n$/u, '').split('\n'), 'diff');
}

function longestRun(text: string): number {
  return (text.match(/`+/gu) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

const NO_NAMES: ScopeNames = new Map();

/** Renders a change as an item of a list: who, what, where, and notes. */
export function changeMarkdown(change: Change, names: ScopeNames = NO_NAMES): string {
  return itemMarkdown(change, phraseMarkdown(change, DONE, names));
}

/** The same for a change that was not made or cannot be made. */
export function undoneMarkdown(change: Change, names: ScopeNames = NO_NAMES): string {
  return itemMarkdown(change, phraseMarkdown(change, UNDONE, names));
}

function itemMarkdown(change: Change, phrase: string): string {
  const notes = noteWords(change).map((note) => (note === 'high risk' ? '**high risk**' : note));
  const along = (change.takesAlong ?? []).map((taken) => `takes along ${markdownCode(taken)}`);
  const place = change.source === null ? [] : [markdownCode(locationWords(change.source))];
  const extra = [...notes, ...place, ...along];
  return `- ${phrase}${extra.length === 0 ? '' : ` (${extra.join(', ')})`}`;
}

const DONE: Verbs = { grant: 'gains', change: 'gets', revoke: 'loses' };
const UNDONE: Verbs = { grant: 'would gain', change: 'would get', revoke: 'would lose' };
/** The verbs for assignments that were taken out of the files and stay. */
export const KEEPS: Verbs = { grant: 'keeps', change: 'keeps', revoke: 'keeps' };
type Verbs = Readonly<Record<Action, string>>;

/** `ada gets admin in place of member in redox/organization/1024`, with the foreign parts as code. */
export function phraseMarkdown(
  { action, label, scope, from, to }: Pick<Change, 'action' | 'label' | 'scope' | 'from' | 'to'>,
  verbs: Verbs = DONE,
  names: ScopeNames = NO_NAMES,
): string {
  const name = names.get(scope);
  const place = name === undefined ? markdownCode(scope) : `${markdownCode(name)} (${markdownCode(scope)})`;
  const states = [to, from].filter((state) => state !== null).map((state) => markdownCode(stateWords(state)));
  return `${markdownCode(label)} ${verbs[action]} ${states.join(' in place of ')} in ${place}`;
}

export const GUARDS_TITLE = '### Refused by a guard: nothing is written';

/** Renders a guard that refuses as an item of a list. */
export function guardMarkdown({ guard, scope, message }: GuardRefusal): string {
  const place = scope === null ? '' : ` in ${markdownCode(scope)}`;
  return `- ${markdownCode(guard)}${place}: ${markdownText(message)}`;
}

/** Lists the guards that refuse under a title; empty if none does. */
export function guardsMarkdown(guards: readonly GuardRefusal[]): string {
  return guards.length === 0 ? '' : `${GUARDS_TITLE}\n\n${guards.map(guardMarkdown).join('\n')}`;
}

/** Renders a fold. The summary is HTML; the content is Markdown, which the empty lines allow. */
export function fold(summary: string, content: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
