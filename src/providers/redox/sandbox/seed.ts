import type { Organization, RedoxSeed, RedoxRoles } from '../../../generated/redox-seed.js';
import { validateRedoxSeed } from '../../../generated/validators.js';
import { choices, repeated, shapeProblems } from '../../../sandbox/seed.js';
import type { SeedProblems } from '../../../sandbox/system.js';
import { defaultRoles } from './state.js';

/** The Redox part of a seed, or what is wrong with it: its shape, else ids used twice and names that nothing has. */
export function readRedoxSeed(part: unknown): RedoxSeed | SeedProblems {
  const seed = part === undefined ? { organizations: [] } : part;
  if (!validateRedoxSeed(seed)) return { problems: shapeProblems(validateRedoxSeed.errors, '/redox') };
  const { organizations, roles = defaultRoles } = seed;
  const environments = organizations.flatMap((organization) => organization.environments);
  const problems = [
    ...repeated('organization', idsOf(organizations)),
    ...repeated('environment', idsOf(environments)),
    ...organizations.flatMap((organization) => organizationProblems(organization, roles)),
  ];
  return problems.length === 0 ? seed : { problems };
}

function organizationProblems(
  { id, members, environments }: Organization,
  roles: RedoxRoles,
): readonly string[] {
  const where = `organization "${id}"`;
  const emails = members.map(({ email }) => email.toLowerCase());
  const people = new Set([...idsOf(members).map((memberId) => memberId.toLowerCase()), ...emails]);
  const problems = [
    ...repeated(`member of ${where}`, idsOf(members)),
    ...repeated(`e-mail in ${where}`, emails),
    ...members.flatMap(({ id: memberId, role }) =>
      unknownRole(`member "${memberId}" of ${where}`, role, roles.organization),
    ),
  ];
  for (const environment of environments) {
    const named = `environment "${environment.id}"`;
    const holders = Object.values(environment.roles)
      .flat()
      .map((person) => person.toLowerCase());
    problems.push(
      ...Object.keys(environment.roles).flatMap((role) => unknownRole(named, role, roles.environment)),
      ...holders
        .filter((person) => !people.has(person))
        .map((person) => `"${person}" in ${named} is no member of ${where}`),
      ...repeated(`holder of a role in ${named}`, holders),
    );
  }
  return problems;
}

function unknownRole(who: string, role: string, roles: RedoxRoles['environment']): readonly string[] {
  const names = roles.map(({ name }) => name);
  return names.some((name) => name.toLowerCase() === role.toLowerCase())
    ? []
    : [`${who} has the unknown role "${role}": ${choices(names)}`];
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}
