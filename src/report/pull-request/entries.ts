import { asciiLower } from '../../model/ascii.js';
import type { Change } from '../../model/change.js';
import type { Claim, DesiredScope } from '../../model/desired.js';
import { principalAddress, refAddress } from '../../model/principal.js';
import type { SourceLocation } from '../../model/source.js';

/** Finds the entry that a change comes from: the one at its line for its principal, or the only one there. */
export function entriesOf(scopes: readonly DesiredScope[]): (change: Change) => Claim | null {
  const entries = new Map<string, Map<string, Claim>>();
  for (const { scope, claims } of scopes) {
    for (const claim of claims) {
      const place = placeKey(scope.address, claim.source);
      const there = entries.get(place) ?? new Map<string, Claim>();
      there.set(asciiLower(refAddress(claim.principal)), claim);
      entries.set(place, there);
    }
  }
  return ({ scope, source, principal, label }) => {
    const there = source === null ? undefined : entries.get(placeKey(scope, source));
    if (there === undefined) return null;
    const named = there.get(asciiLower(principal)) ?? there.get(principalAddress('user', asciiLower(label)));
    const [only, ...others] = there.values();
    return named ?? (others.length === 0 ? (only ?? null) : null);
  };
}

function placeKey(scope: string, { file, line, column }: SourceLocation): string {
  return JSON.stringify([scope, file, line, column]);
}
