import type { Action, Change } from '../model/change.js';
import type { GuardRefusal } from '../model/plan.js';
import { markdownCode, markdownText } from './escape-markdown.js';
import { noteWords, placeWords, type ScopeNames, stateWords } from './words.js';

const NO_NAMES: ScopeNames = new Map();

/** A change as an item of a list: who, what, where, and what is to be known of it. */
export function changeMarkdown(change: Change, names: ScopeNames = NO_NAMES): string {
  return itemMarkdown(change, phraseMarkdown(change, DONE, names));
}

/** The same for a change that was not, or cannot be, made. */
export function undoneMarkdown(change: Change, names: ScopeNames = NO_NAMES): string {
  return itemMarkdown(change, phraseMarkdown(change, UNDONE, names));
}

function itemMarkdown(change: Change, phrase: string): string {
  const notes = noteWords(change).map((note) => (note === 'high risk' ? '**high risk**' : note));
  const along = (change.takesAlong ?? []).map((taken) => `takes along ${markdownCode(taken)}`);
  const place = change.source === null ? [] : [markdownCode(placeWords(change.source))];
  const extra = [...notes, ...place, ...along];
  return `- ${phrase}${extra.length === 0 ? '' : ` (${extra.join(', ')})`}`;
}

const DONE: Verbs = { grant: 'gains', change: 'gets', revoke: 'loses' };
const UNDONE: Verbs = { grant: 'would gain', change: 'would get', revoke: 'would lose' };
/** For what was taken out of the files and stays. */
export const KEEPS: Verbs = { grant: 'keeps', change: 'keeps', revoke: 'keeps' };
type Verbs = Readonly<Record<Action, string>>;

/** `ada gets admin in place of member in redox/organization/1024`, the foreign parts as code. */
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

/** A guard that refuses, as an item of a list. */
export function guardMarkdown({ guard, scope, message }: GuardRefusal): string {
  const place = scope === null ? '' : ` in ${markdownCode(scope)}`;
  return `- ${markdownCode(guard)}${place}: ${markdownText(message)}`;
}

/** The guards that refuse, under a title; empty where none does. */
export function guardsMarkdown(guards: readonly GuardRefusal[]): string {
  return guards.length === 0 ? '' : `${GUARDS_TITLE}\n\n${guards.map(guardMarkdown).join('\n')}`;
}

/** A fold. The summary is HTML; the empty lines let Markdown be read again within. */
export function fold(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
