import type {
  Account as AccountSeed,
  AionSeed,
  AionUser,
  Assignment as AssignmentSeed,
  CustomRole,
} from '../../../generated/aion-seed.js';
import { byCodeUnit } from '../../../model/ordering.js';
import { choices } from '../../../sandbox/seed.js';

export type AssigneeType = 'USER' | 'IAMGROUP';
export const statuses = ['ACTIVE', 'INACTIVE'] as const;
type AssignmentStatus = (typeof statuses)[number];

/** A role as the list shows it; `custom` roles belong to their account, and may belong to one project. */
export interface AionRole extends CustomRole {
  readonly status: AssignmentStatus;
  readonly custom: boolean;
}

/**
 * One assignment in the API's own fields: its identity is (type, assignee, role, project), since the API gives it no id
 * (B2.1).
 */
export interface AionAssignment {
  readonly assigneeType: AssigneeType;
  readonly assigneeId: string;
  readonly roleId: string;
  readonly projectId: string | undefined;
  readonly status: AssignmentStatus;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Account {
  readonly id: string;
  readonly projects: ReadonlySet<string>;
  readonly users: Map<string, AionUser>;
  /** Group id -> the ids of its members. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly roles: ReadonlyMap<string, AionRole>;
  /** Assignee -> role in project -> assignment; keys by {@link assigneeKey} and {@link roleKey}. */
  readonly assignments: Map<string, Map<string, AionAssignment>>;
}

/** The roles every account has (N4, N5, N9). */
const systemRoles: readonly AionRole[] = [
  systemRole('account_admin', 'ACCOUNT'),
  systemRole('team_member', 'ACCOUNT'),
  systemRole('project_admin', 'PROJECT'),
  systemRole('project_reader', 'PROJECT'),
];

/**
 * Builds the accounts of a seed, and finds what the seed contradicts itself in: ids used twice, names that nothing has.
 * @param now dates the rows, in milliseconds since 1970
 */
export function aionState(
  seed: AionSeed,
  now: number,
): { readonly accounts: ReadonlyMap<string, Account>; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const built = seed.accounts.map((account) => buildAccount(account, now, problems));
  return { accounts: byId(built, 'account', problems), problems };
}

/** The accounts in the seed's own format, sorted, without credentials. */
export function aionSnapshot(accounts: ReadonlyMap<string, Account>): AionSeed {
  return {
    accounts: [...accounts.values()].map((account) => ({
      id: account.id,
      projects: [...account.projects],
      users: [...account.users.values()],
      groups: [...account.groups].map(([id, members]) => ({ id, members: [...members] })),
      customRoles: [...account.roles.values()].flatMap(({ custom, ...role }) => (custom ? [role] : [])),
      assignments: [...account.assignments]
        .flatMap(([assignee, roles]) =>
          [...roles].map(([role, row]) => ({ key: JSON.stringify([assignee, role]), row })),
        )
        .toSorted((a, b) => byCodeUnit(a.key, b.key))
        .map(({ row }) => assignmentSeed(row)),
    })),
  };
}

/** The key of an assignee: a user and a group may share an id. */
export function assigneeKey(type: AssigneeType, id: string): string {
  return `${type}:${id}`;
}

/** The key of a role, in a project or in the account itself. */
export function roleKey(roleId: string, projectId: string | undefined): string {
  return JSON.stringify(projectId === undefined ? [roleId] : [roleId, projectId]);
}

/** The assignments of an assignee, by {@link roleKey}; made on first use. */
export function assignmentsOf(account: Account, type: AssigneeType, id: string): Map<string, AionAssignment> {
  const key = assigneeKey(type, id);
  const assignments = account.assignments.get(key) ?? new Map<string, AionAssignment>();
  account.assignments.set(key, assignments);
  return assignments;
}

/** Adds an assignment that was made just `now`. */
export function addAssignment(
  account: Account,
  assignment: Omit<AionAssignment, 'createdAt' | 'updatedAt'>,
  now: number,
): AionAssignment {
  const { assigneeType, assigneeId, roleId, projectId } = assignment;
  const row = { ...assignment, createdAt: timestamp(now), updatedAt: timestamp(now) };
  assignmentsOf(account, assigneeType, assigneeId).set(roleKey(roleId, projectId), row);
  return row;
}

/** A time as the API writes it (RFC 3339). */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function systemRole(id: string, scope: CustomRole['scope']): AionRole {
  return { id, name: id, scope, status: 'ACTIVE', custom: false };
}

function buildAccount(seed: AccountSeed, now: number, problems: string[]): Account {
  const where = `account "${seed.id}"`;
  const ownRoles = seed.customRoles.map((role) => {
    return { ...role, status: role.status ?? 'ACTIVE', custom: true };
  });
  const users = byId(seed.users, `user of ${where}`, problems);
  const groups = byId(seed.groups, `group of ${where}`, problems);
  const account: Account = {
    id: seed.id,
    projects: new Set(seed.projects),
    users,
    groups: new Map([...groups].map(([id, { members }]) => [id, members])),
    roles: byId([...systemRoles, ...ownRoles], `role of ${where}`, problems),
    assignments: new Map(),
  };
  for (const [id, members] of account.groups) {
    for (const member of members) {
      if (!account.users.has(member))
        problems.push(`member "${member}" of group "${id}" is no user of ${where}`);
    }
  }
  for (const entry of seed.assignments) {
    problems.push(...assignmentProblems(entry, account).map((problem) => `${problem} (${where})`));
    const { user, group, role: roleId, project: projectId, status = 'ACTIVE' } = entry;
    const assigneeType = user === undefined ? 'IAMGROUP' : 'USER';
    const assigneeId = user ?? group ?? '';
    addAssignment(account, { assigneeType, assigneeId, roleId, projectId, status }, now);
  }
  return account;
}

function assignmentProblems(entry: AssignmentSeed, account: Account): readonly string[] {
  const { user, group, role: id, project } = entry;
  const { users, groups, projects, roles } = account;
  const problems: string[] = [];
  const assignee = user === undefined ? assigneeKey('IAMGROUP', group ?? '') : assigneeKey('USER', user);
  if (account.assignments.get(assignee)?.has(roleKey(id, project)) === true)
    problems.push(`assignment ${JSON.stringify(entry)} is there twice`);
  if (user !== undefined && !users.has(user)) problems.push(`"${user}" has a role but is no user`);
  if (group !== undefined && !groups.has(group)) problems.push(`"${group}" has a role but is no group`);
  if (project !== undefined && !projects.has(project))
    problems.push(`there is no project "${project}": ${choices([...projects])}`);
  const scope = roles.get(id)?.scope;
  if (scope === undefined) problems.push(`there is no role "${id}": ${choices([...roles.keys()])}`);
  if (scope === 'PROJECT' && project === undefined)
    problems.push(`role "${id}" of PROJECT scope needs a project`);
  if (scope === 'ACCOUNT' && project !== undefined)
    problems.push(`role "${id}" of ACCOUNT scope takes no project`);
  return problems;
}

function byId<T extends { readonly id: string }>(
  entries: readonly T[],
  what: string,
  problems: string[],
): Map<string, T> {
  const all = new Map<string, T>();
  for (const entry of entries) {
    if (all.has(entry.id)) problems.push(`${what} "${entry.id}" is there twice`);
    all.set(entry.id, entry);
  }
  return all;
}

function assignmentSeed(row: AionAssignment): AssignmentSeed {
  const { assigneeType, assigneeId, roleId, projectId, status } = row;
  return {
    ...(assigneeType === 'USER' ? { user: assigneeId } : { group: assigneeId }),
    role: roleId,
    ...(projectId === undefined ? {} : { project: projectId }),
    status,
  };
}
