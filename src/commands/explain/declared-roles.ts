import type { Team } from '../../config/people-file.js';
import type { DesiredAssignment, DesiredScope, Person } from '../../model/desired.js';
import { resolveRoles, endingOf, hasExpired, isEffective } from '../../model/effective-roles.js';
import { formatEnd, formatStart } from '../../model/instant.js';
import { byKeys, groupBy } from '../../model/ordering.js';
import { asciiLower, type PrincipalRef, refAddress, refKey } from '../../model/principal.js';
import type { ScopeTraits } from '../../model/scope.js';
import type { ExplainedRole } from '../../model/explanation.js';
import { refsOf } from './who.js';

/** A role that an entry asks for, without what git and the live state say of it. */
export type DeclaredRole = Omit<ExplainedRole, 'commit' | 'live' | 'teams'>;

/** The roles that a document's entries ask for, including those that do not count yet or no longer. */
export function declaredRoles(
  desired: DesiredScope,
  traits: ScopeTraits,
  isWanted: (assignment: DesiredAssignment) => boolean,
  at: number,
): readonly { readonly assignment: DesiredAssignment; readonly declared: DeclaredRole }[] {
  const groups = groupBy(desired.assignments, ({ person, principal }) => person ?? refKey(principal));
  return [...groups.values()]
    .filter((assignments) => assignments.some(isWanted))
    .flatMap((assignments) => {
      const winners = resolveRoles(assignments, at, traits).effective.map(({ assignment }) => assignment);
      return assignments.filter(isWanted).map((assignment) => {
        const winner = winners.find((each) => traits.exclusive || each.role === assignment.role) ?? null;
        return { assignment, declared: declaredRole(assignment, desired, winner, at) };
      });
    })
    .sort(
      byKeys(
        ({ declared }) => declared.role,
        ({ declared }) => declared.label,
        ({ declared }) => declared.source.file,
        ({ declared }) => declared.source.line,
        ({ declared }) => declared.source.column,
      ),
    );
}

function declaredRole(
  assignment: DesiredAssignment,
  desired: DesiredScope,
  winner: DesiredAssignment | null,
  at: number,
): DeclaredRole {
  const { principal, label, role, status, via, from, until, leaves, reason, source } = assignment;
  const counts = isEffective(assignment, at);
  const beaten = counts && winner !== null && winner !== assignment && saysOtherwise(winner, assignment);
  return {
    scope: desired.scope.address,
    scopeName: desired.name?.text ?? null,
    label,
    who: label === principal.value ? label : `${label} (${refAddress(principal)})`,
    role,
    status,
    via,
    from: from === null ? null : formatStart(from),
    until: until === null ? null : formatEnd(until),
    leaves: leaves === null ? null : formatEnd(leaves),
    reason,
    inForce: counts,
    standing: counts ? 'in-force' : !hasExpired(assignment, at) ? 'not-yet' : endingOf(assignment),
    outrankedBy: beaten ? winner.source : null,
    source,
  };
}

/** Whether two entries contradict each other: the same role and status twice is no contradiction. */
function saysOtherwise(winner: DesiredAssignment, assignment: DesiredAssignment): boolean {
  return winner.role.toLowerCase() !== assignment.role.toLowerCase() || winner.status !== assignment.status;
}

/** The teams from the one an entry names down to the one that lists the person. */
type TeamChain = (assignment: DesiredAssignment) => readonly string[];

/** Follows the teams of people.yaml, which the desired state has resolved into people. */
export function teamChains(teams: readonly Team[], people: readonly Person[]): TeamChain {
  const byName = new Map(teams.map((team) => [team.name, team]));
  return (assignment) => {
    if (assignment.via === null) return [];
    const person = people.find(({ key }) => key === assignment.person) ?? null;
    return shortest(assignment.via.slice('team:'.length), byName, assignment.principal, person);
  };
}

function shortest(
  start: string,
  teams: ReadonlyMap<string, Team>,
  principal: PrincipalRef,
  person: Person | null,
): readonly string[] {
  const names = new Set([person?.key, ...(person === null ? [] : refsOf(person).map(({ value }) => value))]);
  if (principal.by === 'email') names.add(refKey(principal).slice('email:'.length));
  const waiting: (readonly string[])[] = [[start]];
  const seen = new Set([start]);
  for (const path of waiting) {
    const members = teams.get(path.at(-1) ?? '')?.members ?? [];
    const listed = members.some(
      ({ kind, value }) => kind === 'name' && (names.has(value) || names.has(asciiLower(value))),
    );
    if (listed) return path.map((name) => `team:${name}`);
    for (const { kind, value } of members) {
      if (kind !== 'team' || seen.has(value)) continue;
      seen.add(value);
      waiting.push([...path, value]);
    }
  }
  return [`team:${start}`];
}
