import { groupBy } from '../model/ordering.js';

/** More rows than this that are alike make one in a table. */
export const MANY_ALIKE = 15;

/** Rows that are shown as one; a single one is shown by itself. */
export type AlikeRows<T> = readonly [T, ...T[]];

/** Puts more than `most` rows of one key together, and leaves any other by itself. In order of first appearance. */
export function alikeRows<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  most: number,
): readonly AlikeRows<T>[] {
  return [...groupBy(rows, keyOf).values()].flatMap((group): readonly AlikeRows<T>[] =>
    group.length > most ? [group] : group.map((row): AlikeRows<T> => [row]),
  );
}
