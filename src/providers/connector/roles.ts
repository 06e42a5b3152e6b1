import type { KnownRole } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { isRecord } from '../../model/record.js';
import type { Scope } from '../../model/scope.js';
import { idOf, shown, textOf } from '../fields.js';
import type { ListRead } from '../list.js';
import { type ConnectorReads, kindOf, readRows, scopeVariables } from './context.js';
import type { Plain, RoleList, StaticRole } from './connector.js';
import { holds, pathText, valueAt } from './values.js';

/** A role as files name it and as the API does. */
export interface ConnectorRole {
  /** What plans and files call it. */
  readonly role: string;
  /** What rows and requests call it. */
  readonly value: Plain;
  readonly aliases: readonly string[];
  readonly system: boolean;
}

/** The roles of a kind of scope, as the connector or the API lists them. */
export async function readRoles(scope: Scope, context: ConnectorReads): Promise<ListRead<ConnectorRole>> {
  const { roles } = kindOf(context, scope);
  if (isStatic(roles)) return { rows: staticRoles(roles), total: null, problems: [], failure: null };
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
    rows: [...rows.values()],
    problems: renamed === undefined ? read.problems : [...read.problems, problem],
  };
}

/** The roles that a connector lists by itself. */
export function staticRoles(roles: readonly StaticRole[]): readonly ConnectorRole[] {
  return roles.map(({ id, value = id, system = false }) => ({ role: id, value, aliases: [], system }));
}

export function isStatic(roles: readonly StaticRole[] | RoleList): roles is readonly StaticRole[] {
  return Array.isArray(roles);
}

function listedRole(row: unknown, list: RoleList): ConnectorRole | string {
  const value = valueAt(row, list.id);
  const id = idOf(value);
  if (id === null || isRecord(value)) return `no id of a role stands at ${pathText(list.id)}: ${shown(row)}`;
  const name = list.name === undefined ? null : textOf(valueAt(row, list.name));
  if (list.name !== undefined && name === null)
    return `no name of a role stands at ${pathText(list.name)}: ${shown(row)}`;
  const system = list.system === undefined ? false : holds(list.system, row);
  if (typeof system === 'string') return system;
  const plain = typeof value === 'number' ? value : id;
  return name === null
    ? { role: id, value: plain, aliases: [], system }
    : { role: name, value: plain, aliases: name === id ? [] : [id], system };
}

/** What plans know of roles. A name that two roles have cannot be granted by it. */
export function knownRoles(roles: readonly ConnectorRole[]): readonly KnownRole[] {
  const names = new Map<string, number>();
  for (const { role } of roles) names.set(role, (names.get(role) ?? 0) + 1);
  return roles
    .map(({ role, value, aliases }): KnownRole => {
      const many = names.get(role) ?? 1;
      return {
        role: many > 1 ? String(value) : role,
        roleId: String(value),
        aliases: many > 1 ? [] : aliases,
        blocked: null,
      };
    })
    .sort(byKeys(({ role }) => role));
}
