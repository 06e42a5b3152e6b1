import type { LoadedConfig } from '../../config/load.js';
import { endOf } from '../../model/effective-roles.js';
import type { EditDifference, EditedAssignment } from '../../model/edit-result.js';
import { roleKey } from '../../model/assignment.js';
import type { DesiredScope } from '../../model/desired.js';
import { refAddress } from '../../model/principal.js';
import { changedSince } from '../../planning/narrow.js';
import { stateDifferences } from '../../planning/state-differences.js';

/**
 * What an edit changes of what the files ask for, from now on: each difference once, at the first instant at which it
 * holds. A term that is moved changes what is asked for when the old one or the new one ends.
 */
export function editDifferences(
  before: LoadedConfig,
  after: LoadedConfig,
  now: number,
): readonly EditDifference[] {
  const [earlier, later] = [before.desired.scopes, after.desired.scopes];
  const changed = new Set(
    [...changedSince(later, earlier), ...changedSince(earlier, later)].map(({ scope }) => scope.address),
  );
  const isChanged = ({ scope }: DesiredScope): boolean => changed.has(scope.address);
  const [from, to] = [earlier.filter(isChanged), later.filter(isChanged)];
  const seen = new Set<string>();
  return turningPoints([...from, ...to], now).flatMap((at) =>
    stateDifferences(from, to, at, after)
      .filter(({ scope, principal, action, from: old, to: next }) => {
        const key = JSON.stringify([
          scope,
          principal,
          action,
          old?.role,
          old?.status,
          next?.role,
          next?.status,
        ]);
        return !seen.has(key) && seen.add(key);
      })
      .map((difference) => ({ ...difference, at })),
  );
}

/** The differences as the result of a command has them. */
export function editedAssignments(
  differences: readonly EditDifference[],
  before: LoadedConfig,
): readonly EditedAssignment[] {
  return differences.map(({ action, principal, scope, from, to, source, kept }) => {
    const role = (to ?? from)?.role ?? '';
    const was = before.desired.scopes
      .find((each) => each.scope.address === scope)
      ?.assignments.find(
        (each) =>
          refAddress(each.principal) === principal && roleKey(each.role, true) === roleKey(role, true),
      );
    const shown = { action, principal, role, scope, source: source ?? was?.source ?? null };
    return kept === undefined ? shown : { ...shown, kept };
  });
}

/** Now, and the instants after it at which a term starts or ends. */
function turningPoints(scopes: readonly DesiredScope[], now: number): readonly number[] {
  const points = scopes.flatMap(({ assignments }) =>
    assignments.flatMap((each) => [each.from ?? now, endOf(each) ?? now]),
  );
  return [...new Set([now, ...points.filter((point) => point > now)])].sort((a, b) => a - b);
}
