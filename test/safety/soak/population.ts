import type {
  Account as AccountSeed,
  Assignment as AssignmentSeed,
} from '../../../src/generated/aion-seed.js';
import type { Organization as OrganizationSeed } from '../../../src/generated/redox-seed.js';
import type { SandboxSeed } from '../../sandbox/start.js';

/** What is live at the start, the files that want something else, and what must be held in the end. */
export interface Population {
  readonly seed: SandboxSeed;
  readonly files: Readonly<Record<string, string>>;
  /** One line an assignment, sorted. */
  readonly wanted: readonly string[];
}

const organizationRoles = ['owner', 'admin', 'member'];
const environmentRoles = ['engineer', 'support', 'viewer', null];
const accountRoles = ['billing_admin', 'auditor', 'account_admin'];
const projectRoles = ['project_admin', 'project_reader', 'ml_engineer'];

/** Random organizations and accounts with `people` users each. */
export function populate(roots: number, people: number, chance: () => number): Population {
  const wanted: string[] = [];
  const files: Record<string, string> = {};
  const organizations: OrganizationSeed[] = [];
  const accounts: AccountSeed[] = [];
  for (let index = 0; index < roots; index += 1) {
    const organization = organizationOf(`org-${index}`, people, chance);
    organizations.push(organization.seed);
    files[`access/org-${index}.yaml`] = organization.file;
    const account = accountOf(`account-${index}`, people, chance);
    accounts.push(account.seed);
    files[`access/account-${index}.yaml`] = account.file;
    wanted.push(...organization.wanted, ...account.wanted);
  }
  const seed: SandboxSeed = {
    redox: { clients: [{ id: 'soak', keyId: 'soak' }], organizations },
    aion: { clients: [{ id: 'soak', secret: 'a-secret-of-the-soak' }], accounts },
  };
  return { seed, files, wanted: wanted.sort() };
}

interface Root<Seed> {
  readonly seed: Seed;
  readonly file: string;
  readonly wanted: readonly string[];
}

function organizationOf(id: string, people: number, chance: () => number): Root<OrganizationSeed> {
  const emails = Array.from({ length: people }, (_, index) => `user-${index}@${id}.test`);
  const roleOf = (index: number): string => (index === 0 ? 'owner' : pick(organizationRoles, chance));
  const live = emails.map((_, index) => roleOf(index));
  // One in twenty is removed, and nobody who is removed is wanted in an environment.
  const want = emails.map((_, index) => (index > 0 && chance() < 0.05 ? null : roleOf(index)));
  const environments = ['dev', 'prod'].map((name) => ({
    id: `${id}-${name}`,
    live: emails.map(() => pick(environmentRoles, chance)),
    want: emails.map((_, index) => (want[index] === null ? null : pick(environmentRoles, chance))),
  }));
  const documents = [
    `organization: ${id}\nprune: true\n${rolesOf(emails, want)}`,
    ...environments.map(
      (environment) =>
        `environment: ${environment.id}\norganization: ${id}\nprune: true\n${rolesOf(emails, environment.want)}`,
    ),
  ];
  return {
    seed: {
      id,
      name: id,
      members: emails.map((email, index) => ({
        id: `${id}-${index}`,
        name: email,
        email,
        role: live[index] ?? 'member',
      })),
      environments: environments.map((environment) => ({
        id: environment.id,
        name: environment.id,
        flag: 'Staging' as const,
        roles: byRole(emails, environment.live),
      })),
    },
    file: documents.join('---\n'),
    wanted: [
      ...lines(id, emails, want),
      ...environments.flatMap((environment) => lines(environment.id, emails, environment.want)),
    ],
  };
}

function accountOf(id: string, people: number, chance: () => number): Root<AccountSeed> {
  const users = Array.from({ length: people }, (_, index) => `${id}-user-${index}`);
  const scopes = [
    { project: undefined, roles: accountRoles },
    { project: 'apollo', roles: projectRoles },
  ];
  const assignments: AssignmentSeed[] = [];
  const wanted: string[] = [];
  const documents = scopes.map(({ project, roles }) => {
    const entries = roles.flatMap((role) => {
      const listed = users.flatMap((user, index) => {
        const first = index === 0 && role === 'account_admin';
        const isLive = first || chance() < 0.35;
        const isInactive = isLive && !first && chance() < 0.2;
        const isWanted = first || chance() < 0.35;
        const wantsInactive = isWanted && isLive && !first && chance() < 0.2;
        if (isLive)
          assignments.push({
            user,
            role,
            ...(project === undefined ? {} : { project }),
            status: isInactive ? 'INACTIVE' : 'ACTIVE',
          });
        if (!isWanted) return [];
        wanted.push(
          `${project === undefined ? id : `${id}/${project}`} ${role} ${user}${wantsInactive ? ' (inactive)' : ''}`,
        );
        return [wantsInactive ? `    - { user: ${user}, status: inactive }` : `    - ${user}`];
      });
      return listed.length === 0 ? [`  ${role}: []`] : [`  ${role}:`, ...listed];
    });
    const head = project === undefined ? `account: ${id}` : `project: ${project}\naccount: ${id}`;
    return `${head}\nprune: true\nroles:\n${entries.join('\n')}\n`;
  });
  return {
    seed: {
      id,
      projects: ['apollo'],
      users: users.map((user) => ({ id: user, email: `${user}@soak.test`, name: user })),
      groups: [],
      customRoles: [
        { id: 'billing_admin', name: 'Billing', scope: 'ACCOUNT' },
        { id: 'auditor', name: 'Auditor', scope: 'ACCOUNT' },
        { id: 'ml_engineer', name: 'ML', scope: 'PROJECT' },
      ],
      assignments,
    },
    file: documents.join('---\n'),
    wanted,
  };
}

/** What a sandbox holds, in the lines of `wanted`. */
export function held({ redox, aion }: SandboxSeed): readonly string[] {
  const organizations = (redox?.organizations ?? []).flatMap(({ id, members, environments }) => [
    ...members.map(({ email, role }) => `${id} ${role} ${email}`),
    ...environments.flatMap((environment) =>
      Object.entries(environment.roles).flatMap(([role, emails]) =>
        emails.map((email) => `${environment.id} ${role} ${email}`),
      ),
    ),
  ]);
  const accounts = (aion?.accounts ?? []).flatMap(({ id, assignments }) =>
    assignments.map(
      ({ user, role, project, status }) =>
        `${project === undefined ? id : `${id}/${project}`} ${role} ${user ?? ''}${status === 'INACTIVE' ? ' (inactive)' : ''}`,
    ),
  );
  return [...organizations, ...accounts].sort();
}

function lines(
  scope: string,
  emails: readonly string[],
  roles: readonly (string | null)[],
): readonly string[] {
  return emails.flatMap((email, index) =>
    roles[index] == null ? [] : [`${scope} ${roles[index]} ${email}`],
  );
}

function byRole(emails: readonly string[], roles: readonly (string | null)[]): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [index, role] of roles.entries())
    if (role !== null) (lists[role] ??= []).push(emails[index] ?? '');
  return lists;
}

function rolesOf(emails: readonly string[], roles: readonly (string | null)[]): string {
  const lists = Object.entries(byRole(emails, roles));
  if (lists.length === 0) return 'roles: {}\n';
  return `roles:\n${lists.map(([role, people]) => `  ${role}:\n${people.map((email) => `    - ${email}\n`).join('')}`).join('')}`;
}

function pick<T>(values: readonly T[], chance: () => number): T {
  const value = values[Math.floor(chance() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
