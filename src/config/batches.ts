import { nextTurn } from '../runtime.js';

/**
 * The results of a step for every item, in their order; at most `size` steps run at once. Between the batches signals and
 * timers have their turn, whatever the steps wait for.
 */
export async function inBatches<T, R>(
  items: readonly T[],
  size: number,
  step: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await nextTurn();
    results.push(...(await Promise.all(items.slice(start, start + size).map(step))));
  }
  return results;
}
