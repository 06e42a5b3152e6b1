import type { DesiredAssignment, DesiredScope } from '../../../model/desired.js';
import { formatEnd } from '../../../model/instant.js';
import { cut } from '../../../model/label.js';
import { byKeys } from '../../../model/ordering.js';
import { locationWords } from '../../../report/words.js';
import type { EditableConfig } from '../editable-config.js';

/** Every role that ends when a person leaves, those through teams included, as a sentence each; and the teams. */
export function endingRoles(key: string, { desired, teams }: EditableConfig): readonly string[] {
  const roles = desired.scopes.flatMap((scope) =>
    scope.assignments
      .filter((assignment) => assignment.person === key && isEndedByLeaving(assignment))
      .toSorted(byKeys(({ role }) => role))
      .map((assignment) => roleWords(scope, assignment)),
  );
  const memberships = teams.filter(({ members }) =>
    members.some(({ kind, value }) => kind === 'name' && value === key),
  );
  return [
    ...new Set(roles),
    ...memberships.map(({ name }) => `team:${name} still lists ${key}; rolecall tidy deletes that later.`),
  ];
}

/** Whether leaving is what ends it: not a term that is over before, nor one that would only begin afterwards. */
function isEndedByLeaving({ from, until, leaves }: DesiredAssignment): boolean {
  return leaves !== null && (until === null || until > leaves) && (from === null || from < leaves);
}

function roleWords({ scope, name }: DesiredScope, { role, via, leaves, source }: DesiredAssignment): string {
  const place = name === null ? scope.address : `${cut(name.text)} (${scope.address})`;
  const way = via === null ? '' : ` through ${via}`;
  const end = leaves === null ? '' : ` ${formatEnd(leaves)}`;
  return `Ends${end}: ${cut(role)} in ${place}${way}, ${locationWords(source)}`;
}
