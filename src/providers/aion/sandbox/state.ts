import type {
  Account as AccountSeed,
  AionSeed,
  AionUser,
  Assignment as AssignmentSeed,
  CustomRole,
} from '../../../generated/aion-seed.js';
import { byCodeUnit } from '../../../model/ordering.js';

export type AssigneeType = 'USER' | 'IAMGROUP';
export type AssignmentStatus = 'ACTIVE' | 'INACTIVE';

/** A role as the list shows it; `custom` roles belong to their account, and may belong to one project. */
export interface AionRole extends CustomRole {
  readonly status: AssignmentStatus;
  readonly custom: boolean;
}

/** One assignment: its identity is (type, assignee, role, project), since the API gives it no id (B2.1). */
export interface AionAssignment {
  readonly assigneeType: AssigneeType;
  readonly assigneeId: string;
  readonly roleId: string;
  readonly projectId: string | undefined;
  readonly status: AssignmentStatus;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
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

/** All roles of an account: those that every account has, and its own. */
export function rolesOf({ customRoles }: AccountSeed): readonly AionRole[] {
  return [
    ...systemRoles,
    ...customRoles.map((role) => ({ ...role, status: role.status ?? 'ACTIVE', custom: true })),
  ];
}

/** Builds the accounts of a checked seed; `now` dates the rows, in milliseconds since 1970. */
export function aionState(seed: AionSeed, now: number): ReadonlyMap<string, Account> {
  return new Map(seed.accounts.map((account) => [account.id, buildAccount(account, now)]));
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
  const row = { ...assignment, createdAt: now, updatedAt: now };
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

function buildAccount(seed: AccountSeed, now: number): Account {
  const account: Account = {
    id: seed.id,
    projects: new Set(seed.projects),
    users: new Map(seed.users.map((user) => [user.id, user])),
    groups: new Map(seed.groups.map(({ id, members }) => [id, members])),
    roles: new Map(rolesOf(seed).map((role) => [role.id, role])),
    assignments: new Map(),
  };
  for (const { user, group, role: roleId, project: projectId, status = 'ACTIVE' } of seed.assignments) {
    const assigneeType = user === undefined ? 'IAMGROUP' : 'USER';
    const assigneeId = user ?? group ?? '';
    addAssignment(account, { assigneeType, assigneeId, roleId, projectId, status }, now);
  }
  return account;
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
