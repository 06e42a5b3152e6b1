/**
 * Deals an amount out to those who want some of it: who wants little gets all of that, the others the same, and what does
 * not divide goes to the first of them. Whole numbers; the shares are in the order of what is wanted.
 */
export function fairShares(wanted: readonly number[], amount: number): readonly number[] {
  const { level, rest } = levelOf(wanted, amount);
  let left = rest;
  return wanted.map((want) => {
    if (want <= level) return want;
    left -= 1;
    return left < 0 ? level : level + 1;
  });
}

/** The most that everybody can get, and what is then left. */
function levelOf(
  wanted: readonly number[],
  amount: number,
): { readonly level: number; readonly rest: number } {
  let left = amount;
  for (const [index, want] of [...wanted].sort((a, b) => a - b).entries()) {
    const sharers = wanted.length - index;
    if (want * sharers > left) return { level: Math.floor(left / sharers), rest: left % sharers };
    left -= want;
  }
  return { level: Number.POSITIVE_INFINITY, rest: 0 };
}
