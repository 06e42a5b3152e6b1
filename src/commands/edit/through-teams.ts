import { UsageError } from '../../errors.js';
import type { DesiredAssignment, DesiredScope } from '../../model/desired.js';
import { asciiLower } from '../../model/principal.js';
import { locationWords } from '../../report/words.js';
import { teamChains } from '../explain/declared-roles.js';
import type { EditableConfig } from './editable-config.js';
import type { EditWho } from './who.js';

/** Roles that are named; of more only the number is. */
const NAMED = 5;

interface Covered {
  readonly desired: DesiredScope;
  readonly assignment: DesiredAssignment;
}

/** Why nothing is revoked: a team gives the roles, so that no entry of the person can be removed. */
export function throughTeams(who: EditWho, covered: readonly Covered[], config: EditableConfig): UsageError {
  const lines = covered.slice(0, NAMED).map(({ desired, assignment: { role, via, source } }) => {
    const place = locationWords(source);
    return `${role} in ${desired.scope.address} through ${via} (${place})`;
  });
  const more = covered.length > NAMED ? ` and ${covered.length - NAMED} more` : '';
  const [first] = covered;
  const member = first === undefined ? null : memberLine(who, first.assignment, config);
  const out = member === null ? 'out of the team' : `out of ${member}`;
  return new UsageError(`${who.asked} has ${lines.join('; ')}${more}. Nothing was written`, {
    hint: `Take ${who.asked} ${out}, or name the others of the team in its place.`,
  });
}

/** The team that lists somebody, and the line; null where that cannot be told. */
function memberLine(
  { team, person }: EditWho,
  assignment: DesiredAssignment,
  { teams, desired }: EditableConfig,
): string | null {
  const chain = teamChains(teams, desired.people)(assignment);
  const names = new Set([person?.key, assignment.label, asciiLower(assignment.principal.value)]);
  const inner = teams.filter(({ name }) => team !== null || chain.at(-1) === `team:${name}`);
  for (const { name, members } of inner) {
    const found = members.find(({ kind, value }) =>
      team === null
        ? kind === 'name' && (names.has(value) || names.has(asciiLower(value)))
        : kind === 'team' && value === team,
    );
    if (found !== undefined) return `team:${name} (${locationWords(found.source)})`;
  }
  return null;
}
