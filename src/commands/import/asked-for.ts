import type { DesiredState } from '../../model/desired.js';
import type { EditedAssignment } from '../../model/edit-result.js';
import type { LiveState } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { Identities } from '../../planning/identities.js';

/**
 * What files ask for that others do not, by who people are live: a name that is written in another way asks for nothing
 * new. Terms are left aside. Sorted by scope, principal and role. Pure.
 */
export function askedDifferences(
  before: DesiredState,
  after: DesiredState,
  live: LiveState,
): readonly EditedAssignment[] {
  const [was, is] = [askedFor(before, live), askedFor(after, live)];
  const changes = [
    ...[...is].filter(([key]) => !was.has(key)).map(([, asked]) => ({ action: 'grant', ...asked }) as const),
    ...[...was].filter(([key]) => !is.has(key)).map(([, asked]) => ({ action: 'revoke', ...asked }) as const),
  ];
  return changes.toSorted(
    byKeys(
      ({ scope }) => scope,
      ({ principal }) => principal,
      ({ role }) => role,
      ({ action }) => action,
    ),
  );
}

type Asked = Omit<EditedAssignment, 'action' | 'kept'>;

function askedFor({ scopes, people }: DesiredState, live: LiveState): ReadonlyMap<string, Asked> {
  const identities = new Identities(people, live);
  const asked = new Map<string, Asked>();
  for (const { scope, assignments } of scopes) {
    const own = identities.in(scope);
    for (const { principal, role, status, source } of assignments) {
      const { address } = own.identify(principal);
      const key = JSON.stringify([scope.address, address, role, status]);
      if (!asked.has(key)) asked.set(key, { principal: address, role, scope: scope.address, source });
    }
  }
  return asked;
}
