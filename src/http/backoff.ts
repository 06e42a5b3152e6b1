/** How long waits grow: the first is at most `firstMs`, each further one at most twice as long, none above `longestMs`. */
export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Exponential back-off with full jitter: a random wait below the bound of this repetition (counted from 0), in milliseconds. */
export function backoffMs(backoff: Backoff, repetition: number, random: () => number): number {
  return random() * Math.min(backoff.longestMs, backoff.firstMs * 2 ** Math.min(repetition, 30));
}
