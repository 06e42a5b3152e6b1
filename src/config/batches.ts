/** The results of a step for every item, in their order; at most `size` steps run at once. */
export async function inBatches<T, R>(
  items: readonly T[],
  size: number,
  step: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += size) {
    results.push(...(await Promise.all(items.slice(start, start + size).map(step))));
  }
  return results;
}
