import { roleKey } from '../../model/assignment.js';
import type { KnownRole } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { isId, type Scope } from '../../model/scope.js';
import { idOf, shown, textOf } from '../fields.js';
import type { ListRead } from '../list.js';
import { type ConnectorReads, kindOf, readRows, scopeVariables } from './context.js';
import type { Assignments, Kind, Plain, RoleList, StaticRole } from './connector.js';
import { holds, pathText, typedId, valueAt } from './values.js';

/** A role as files name it and as the API does. */
export interface ConnectorRole {
  /** What plans and files call it. */
  readonly role: string;
  /** What rows and requests call it. */
  readonly value: Plain;
  readonly aliases: readonly string[];
  readonly system: boolean;
  /** How high it is; left out where roles have no order. */
  readonly rank?: number;
}

/** The roles of a kind of scope, as the connector or the API lists them. */
export async function readRoles(scope: Scope, context: ConnectorReads): Promise<ListRead<ConnectorRole>> {
  const { roles, ordered = false } = kindOf(context, scope);
  if (isStatic(roles)) return { rows: staticRoles(roles, ordered), total: null, problems: [], failure: null };
  const read = await readRows(context, scope, roles, {
    variables: scopeVariables(context, scope),
    rowOf: (row) => listedRole(row, roles),
    identity: null,
  });
  // Where roles are learned from those who hold them, one comes as often as it is held.
  const rows = new Map(read.rows.map((role) => [String(role.value), role]));
  const renamed = read.rows.find(({ role, value }) => rows.get(String(value))?.role !== role);
  const problem = `the role ${shown(renamed?.value)} has two names`;
  return {
    ...read,
    rows: withDistinctNames([...rows.values()], kindOf(context, scope)),
    problems: renamed === undefined ? read.problems : [...read.problems, problem],
  };
}

/** What requests call a role whose id is known as text. */
export function apiValue({ roles }: Kind, roleId: string): Plain {
  if (!isStatic(roles)) return typedId(roleId, roles.type);
  return staticRoles(roles).find(({ value }) => String(value) === roleId)?.value ?? roleId;
}

/** The roles that a connector lists by itself. */
function staticRoles(roles: readonly StaticRole[], ordered = false): readonly ConnectorRole[] {
  return roles.map(({ id, value = id, system = false }, rank) => ({
    role: id,
    value,
    aliases: [],
    system,
    ...(ordered ? { rank } : {}),
  }));
}

/** The role that all rows of a list have without saying it; null where the roles lack it, undefined where rows say it. */
export function roleOfList(
  { for: per, role, roles: all, as }: Assignments,
  kind: Kind,
  roles: readonly ConnectorRole[],
): ConnectorRole | null | undefined {
  if (as !== undefined) return roles.find((each) => each.role === as) ?? null;
  return role === undefined && all === undefined && per !== 'role' ? onlyRole(kind.roles) : undefined;
}

/** The role of a kind that has but one, so that no row need say it. */
export function onlyRole(roles: Kind['roles']): ConnectorRole | undefined {
  const [only, another] = isStatic(roles) ? staticRoles(roles) : [];
  return another === undefined ? only : undefined;
}

export function isStatic(roles: readonly StaticRole[] | RoleList): roles is readonly StaticRole[] {
  return Array.isArray(roles);
}

function listedRole(row: unknown, list: RoleList): ConnectorRole | string {
  const value = valueAt(row, list.id);
  const id = idOf(value);
  if (id === null || !isId(id)) return `no id of a role stands at ${pathText(list.id)}: ${shown(row)}`;
  const name = list.name === undefined ? null : textOf(valueAt(row, list.name));
  if (list.name !== undefined && name === null)
    return `no name of a role stands at ${pathText(list.name)}: ${shown(row)}`;
  const system = list.system === undefined ? false : holds(list.system, row);
  if (typeof system === 'string') return system;
  const rank = list.rank === undefined ? undefined : valueAt(row, list.rank);
  if (list.rank !== undefined && (typeof rank !== 'number' || !Number.isFinite(rank)))
    return `no rank of a role stands at ${pathText(list.rank)}: ${shown(row)}`;
  const plain = typeof value === 'number' ? value : id;
  const role = { value: plain, system, ...(typeof rank === 'number' ? { rank } : {}) };
  return name === null
    ? { ...role, role: id, aliases: [] }
    : { ...role, role: name, aliases: name === id ? [] : [id] };
}

/** Roles under names that fit one role each: one that several have, or that is the id of another role, gives way to the id. */
function withDistinctNames(
  roles: readonly ConnectorRole[],
  { rolesIgnoreCase = false }: Kind,
): readonly ConnectorRole[] {
  const owners = new Map<string, Set<Plain>>();
  for (const { role, value } of roles) {
    for (const name of [role, String(value)]) {
      const key = roleKey(name, rolesIgnoreCase);
      owners.set(key, (owners.get(key) ?? new Set()).add(value));
    }
  }
  return roles.map((role) =>
    (owners.get(roleKey(role.role, rolesIgnoreCase))?.size ?? 1) > 1
      ? { ...role, role: String(role.value), aliases: [] }
      : role,
  );
}

/** The role that a row names: by what the list renames it to, else by its id, else by its name. */
export function roleOfRow(
  value: Plain,
  roles: readonly ConnectorRole[],
  renames: Readonly<Record<string, string>>,
  { rolesIgnoreCase = false }: Kind,
): ConnectorRole | { readonly unknown: string } {
  const text = String(value);
  const renamed = Object.hasOwn(renames, text) ? renames[text] : undefined;
  const key = roleKey(renamed ?? text, rolesIgnoreCase);
  const byName = roles.find(({ role }) => roleKey(role, rolesIgnoreCase) === key);
  const byValue = roles.find((role) => roleKey(String(role.value), rolesIgnoreCase) === key);
  const found = renamed === undefined ? (byValue ?? byName) : (byName ?? byValue);
  return found ?? { unknown: renamed ?? text };
}

/** What plans know of roles, lowest first where they have an order. */
export function knownRoles(roles: readonly ConnectorRole[]): readonly KnownRole[] {
  return roles
    .map(
      ({ role, value, aliases, rank }): KnownRole => ({
        role,
        roleId: String(value),
        aliases,
        blocked: null,
        ...(rank === undefined ? {} : { rank }),
      }),
    )
    .sort(
      byKeys(
        ({ rank = 0 }) => rank,
        ({ role }) => role,
      ),
    );
}
