import { byCodeUnit, byKeys } from '../../../model/ordering.js';

/** A role of a scope, and the people whose own entries give it to them. */
export interface HeldRole {
  readonly role: string;
  readonly people: ReadonlySet<string>;
}

/** People who hold several roles together. */
export interface CommonTeam<Role extends HeldRole> {
  readonly members: ReadonlySet<string>;
  /** The roles that all of them hold. */
  readonly roles: readonly Role[];
}

/** The fewest people and the fewest roles that make a team: fewer may be a coincidence. */
const LEAST = 3;
/** Beyond so many roles the smallest are left out, and beyond so many sets of people the rest. */
const MOST_ROLES = 300;
const MOST_SETS = 2000;

/**
 * The sets of at least three people who hold at least three roles together. The set that saves the most entries comes
 * first, and no entry is counted twice. Pure.
 */
export function commonTeams<Role extends HeldRole>(roles: readonly Role[]): readonly CommonTeam<Role>[] {
  const teams: CommonTeam<Role>[] = [];
  let left = new Map(roles.map((role) => [role, role.people]));
  for (;;) {
    const best = bestTeam(left);
    if (best === null) return teams;
    teams.push(best);
    const taken = new Set(best.roles);
    left = new Map(
      [...left].map(([role, people]) => [
        role,
        taken.has(role) ? new Set([...people].filter((key) => !best.members.has(key))) : people,
      ]),
    );
  }
}

function bestTeam<Role extends HeldRole>(
  held: ReadonlyMap<Role, ReadonlySet<string>>,
): CommonTeam<Role> | null {
  const roles = [...held]
    .filter(([, people]) => people.size >= LEAST)
    .sort(([, a], [, b]) => b.size - a.size)
    .slice(0, MOST_ROLES);
  const teams = candidates(roles.map(([, people]) => people)).flatMap((members): CommonTeam<Role>[] => {
    const common = roles.filter(([, people]) => isWithin(members, people)).map(([role]) => role);
    return common.length < LEAST ? [] : [{ members, roles: common }];
  });
  const [best = null] = teams.sort(
    byKeys(
      ({ members, roles: common }) => -(members.size - 1) * common.length,
      ({ members }) => -members.size,
      ({ members }) => keyOf(members),
    ),
  );
  return best;
}

/** The sets of people that several roles have in common, each once. */
function candidates(sets: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  const found = new Map<string, ReadonlySet<string>>();
  const add = (one: ReadonlySet<string>, other: ReadonlySet<string>): void => {
    if (found.size >= MOST_SETS) return;
    const common = new Set([...one].filter((key) => other.has(key)));
    if (common.size >= LEAST) found.set(keyOf(common), common);
  };
  sets.forEach((one, index) => {
    for (const other of sets.slice(index + 1)) add(one, other);
  });
  // What is found on the way is visited too.
  for (const common of found.values()) for (const set of sets) add(common, set);
  return [...found.values()];
}

function isWithin(members: ReadonlySet<string>, people: ReadonlySet<string>): boolean {
  return members.size <= people.size && [...members].every((key) => people.has(key));
}

function keyOf(members: ReadonlySet<string>): string {
  return JSON.stringify([...members].sort(byCodeUnit));
}

/**
 * The name of a team, after the role that its members hold in the most scopes, or two if they are alike: `engineer-support`. A
 * number follows only where the name is taken. Pure.
 */
export function teamName(roles: readonly HeldRole[], isTaken: (name: string) => boolean): string {
  const counts = new Map<string, number>();
  for (const { role } of roles) {
    const name =
      role
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join('-') ?? '';
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(
    byKeys(
      ([, count]) => -count,
      ([name]) => name,
    ),
  );
  const isOne = first !== undefined && (second === undefined || second[1] < first[1]);
  const found = [first, isOne ? undefined : second].flatMap((each) => each?.[0] ?? []).join('-') || 'team';
  let name = found;
  for (let number = 2; isTaken(name); number += 1) name = `${found}-${number}`;
  return name;
}
