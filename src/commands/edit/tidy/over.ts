import type { LoadedConfig } from '../../../config/load.js';
import type { RoleEdit } from '../../../editing/role-edits.js';
import type { DesiredAssignment, DesiredScope, Person } from '../../../model/desired.js';
import type { SourceLocation } from '../../../model/diagnostic.js';
import { endOf } from '../../../model/effective-roles.js';
import { byKeys, groupBy } from '../../../model/ordering.js';
import { refKey } from '../../../model/principal.js';
import type { Vanishing } from '../../../planning/needless-entries.js';
import { refsOf } from '../../explain/who.js';
import { membershipsOf } from '../memberships.js';

/** Something of the files that is over: an entry, or the team memberships of somebody who left. */
export interface Over {
  /** Where it stands: an entry once, and each membership. */
  readonly places: readonly SourceLocation[];
  /** The assignments that go with it. */
  readonly vanishing: readonly Vanishing[];
  /** The edits of documents that delete it. */
  readonly roles: readonly { readonly desired: DesiredScope; readonly edit: RoleEdit }[];
  /** The edits of the teams in people.yaml that delete it. */
  readonly teams: readonly RoleEdit[];
}

type Files = Pick<LoadedConfig, 'desired' | 'teams'>;

/** What is over since `before` (epoch milliseconds) or longer: entries in the order of the files, then memberships. */
export function overIn({ desired, teams }: Files, before: number): readonly Over[] {
  const isOver = (end: number | null): boolean => end !== null && end <= before;
  const entries = desired.scopes.flatMap((scope) =>
    scope.assignments
      .filter((assignment) => isOver(ownEnd(assignment)))
      .map((assignment): Vanishing => ({ desired: scope, assignment })),
  );
  const left = desired.people.filter(({ leaves }) => isOver(leaves));
  return [
    ...[...groupBy(entries, ({ assignment }) => placeOf(assignment.source)).values()].map(overEntry).sort(
      byKeys(
        ({ places: [place] }) => place?.file ?? '',
        ({ places: [place] }) => place?.line ?? 0,
        ({ places: [place] }) => place?.column ?? 0,
      ),
    ),
    ...left.flatMap((person) => overMemberships(person, { desired, teams })),
  ];
}

/** When an entry is over. One that names a team goes on for the others if one member leaves. */
function ownEnd(assignment: DesiredAssignment): number | null {
  return assignment.via === null ? endOf(assignment) : assignment.until;
}

function placeOf({ file, line, column }: SourceLocation): string {
  return JSON.stringify([file, line, column]);
}

/** An entry with all whom it reaches; in a list that several roles share it stands for each of them. */
function overEntry(vanishing: readonly Vanishing[]): Over {
  const [first] = vanishing;
  const roles = groupBy(
    vanishing,
    ({ desired, assignment }) => `${desired.scope.address} ${assignment.role}`,
  );
  return {
    places: first === undefined ? [] : [first.assignment.source],
    vanishing,
    roles: [...roles.values()].flatMap(([one]) =>
      one === undefined
        ? []
        : [
            {
              desired: one.desired,
              edit: { kind: 'remove', role: one.assignment.role, source: one.assignment.source },
            },
          ],
    ),
    teams: [],
  };
}

function overMemberships(person: Person, { desired, teams }: Files): readonly Over[] {
  const memberships = membershipsOf(person, teams);
  if (memberships.length === 0) return [];
  const refs = new Set(refsOf(person).map(refKey));
  const vanishing = desired.scopes.flatMap((scope) =>
    scope.assignments
      .filter(
        ({ via, person: key, principal }) =>
          via !== null && (key === person.key || refs.has(refKey(principal))),
      )
      .map((assignment): Vanishing => ({ desired: scope, assignment })),
  );
  return [
    {
      places: memberships.map(({ source }) => source),
      vanishing,
      roles: [],
      teams: memberships.map(({ team, source }) => ({ kind: 'remove', role: team, source })),
    },
  ];
}
