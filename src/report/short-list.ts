import type { Change } from '../model/change.js';
import { byKeys, groupBy } from '../model/ordering.js';
import { type AlikeRows, alikeRows } from './alike.js';
import { number } from './counting.js';

/** The screens that a text may fill on a terminal before it is shortened. */
const SCREENS = 3;
/** Fewer lines than in a table for reviewers are worth it here: each may stand under a scope of its own. */
const MOST_ALIKE = 5;
/** The most rows of one weight that get a line each, and the most others that are like few. */
const MOST_WEIGHTY = 100;
const MOST_OTHERS = 50;
/** The most lines for rows that are alike; above the first number, weighty ones are counted by role alone. */
const MOST_BY_SCOPE = 20;
const MOST_GROUPS = 40;

/** A long list as a terminal shows it: every row is in one of the three. */
export interface ShortList<T> {
  /** The rows with a line of their own. */
  readonly lines: ReadonlySet<T>;
  /** Those that share a line, weighty ones first, then the largest number. */
  readonly groups: readonly AlikeRows<T>[];
  /** Those that are only counted. */
  readonly rest: readonly T[];
}

/** What rows are to a list. */
export interface RowKind<T> {
  /** Those above 0 get a line of their own, up to a bound for each weight; larger ones are told first. */
  readonly weightOf: (row: T) => number;
  /** Rows with one key are alike, wherever they are. */
  readonly keyOf: (row: T) => string;
}

/** Whether somebody loses a role by a change, or its activity: never put together with others while there is room. */
export function isRevoked({ from, to }: Pick<Change, 'from' | 'to'>): boolean {
  return from !== null && (to === null || (from.status === 'active' && to.status === 'inactive'));
}

/** Shortens a list: weighty rows keep their lines up to a bound, and many others that are alike share one. */
export function shortList<T extends { readonly scope: string }>(
  rows: readonly T[],
  { weightOf, keyOf }: RowKind<T>,
): ShortList<T> {
  const weighty = [...groupBy(rows, weightOf)]
    .filter(([weight]) => weight > 0)
    .toSorted(byKeys(([weight]) => -weight))
    .map(([, own]) => own);
  const others = alikeRows(
    rows.filter((row) => weightOf(row) <= 0),
    keyOf,
    MOST_ALIKE,
  );
  const few = others.flatMap((group) => (group.length === 1 ? group : []));
  const groups = [
    ...byScope(
      weighty.flatMap((own) => own.slice(MOST_WEIGHTY)),
      keyOf,
    ),
    ...[
      ...others.filter((group) => group.length > 1),
      ...groupBy(few.slice(MOST_OTHERS), keyOf).values(),
    ].toSorted(byKeys((group) => -group.length)),
  ];
  return {
    lines: new Set([...weighty.flatMap((own) => own.slice(0, MOST_WEIGHTY)), ...few.slice(0, MOST_OTHERS)]),
    groups: groups.slice(0, MOST_GROUPS),
    rest: groups.slice(MOST_GROUPS).flat(),
  };
}

function byScope<T extends { readonly scope: string }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): readonly AlikeRows<T>[] {
  const groups = [...groupBy(rows, (row) => JSON.stringify([row.scope, keyOf(row)])).values()];
  return groups.length <= MOST_BY_SCOPE ? groups : [...groupBy(rows, keyOf).values()];
}

/**
 * The text as it is, or the short one where that is longer than some screens of a terminal with so many rows. Undefined
 * rows: no terminal.
 */
export function shortenedText(whole: string, rows: number | undefined, short: () => string): string {
  if (rows === undefined || linesOf(whole) <= rows * SCREENS) return whole;
  const shortened = short();
  return linesOf(shortened) < linesOf(whole) ? shortened : whole;
}

/** Says that a text is shortened, how many rows share a line, and how to see each. */
export function shortenedWords(sharing: number, all: number): string {
  if (sharing === 0) return 'Shortened for this terminal. With --format text it is whole.';
  return `Shortened for this terminal: ${number(sharing)} of ${number(all)} rows share a line. With --format text each has its own.`;
}

function linesOf(text: string): number {
  return text.split('\n').length - 1;
}
