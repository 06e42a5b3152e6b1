import type { Change } from '../../model/change.js';
import type { DesiredAssignment, DesiredScope } from '../../model/desired.js';
import { asciiLower, principalAddress, refAddress } from '../../model/principal.js';
import type { SourceLocation } from '../../model/source.js';

/** Finds the entry that a change comes from: the one at its line for its principal, or the only one there. */
export function entriesOf(scopes: readonly DesiredScope[]): (change: Change) => DesiredAssignment | null {
  const entries = new Map<string, Map<string, DesiredAssignment>>();
  for (const { scope, assignments } of scopes) {
    for (const assignment of assignments) {
      const place = placeKey(scope.address, assignment.source);
      const there = entries.get(place) ?? new Map<string, DesiredAssignment>();
      there.set(asciiLower(refAddress(assignment.principal)), assignment);
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
