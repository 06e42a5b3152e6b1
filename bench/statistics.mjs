/**
 * The middle of the values; of an even number of them the mean of the two in the middle.
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = low] = Number.isInteger(half)
    ? sorted.slice(half - 1, half + 1)
    : [sorted[Math.floor(half)]];
  return (low + high) / 2;
}

/**
 * The run in the middle, by one of its figures; of an even number of runs the later of the two.
 * @template T
 * @param {readonly T[]} runs at least one
 * @param {(run: T) => number} figureOf
 * @returns {T}
 */
export function middle(runs, figureOf) {
  const sorted = runs.toSorted((one, other) => figureOf(one) - figureOf(other));
  return /** @type {T} */ (sorted[Math.floor(sorted.length / 2)]);
}

/**
 * Runs both sides in turns and gives the median of the ratios of what each pair took: a machine that is busy for a
 * while is busy for both.
 * @param {number} rounds
 * @param {() => Promise<number>} ours milliseconds
 * @param {() => Promise<number>} theirs milliseconds
 */
export async function inTurns(rounds, ours, theirs) {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ theirs: await theirs(), ours: await ours() });
  return {
    ratio: median(pairs.map((pair) => pair.ours / pair.theirs)),
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
  };
}
