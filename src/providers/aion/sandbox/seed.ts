import type { Account, AionSeed, Assignment } from '../../../generated/aion-seed.js';
import { validateAionSeed } from '../../../generated/validators.js';
import { choices, repeated, shapeProblems } from '../../../sandbox/seed.js';
import type { SeedProblems } from '../../../sandbox/system.js';
import { rolesOf } from './state.js';

/** The Aion part of a seed, or what is wrong with it: its shape, else ids used twice and names that nothing has. */
export function readAionSeed(part: unknown): AionSeed | SeedProblems {
  const seed = part === undefined ? { accounts: [] } : part;
  if (!validateAionSeed(seed)) return { problems: shapeProblems(validateAionSeed.errors, '/aion') };
  const problems = [
    ...repeated('account', idsOf(seed.accounts)),
    ...seed.accounts.flatMap((account) => accountProblems(account)),
  ];
  return problems.length === 0 ? seed : { problems };
}

function accountProblems(account: Account): readonly string[] {
  const where = `account "${account.id}"`;
  const users = new Set(idsOf(account.users));
  const groups = new Set(idsOf(account.groups));
  const projects = new Set(account.projects);
  const keys = account.assignments.map(({ user, group, role, project }) =>
    JSON.stringify({ user, group, role, project }),
  );
  const problems = [
    ...repeated(`user of ${where}`, idsOf(account.users)),
    ...repeated(`group of ${where}`, idsOf(account.groups)),
    ...repeated(`role of ${where}`, idsOf(rolesOf(account))),
    ...repeated(`assignment in ${where}`, keys),
    ...account.groups.flatMap(({ id, members }) =>
      members
        .filter((member) => !users.has(member))
        .map((member) => `member "${member}" of group "${id}" is no user of ${where}`),
    ),
  ];
  const scopes = new Map(rolesOf(account).map(({ id, scope }) => [id, scope]));
  for (const entry of account.assignments) {
    const { user, group, project } = entry;
    if (user !== undefined && !users.has(user))
      problems.push(`"${user}" has a role but is no user of ${where}`);
    if (group !== undefined && !groups.has(group))
      problems.push(`"${group}" has a role but is no group of ${where}`);
    if (project !== undefined && !projects.has(project))
      problems.push(`${where} has no project "${project}": ${choices(account.projects)}`);
    const problem = roleProblem(entry, scopes);
    if (problem !== null) problems.push(`${problem} (${where})`);
  }
  return problems;
}

function roleProblem({ role, project }: Assignment, scopes: ReadonlyMap<string, string>): string | null {
  const scope = scopes.get(role);
  if (scope === undefined) return `there is no role "${role}": ${choices([...scopes.keys()])}`;
  if (scope === 'PROJECT' && project === undefined) return `role "${role}" of PROJECT scope needs a project`;
  return scope === 'ACCOUNT' && project !== undefined
    ? `role "${role}" of ACCOUNT scope takes no project`
    : null;
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}
