import { byCodeUnit } from '../model/ordering.js';
import type {
  AccountSeed,
  AionSeed,
  AionUserSeed,
  AssignmentSeed,
  AssignmentStatus,
  CustomRoleSeed,
  RoleScope,
} from './seed-format.js';

export type AssigneeType = 'USER' | 'IAMGROUP';

/** A role as the list shows it; `custom` roles belong to their account, and may belong to one project. */
export interface AionRole {
  readonly id: string;
  readonly name: string;
  readonly scope: RoleScope;
  readonly status: AssignmentStatus;
  readonly custom: boolean;
  readonly project: string | undefined;
  readonly description: string | undefined;
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
  readonly users: Map<string, AionUserSeed>;
  /** Group id -> the ids of its members. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly roles: ReadonlyMap<string, AionRole>;
  /** Assignee -> role in project -> assignment; keys by {@link assigneeKey} and {@link heldKey}. */
  readonly assignments: Map<string, Map<string, AionAssignment>>;
}

const systemRole = (id: string, scope: RoleScope): AionRole => {
  return { id, name: id, scope, status: 'ACTIVE', custom: false, project: undefined, description: undefined };
};

/** The roles every account has (N4, N5, N9). */
export const systemRoles: readonly AionRole[] = [
  systemRole('account_admin', 'ACCOUNT'),
  systemRole('team_member', 'ACCOUNT'),
  systemRole('project_admin', 'PROJECT'),
  systemRole('project_reader', 'PROJECT'),
];

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
      groups: [...account.groups].map(([id, members]) => ({ id, members })),
      customRoles: [...account.roles.values()].filter((role) => role.custom).map(roleSeed),
      assignments: [...account.assignments.values()]
        .flatMap((held) => [...held.values()])
        .map((row) => ({
          key: JSON.stringify([
            assigneeKey(row.assigneeType, row.assigneeId),
            heldKey(row.roleId, row.projectId),
          ]),
          row,
        }))
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
export function heldKey(roleId: string, projectId: string | undefined): string {
  return JSON.stringify(projectId === undefined ? [roleId] : [roleId, projectId]);
}

/** What an assignee holds, by {@link heldKey}; made on first use. */
export function heldBy(account: Account, type: AssigneeType, id: string): Map<string, AionAssignment> {
  const key = assigneeKey(type, id);
  const held = account.assignments.get(key) ?? new Map<string, AionAssignment>();
  account.assignments.set(key, held);
  return held;
}

/** Whether the account has that user or group. */
export function hasAssignee(account: Account, type: AssigneeType, id: string): boolean {
  return type === 'USER' ? account.users.has(id) : account.groups.has(id);
}

function buildAccount(seed: AccountSeed, now: number): Account {
  const roles = [...systemRoles, ...seed.customRoles.map(customRole)];
  const account: Account = {
    id: seed.id,
    projects: new Set(seed.projects),
    users: new Map(seed.users.map((user) => [user.id, user])),
    groups: new Map(seed.groups.map(({ id, members }) => [id, members])),
    roles: new Map(roles.map((role) => [role.id, role])),
    assignments: new Map(),
  };
  for (const entry of seed.assignments) {
    const assigneeType = entry.user === undefined ? 'IAMGROUP' : 'USER';
    const assigneeId = entry.user ?? entry.group ?? '';
    const { role: roleId, project: projectId, status = 'ACTIVE' } = entry;
    const row = {
      assigneeType,
      assigneeId,
      roleId,
      projectId,
      status,
      createdAt: now,
      updatedAt: now,
    } as const;
    heldBy(account, assigneeType, assigneeId).set(heldKey(roleId, projectId), row);
  }
  return account;
}

function customRole({ id, name, scope, status = 'ACTIVE', project, description }: CustomRoleSeed): AionRole {
  return { id, name, scope, status, custom: true, project, description };
}

function roleSeed({ id, name, scope, status, project, description }: AionRole): CustomRoleSeed {
  return {
    id,
    name,
    scope,
    status,
    ...(project === undefined ? {} : { project }),
    ...(description === undefined ? {} : { description }),
  };
}

function assignmentSeed({
  assigneeType,
  assigneeId,
  roleId,
  projectId,
  status,
}: AionAssignment): AssignmentSeed {
  return {
    ...(assigneeType === 'USER' ? { user: assigneeId } : { group: assigneeId }),
    role: roleId,
    ...(projectId === undefined ? {} : { project: projectId }),
    status,
  };
}
