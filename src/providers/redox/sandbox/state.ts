import type {
  Environment as EnvironmentSeed,
  Member as MemberSeed,
  Organization as OrganizationSeed,
  RedoxRole,
  RedoxRoles,
  RedoxSeed,
} from '../../../generated/redox-seed.js';
import { byCodeUnit } from '../../../model/ordering.js';

/**
 * The roles of a seed that has none of its own: those of organizations (R9), the ones of environments that are named
 * publicly (R10), and one more, since some are not. The ids are the sandbox's own.
 */
export const defaultRoles: RedoxRoles = {
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
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly lastLogin: string | undefined;
  readonly verified2fa: boolean;
  role: RedoxRole;
}

export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly flag: EnvironmentSeed['flag'];
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

/** Builds the state of a checked seed. @throws Error where a seed that was not checked contradicts itself */
export function redoxState(seed: RedoxSeed): RedoxState {
  const { roles = defaultRoles } = seed;
  const organizations = new Map<string, Organization>();
  const environments = new Map<string, Environment>();
  for (const entry of seed.organizations) {
    const built = buildOrganization(entry, roles);
    organizations.set(built.id, built);
    for (const environment of built.environments) environments.set(environment.id, environment);
  }
  return { roles, organizations, environments };
}

/** The state in the seed's own format, sorted, without credentials. */
export function redoxSnapshot(state: RedoxState): RedoxSeed {
  return {
    roles: state.roles,
    organizations: [...state.organizations.values()].map((organization) => ({
      id: organization.id,
      name: organization.name,
      members: [...organization.members.values()].map(memberSeed),
      environments: organization.environments.map((environment) => ({
        id: environment.id,
        name: environment.name,
        flag: environment.flag,
        roles: holders(environment),
      })),
    })),
  };
}

function buildOrganization(seed: OrganizationSeed, roles: RedoxRoles): Organization {
  const environments: Environment[] = [];
  const members = new Map<string, Member>();
  for (const { id, name, email, role, lastLogin, verified2fa } of seed.members) {
    const held = roleNamed(roles.organization, role);
    members.set(id, { id, name, email, lastLogin, verified2fa: verified2fa ?? false, role: held });
  }
  const organization: Organization = { id: seed.id, name: seed.name, members, environments };
  const byEmail = new Map([...members.values()].map((member) => [member.email.toLowerCase(), member.id]));
  for (const { id, name, flag, roles: lists } of seed.environments) {
    const held = new Map<string, RedoxRole>();
    for (const [role, people] of Object.entries(lists)) {
      for (const person of people) {
        held.set(byEmail.get(person.toLowerCase()) ?? person, roleNamed(roles.environment, role));
      }
    }
    environments.push({ id, name, flag, organization, roles: held });
  }
  return organization;
}

/** The role of that name, whatever its case. */
function roleNamed(roles: readonly RedoxRole[], name: string): RedoxRole {
  const found = roles.find((role) => role.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new Error(`the seed has no role named "${name}"`);
  return found;
}

function memberSeed(member: Member): MemberSeed {
  const { id, name, email, role, lastLogin, verified2fa } = member;
  return { id, name, email, role: role.name, ...(lastLogin === undefined ? {} : { lastLogin }), verified2fa };
}

function holders(environment: Environment): EnvironmentSeed['roles'] {
  const lists = new Map<string, string[]>();
  for (const [id, role] of environment.roles) {
    const list = lists.get(role.name) ?? [];
    list.push(environment.organization.members.get(id)?.email ?? id);
    lists.set(role.name, list);
  }
  const sorted = [...lists].toSorted(([a], [b]) => byCodeUnit(a, b));
  return Object.fromEntries(sorted.map(([role, people]) => [role, people.toSorted(byCodeUnit)]));
}
