import type { Change } from '../../model/change.js';
import { formatEnd, formatStart, parseInstant } from '../../model/instant.js';
import { asciiLower } from '../../model/principal.js';
import { actionOf } from '../../planning/comparison.js';
import { counted } from '../counting.js';
import { effectPhrase, type Verbs } from '../effects.js';
import { markdownCell } from '../markdown.js';
import { locationWords } from '../words.js';
import type { ReviewFacts } from './facts.js';

const EFFECTS = [
  ['grant', 'gains', 'gain'],
  ['change', 'changes role', 'change role'],
  ['revoke', 'loses', 'lose'],
] as const;

/** `2 gain, 1 changes role, 1 loses`. */
export function effectWords(changes: readonly Pick<Change, 'from' | 'to'>[]): string {
  return EFFECTS.flatMap(([action, one, several]) => {
    const count = changes.filter((change) => actionOf(change) === action).length;
    return count === 0 ? [] : [counted(count, one, several)];
  }).join(', ');
}

/** A change of now or an upcoming one. */
export type Given = Pick<Change, 'scope' | 'principal' | 'label' | 'from' | 'to' | 'risk'>;

/** `gains `admin``, `gets `admin` in place of `member``. */
export function whatMarkdown(change: Given, verbs?: Verbs, several = false): string {
  return effectPhrase(change, markdownCell, verbs, several);
}

/** Names the person of a change, and what the files call them if that is another name. */
export function whoMarkdown(change: Change, { entryOf }: ReviewFacts): string {
  const entry = entryOf(change);
  const written = entry?.person ?? entry?.label ?? change.label;
  const shown = markdownCell(change.label);
  if (asciiLower(written) === asciiLower(change.label)) return shown;
  return `${shown} (${markdownCell(written)} in the files)`;
}

/** Says why a change is planned: the term, reason and team of its entry, or that no file has one. */
export function whyMarkdown(change: Change, facts: ReviewFacts): string {
  const entry = facts.entryOf(change);
  const end = entry?.until ?? null;
  return [
    ...(change.term === 'ended' ? [end === null ? 'term ended' : `term ended ${formatEnd(end)}`] : []),
    ...(change.term === 'left' ? ['person left'] : []),
    ...(change.term === 'started' ? ['term started'] : []),
    ...(entry?.from != null && change.term === null ? [`from ${formatStart(entry.from)}`] : []),
    ...(end !== null && change.term !== 'ended' ? [`until ${formatEnd(end)}`] : []),
    ...(entry?.reason == null ? [] : [markdownCell(entry.reason)]),
    ...(entry?.via == null ? [] : [`team ${markdownCell(entry.via.replace(/^team:/u, ''))}`]),
    ...(change.source === null && change.term === null
      ? [change.cause === 'files' ? 'taken out of the files' : 'in no file']
      : []),
    ...(change.verifiable === false ? ['cannot be verified'] : []),
    ...alongMarkdown(change.takesAlong ?? []),
  ].join(', ');
}

const MOST_ALONG = 5;

function alongMarkdown(taken: readonly string[]): readonly string[] {
  if (taken.length === 0) return [];
  const more = taken.length > MOST_ALONG ? ` and ${taken.length - MOST_ALONG} more` : '';
  return [`takes along ${taken.slice(0, MOST_ALONG).map(markdownCell).join(', ')}${more}`];
}

/** The day, or the time, at which a term starts. */
export function startWords(at: string): string {
  const instant = parseInstant(at, 'start');
  return instant === null ? markdownCell(at) : formatStart(instant);
}

/** Names the line of the file, with a link if there is one. */
export function whereMarkdown({ source }: Pick<Change, 'source'>, { linkOf }: ReviewFacts): string {
  if (source === null) return '';
  const place = markdownCell(locationWords(source));
  const link = linkOf(source);
  return link === null ? place : `[${place}](${link})`;
}
