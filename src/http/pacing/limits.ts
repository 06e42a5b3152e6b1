import type { RateLimit } from '../../model/settings.js';
import { EvenLimit, usedPart } from './even-limit.js';
import { LearnedLimit } from './learned-limit.js';
import type { Limit } from './pacer.js';
import { WindowLimit } from './window-limit.js';

/** In windows up to this long requests are spread evenly; in longer ones a burst saves time worth having. */
const shortWindowMs = 2_000;

/** The limits that a provider's requests keep: the declared one, if any, and the one its 429s teach. */
export function limitsFor(declared: RateLimit | null): readonly Limit[] {
  if (declared === null) return [new LearnedLimit(null)];
  const window = new WindowLimit(declared);
  const learned = new LearnedLimit(declared.requests / declared.perMs);
  return declared.perMs <= shortWindowMs ? [new EvenLimit(declared), window, learned] : [window, learned];
}

/** Milliseconds that so many requests take at the least under a declared limit, after `made` others. */
export function leastMs({ requests, perMs }: RateLimit, count: number, made: number): number {
  if (perMs <= shortWindowMs) return ((count - 1) * perMs) / (requests * usedPart);
  return (Math.ceil((count + made) / requests) - 1) * perMs;
}
