import type { Claim } from './desired.js';
import { decide, endOf } from './force.js';
import type { ScopeTraits } from './scope.js';

/** A role a principal holds by the files from `start` to before `end`, epoch milliseconds; `end` may be infinite. */
export interface Holding {
  readonly claim: Claim;
  readonly start: number;
  readonly end: number;
}

/** What the claims of one principal in one scope come to from now on. */
export function holdingsOf(claims: readonly Claim[], now: number, traits: ScopeTraits): readonly Holding[] {
  const [only] = claims;
  if (claims.length === 1 && only !== undefined) {
    const start = Math.max(now, only.from ?? now);
    const end = endOf(only) ?? Number.POSITIVE_INFINITY;
    return start < end ? [{ claim: only, start, end }] : [];
  }
  const instants = turningPoints(claims, now);
  return instants.flatMap((start, index) => {
    const end = instants[index + 1] ?? Number.POSITIVE_INFINITY;
    return decide(claims, start, traits).wanted.map(({ claim }) => ({ claim, start, end }));
  });
}

function turningPoints(claims: readonly Claim[], now: number): readonly number[] {
  const points = new Set([now]);
  for (const claim of claims) {
    for (const point of [claim.from, endOf(claim)]) if (point !== null && point > now) points.add(point);
  }
  return [...points].sort((a, b) => a - b);
}
