import type { EditedAssignment } from '../../../model/edit-result.js';
import { formatEnd } from '../../../model/instant.js';
import { cut } from '../../../model/label.js';
import { byKeys, groupBy } from '../../../model/ordering.js';
import { refAddress } from '../../../model/principal.js';
import { locationWords } from '../../../report/words.js';
import type { Named } from './missing-identities.js';

/** The assignments that last until somebody leaves, sorted by scope and role. `end` is when they leave, epoch milliseconds. */
export function endingOn(end: number, named: readonly Named[]): readonly Named[] {
  return named
    .filter(
      ({ assignment: { from, until } }) => (until === null || until > end) && (from === null || from < end),
    )
    .toSorted(
      byKeys(
        ({ desired }) => desired.scope.address,
        ({ assignment }) => assignment.role,
      ),
    );
}

/** Each role once, however many entries give it. */
export function endedAssignments(ending: readonly Named[]): readonly EditedAssignment[] {
  const roles = groupBy(ending, ({ desired: { scope }, assignment: { principal, role } }) =>
    JSON.stringify([scope.address, refAddress(principal), role]),
  );
  return [...roles.values()].map(([{ desired, assignment }]) => ({
    action: 'revoke',
    principal: refAddress(assignment.principal),
    role: assignment.role,
    scope: desired.scope.address,
    source: assignment.source,
  }));
}

/** A sentence for each entry, those of teams included. */
export function endingWords(end: number, ending: readonly Named[]): readonly string[] {
  return ending.map(({ desired: { scope, name }, assignment: { role, via, source } }) => {
    const place = name === null ? scope.address : `${cut(name.text)} (${scope.address})`;
    const way = via === null ? '' : ` through ${via}`;
    return `Ends ${formatEnd(end)}: ${cut(role)} in ${place}${way}, ${locationWords(source)}`;
  });
}
