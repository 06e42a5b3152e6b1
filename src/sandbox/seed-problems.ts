import { systemRoles } from './aion-state.js';
import { environmentRoles, organizationRoles } from './redox-state.js';
import type {
  AccountSeed,
  CustomRoleSeed,
  OrganizationSeed,
  RedoxRolesSeed,
  SandboxSeed,
} from './seed-format.js';

/** What a seed of the right shape still contradicts itself in: ids used twice, names that nothing has. */
export function seedProblems(seed: SandboxSeed): readonly string[] {
  const { redox, aion } = seed;
  const roles = redox?.roles ?? { organization: organizationRoles, environment: environmentRoles };
  const environments = (redox?.organizations ?? []).flatMap((organization) => organization.environments);
  return [
    ...repeated('organization', redox?.organizations ?? []),
    ...repeated('environment', environments),
    ...repeated('account', aion?.accounts ?? []),
    ...(redox?.organizations ?? []).flatMap((organization) => organizationProblems(organization, roles)),
    ...(aion?.accounts ?? []).flatMap(accountProblems),
  ];
}

function organizationProblems(organization: OrganizationSeed, roles: RedoxRolesSeed): readonly string[] {
  const { members, environments } = organization;
  const where = `organization "${organization.id}"`;
  const emails = members.map(({ email }) => ({ id: email.toLowerCase() }));
  const people = new Set([...members.map(({ id }) => id.toLowerCase()), ...emails.map(({ id }) => id)]);
  const problems = [...repeated(`member of ${where}`, members), ...repeated(`e-mail in ${where}`, emails)];
  for (const { id, role } of members) {
    if (!named(roles.organization, role))
      problems.push(
        `member "${id}" of ${where} has the unknown role "${role}": ${known(roles.organization)}`,
      );
  }
  for (const { id, roles: lists } of environments) {
    const holders = Object.values(lists).flat();
    for (const role of Object.keys(lists)) {
      if (!named(roles.environment, role))
        problems.push(`environment "${id}" has the unknown role "${role}": ${known(roles.environment)}`);
    }
    for (const person of holders) {
      if (!people.has(person.toLowerCase()))
        problems.push(`"${person}" in environment "${id}" is no member of ${where}`);
    }
    problems.push(
      ...repeated(
        `holder of a role in environment "${id}"`,
        holders.map((person) => ({ id: person.toLowerCase() })),
      ),
    );
  }
  return problems;
}

function accountProblems(account: AccountSeed): readonly string[] {
  const where = `account "${account.id}"`;
  const roles = [...systemRoles, ...account.customRoles];
  const projects = new Set(account.projects);
  const users = new Set(account.users.map(({ id }) => id));
  const groups = new Set(account.groups.map(({ id }) => id));
  const keys = account.assignments.map(({ user, group, role, project }) => ({
    id: JSON.stringify({ user, group, role, project }),
  }));
  const problems = [
    ...repeated(`user of ${where}`, account.users),
    ...repeated(`group of ${where}`, account.groups),
    ...repeated(`role of ${where}`, roles),
    ...repeated(`assignment in ${where}`, keys),
  ];
  for (const { id, members } of account.groups) {
    for (const member of members) {
      if (!users.has(member)) problems.push(`member "${member}" of group "${id}" is no user of ${where}`);
    }
  }
  for (const entry of account.assignments) {
    const { user, group, project } = entry;
    if (user !== undefined && !users.has(user))
      problems.push(`"${user}" has a role but is no user of ${where}`);
    if (group !== undefined && !groups.has(group))
      problems.push(`"${group}" has a role but is no group of ${where}`);
    if (project !== undefined && !projects.has(project))
      problems.push(
        `${where} has no project "${project}": ${known(account.projects.map((name) => ({ name })))}`,
      );
    const problem = scopeProblem(entry.role, project, roles);
    if (problem !== undefined) problems.push(`${problem} (${where})`);
  }
  return problems;
}

function scopeProblem(
  id: string,
  project: string | undefined,
  roles: readonly Pick<CustomRoleSeed, 'id' | 'scope'>[],
): string | undefined {
  const role = roles.find((candidate) => candidate.id === id);
  if (role === undefined)
    return `there is no role "${id}": ${known(roles.map((each) => ({ name: each.id })))}`;
  if (role.scope === 'PROJECT' && project === undefined)
    return `role "${id}" of PROJECT scope needs a project`;
  if (role.scope === 'ACCOUNT' && project !== undefined)
    return `role "${id}" of ACCOUNT scope takes no project`;
  return undefined;
}

function named(roles: readonly { readonly name: string }[], name: string): boolean {
  return roles.some((role) => role.name.toLowerCase() === name.toLowerCase());
}

/** What could have been written instead. */
function known(entries: readonly { readonly name: string }[]): string {
  const names = entries.map(({ name }) => JSON.stringify(name)).sort();
  return names.length === 0 ? 'it has none' : `write one of ${names.join(', ')}`;
}

function repeated(what: string, entries: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of entries) (seen.has(id) ? twice : seen).add(id);
  return [...twice].map((id) => `${what} "${id}" is there twice`);
}
