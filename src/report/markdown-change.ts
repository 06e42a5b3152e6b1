import type { Change } from '../model/change.js';
import type { GuardRefusal } from '../model/plan.js';
import { markdownCode, markdownText } from './escape-markdown.js';
import { noteWords, placeWords, stateWords } from './words.js';

/** A change as an item of a list: who, what, where, and what is to be known of it. */
export function changeMarkdown(change: Change): string {
  const notes = noteWords(change).map((note) => (note === 'high risk' ? '**high risk**' : note));
  const along = (change.takesAlong ?? []).map((taken) => `takes along ${markdownCode(taken)}`);
  const place = change.source === null ? [] : [markdownCode(placeWords(change.source))];
  const extra = [...notes, ...place, ...along];
  return `- ${phraseMarkdown(change)}${extra.length === 0 ? '' : ` (${extra.join(', ')})`}`;
}

/** `ada gains admin, had member, in redox/organization/1024`, the foreign parts as code. */
export function phraseMarkdown(change: Pick<Change, 'label' | 'scope' | 'from' | 'to'>): string {
  const who = markdownCode(change.label);
  const where = markdownCode(change.scope);
  const from = change.from === null ? null : markdownCode(stateWords(change.from));
  const to = change.to === null ? null : markdownCode(stateWords(change.to));
  if (from === null) return `${who} gains ${to ?? 'nothing'} in ${where}`;
  return to === null
    ? `${who} loses ${from} in ${where}`
    : `${who} gets ${to} in place of ${from} in ${where}`;
}

/** The guards that refuse; empty where none does. */
export function guardsMarkdown(guards: readonly GuardRefusal[]): string {
  if (guards.length === 0) return '';
  const lines = guards.map(({ guard, scope, message }) => {
    const place = scope === null ? '' : ` in ${markdownCode(scope)}`;
    return `- ${markdownCode(guard)}${place}: ${markdownText(message)}`;
  });
  return ['### Refused by a guard: nothing is written', '', ...lines].join('\n');
}
