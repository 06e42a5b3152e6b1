import { documentAt, editedText, openFile } from '../../../editing/file.js';
import { entriesOf } from '../../../editing/rename-entries.js';
import { editRoles, type RoleEdit } from '../../../editing/role-edits.js';
import type { DesiredScope } from '../../../model/desired.js';
import { hasErrors } from '../../../model/diagnostic.js';
import type { ImportedTeam } from '../../../model/import-result.js';
import { byCodeUnit, byKeys, groupBy } from '../../../model/ordering.js';
import { traitsOf } from '../../../model/scope.js';
import { type ImportState, type PlannedTexts, planFromTexts, textOf } from '../plan-texts.js';
import { type CommonTeam, commonTeams, type HeldRole, teamName } from './common-teams.js';
import { withTeam } from './people-text.js';

/** The files with teams of people who hold the same roles. */
export interface Teamed {
  readonly texts: ReadonlyMap<string, string>;
  readonly teams: readonly ImportedTeam[];
}

/** A role of a document, and the people whom an entry names that says nothing else. */
interface OwnRole extends HeldRole {
  readonly scope: DesiredScope;
}

/**
 * Makes a team of people who hold the same roles together, and lets those roles name it instead of them. A team that would
 * change anything of the plan is left out. `path` is that of people.yaml, `texts` are texts that have changed already.
 */
export async function withTeams(
  path: string,
  texts: ReadonlyMap<string, string>,
  state: ImportState,
): Promise<Teamed> {
  let now = await planFromTexts(texts, state);
  let result: Teamed = { texts, teams: [] };
  const names = new Set(now.loaded.teams.map(({ name }) => name));
  const memberships = new Set(
    now.loaded.teams.map(({ members }) => keyOf(members.map(({ value }) => value))),
  );
  for (const team of commonTeams(await ownRoles(now, texts, state))) {
    const members = [...team.members].sort(byCodeUnit);
    if (memberships.has(keyOf(members))) continue;
    const name = teamName(team.roles, (each) => names.has(each));
    const edited = await teamTexts(name, members, team, path, { now, texts: result.texts, state });
    if (edited === null) continue;
    const after = await planFromTexts(edited, state);
    if (hasErrors(after.loaded.diagnostics) || effectOf(after) !== effectOf(now)) continue;
    names.add(name);
    now = after;
    const roles = team.roles
      .map(({ role, scope }) => ({ scope: scope.scope.address, role }))
      .toSorted(
        byKeys(
          ({ scope }) => scope,
          ({ role }) => role,
        ),
      );
    result = { texts: edited, teams: [...result.teams, { name, members, roles }] };
  }
  return result;
}

function keyOf(members: readonly string[]): string {
  return JSON.stringify([...members].sort(byCodeUnit));
}

/** What a plan would do, as one text. */
function effectOf({ planned }: PlannedTexts): string {
  return JSON.stringify([planned?.plan.digest, planned?.plan.unlisted]);
}

/** The roles of the imported scopes by the people whose entries are nothing but a key of people.yaml. */
async function ownRoles(
  { loaded, planned }: PlannedTexts,
  texts: ReadonlyMap<string, string>,
  state: ImportState,
): Promise<readonly OwnRole[]> {
  const imported = new Set(planned?.comparisons.map(({ desired }) => desired.scope.address));
  const names = new Map(loaded.desired.people.map(({ key, name }) => [key, name]));
  const roles: OwnRole[] = [];
  for (const [file, scopes] of groupBy(loaded.desired.scopes, ({ source }) => source.file)) {
    const find = entriesOf(openFile(texts.get(file) ?? (await textOf(file, state))));
    for (const scope of scopes.filter((each) => imported.has(each.scope.address))) {
      const { exclusive } = traitsOf(state.catalogue, scope.scope);
      for (const [role, assignments] of groupBy(scope.assignments, (each) => each.role)) {
        // Beside another entry of the person, one that comes through a team would count in another way once a term ends.
        const owners = groupBy(exclusive ? scope.assignments : assignments, ({ person }) => person);
        const people = assignments.flatMap(({ source, person }) => {
          const entry = find(source);
          const isOwn = entry?.isPlain === true && !entry.isExplained && entry.name === person;
          const isSaid = person !== null && [null, names.get(person)].includes(entry?.comment);
          return isOwn && isSaid && owners.get(person)?.length === 1 ? [person] : [];
        });
        roles.push({ scope, role, people: new Set(people) });
      }
    }
  }
  return roles;
}

/** The texts with one more team; null where a document cannot name it. */
async function teamTexts(
  name: string,
  members: readonly string[],
  team: CommonTeam<OwnRole>,
  path: string,
  {
    now,
    texts,
    state,
  }: { readonly now: PlannedTexts; readonly texts: ReadonlyMap<string, string>; readonly state: ImportState },
): Promise<ReadonlyMap<string, string> | null> {
  const edited = new Map(texts);
  edited.set(path, withTeam(path, texts.get(path) ?? (await textOf(path, state)), name, members));
  const byFile = groupBy(team.roles, ({ scope }) => scope.source.file);
  for (const [file, roles] of byFile) {
    const opened = openFile(texts.get(file) ?? (await textOf(file, state)));
    const scopes = groupBy(roles, ({ scope }) => scope.scope.address);
    const splices = [...scopes].map(([address, own]) => {
      const document = now.loaded.desired.scopes.find(({ scope }) => scope.address === address);
      const yaml = document === undefined ? null : documentAt(opened, document.source);
      const edits =
        document === undefined ? [] : own.flatMap(({ role }) => teamEdits(name, members, role, document));
      return yaml === null ? null : editRoles(opened, yaml, edits, (role) => role);
    });
    if (splices.includes(null)) return null;
    edited.set(
      file,
      editedText(
        opened,
        splices.flatMap((each) => each ?? []),
      ),
    );
  }
  return edited;
}

/** One entry for the team in the place of those of its members. */
function teamEdits(
  name: string,
  members: readonly string[],
  role: string,
  { assignments }: DesiredScope,
): readonly RoleEdit[] {
  const removed = assignments.filter(
    ({ person, via, role: own }) =>
      via === null && own === role && person !== null && members.includes(person),
  );
  return [
    ...removed.map(({ source }): RoleEdit => ({ kind: 'remove', role, source })),
    { kind: 'add', role, name: { text: `team:${name}`, comment: null }, status: 'active' },
  ];
}
