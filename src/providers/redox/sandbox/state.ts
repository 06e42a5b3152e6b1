import type {
  Environment as EnvironmentSeed,
  Member as MemberSeed,
  Organization as OrganizationSeed,
  RedoxRole,
  RedoxRoles,
  RedoxSeed,
} from '../../../generated/redox-seed.js';
import { byCodeUnit, groupBy } from '../../../model/ordering.js';
import { choices } from '../../../sandbox/seed.js';

/**
 * The roles of a seed that has none of its own: those of organizations (R9), the ones of environments that are named
 * publicly (R10), and one more, since some are not. The ids are the sandbox's own.
 */
const defaultRoles: RedoxRoles = {
  organization: [
    { id: '0a6d1f52-0001-4000-8000-000000000001', name: 'owner' },
    { id: '0a6d1f52-0001-4000-8000-000000000002', name: 'admin' },
    { id: '0a6d1f52-0001-4000-8000-000000000003', name: 'member' },
  ],
  environment: [
    { id: '0a6d1f52-0002-4000-8000-000000000001', name: 'engineer' },
    { id: '0a6d1f52-0002-4000-8000-000000000002', name: 'support' },
    { id: '0a6d1f52-0002-4000-8000-000000000003', name: 'viewer' },
  ],
};

/** A member of an organization; `role` changes with the organization's PUT. */
export interface Member extends Omit<MemberSeed, 'role'> {
  role: RedoxRole;
}

export interface Environment extends Omit<EnvironmentSeed, 'roles'> {
  readonly organization: Organization;
  /** Member id -> role: one role a user (R4). */
  readonly roles: Map<string, RedoxRole>;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly members: Map<string, Member>;
  readonly environments: readonly Environment[];
}

/** Everything that Redox holds, by id. */
export interface RedoxState {
  readonly roles: RedoxRoles;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly environments: ReadonlyMap<string, Environment>;
}

/** Builds the state of a seed, and finds what the seed contradicts itself in: ids used twice, names that nothing has. */
export function redoxState(seed: RedoxSeed): { readonly state: RedoxState; readonly problems: string[] } {
  const problems: string[] = [];
  const { roles = defaultRoles } = seed;
  const organizations = new Map<string, Organization>();
  const environments = new Map<string, Environment>();
  for (const entry of seed.organizations) {
    if (organizations.has(entry.id)) problems.push(`organization "${entry.id}" is there twice`);
    const built = buildOrganization(entry, roles, problems);
    organizations.set(built.id, built);
    for (const environment of built.environments) {
      if (environments.has(environment.id)) problems.push(`environment "${environment.id}" is there twice`);
      environments.set(environment.id, environment);
    }
  }
  return { state: { roles, organizations, environments }, problems };
}

/** The state in the seed's own format, sorted, without credentials. */
export function redoxSnapshot({ roles, organizations }: RedoxState): RedoxSeed {
  return {
    roles,
    organizations: [...organizations.values()].map(({ members, environments, ...organization }) => ({
      ...organization,
      members: [...members.values()].map((member) => ({ ...member, role: member.role.name })),
      environments: environments.map((environment) => ({
        id: environment.id,
        name: environment.name,
        flag: environment.flag,
        roles: holders(environment),
      })),
    })),
  };
}

function buildOrganization(seed: OrganizationSeed, roles: RedoxRoles, problems: string[]): Organization {
  const where = `organization "${seed.id}"`;
  const environments: Environment[] = [];
  const members = new Map<string, Member>();
  /** Id or e-mail in lower case -> id. */
  const ids = new Map<string, string>();
  for (const { id, name, email, role, lastLogin, verified2fa = false } of seed.members) {
    if (members.has(id)) problems.push(`member of ${where} "${id}" is there twice`);
    if (ids.has(email.toLowerCase())) problems.push(`e-mail in ${where} "${email}" is there twice`);
    for (const key of [id, email]) ids.set(key.toLowerCase(), id);
    const found = roleNamed(role, roles.organization, `member "${id}" of ${where}`, problems);
    const login = lastLogin === undefined ? {} : { lastLogin };
    members.set(id, { id, name, email, role: found, ...login, verified2fa });
  }
  const organization: Organization = { id: seed.id, name: seed.name, members, environments };
  for (const { roles: lists, ...environment } of seed.environments) {
    const named = `environment "${environment.id}"`;
    const held = new Map<string, RedoxRole>();
    for (const [role, people] of Object.entries(lists)) {
      const found = roleNamed(role, roles.environment, named, problems);
      for (const person of people) {
        const id = ids.get(person.toLowerCase());
        if (id === undefined) problems.push(`"${person}" in ${named} is no member of ${where}`);
        else if (held.has(id)) problems.push(`holder of a role in ${named} "${person}" is there twice`);
        else held.set(id, found);
      }
    }
    environments.push({ ...environment, organization, roles: held });
  }
  return organization;
}

/** The role of that name, whatever its case; for one that is unknown, a problem and a role that nothing knows. */
function roleNamed(name: string, roles: readonly RedoxRole[], who: string, problems: string[]): RedoxRole {
  const found = roles.find((role) => role.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  problems.push(`${who} has the unknown role "${name}": ${choices(roles.map((role) => role.name))}`);
  return { id: '', name };
}

function holders({ roles, organization }: Environment): EnvironmentSeed['roles'] {
  const byRole = groupBy([...roles], ([, role]) => role.name);
  return Object.fromEntries(
    [...byRole]
      .toSorted(([a], [b]) => byCodeUnit(a, b))
      .map(([role, entries]) => [
        role,
        entries.map(([id]) => organization.members.get(id)?.email ?? id).toSorted(byCodeUnit),
      ]),
  );
}
