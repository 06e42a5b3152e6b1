import type { LiveAssignment } from '../../model/live.js';
import { byKeys, groupBy } from '../../model/ordering.js';
import { shown } from '../fields.js';
import type { ConnectorRole } from './roles.js';
import type { Holder } from './rows.js';

/**
 * One assignment for each person and role, however many lists have it. A direct one says more than a pending one, and that
 * more than an inherited one.
 */
export function assignmentsOf(
  holders: readonly Holder[],
  roles: readonly ConnectorRole[],
): readonly LiveAssignment[] {
  const system = new Set(roles.filter((role) => role.system).map(({ role }) => role));
  const rows = new Map<string, LiveAssignment>();
  const ranked = holders.toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const { person, role, value, assignmentId, inherited, pending, known } of ranked) {
    const key = JSON.stringify([person, role]);
    if (rows.has(key)) continue;
    const keep = inherited ? 'inherited' : system.has(role) ? 'system-role' : known ? null : 'unknown-role';
    const principal = { kind: 'user', id: person } as const;
    rows.set(key, {
      principal,
      role,
      roleId: String(value),
      status: 'active',
      keep,
      ...(assignmentId === null ? {} : { assignmentId }),
      ...(pending ? { pending } : {}),
    });
  }
  return [...rows.values()].sort(
    byKeys(
      ({ principal }) => principal.id,
      ({ role }) => role,
    ),
  );
}

/** Rows that one list repeats: its pages shifted while they were read, or it is not what the connector takes it for. */
export function listedTwice(rows: readonly Holder[]): readonly string[] {
  const seen = new Set<string>();
  const keys = rows.map(({ person, role, scopeId }) => JSON.stringify([person, role, scopeId]));
  const twice = rows.find((_, index) => seen.size === seen.add(keys[index] ?? '').size);
  return twice === undefined
    ? []
    : [`${shown(twice.person)} is listed twice with the role ${shown(twice.role)}`];
}

/** Where one role is the most, a direct one stands for what is inherited beside it, and a held one for what is offered. */
export function directFirst(rows: readonly Holder[]): readonly Holder[] {
  const least = new Map<string, number>();
  for (const row of rows) least.set(row.person, Math.min(rankOf(row), least.get(row.person) ?? rankOf(row)));
  return rows.filter((row) => rankOf(row) === least.get(row.person));
}

/**
 * Where one role is the most and roles have an order, the highest row of a person; all rows of somebody whose highest one
 * cannot be told.
 */
export function highestOf(rows: readonly Holder[], roles: readonly ConnectorRole[]): readonly Holder[] {
  const ranks = new Map(roles.map(({ role, rank }) => [role, rank]));
  return [...groupBy(rows, ({ person }) => person).values()].flatMap((own) => {
    const ranked = own.map(({ role }) => ranks.get(role) ?? Number.NaN);
    const highest = Math.max(...ranked);
    return Number.isNaN(highest) ? own : own.filter((_, index) => ranked[index] === highest);
  });
}

/** How much a row says: a direct one more than a pending one, and that more than an inherited one. */
function rankOf({ inherited, pending }: Holder): number {
  return Number(inherited) * 2 + Number(pending);
}

/** People with several roles where one is the most: the API does not do what the connector says. */
export function severalRoles(rows: readonly Holder[]): readonly string[] {
  const roles = groupBy(
    rows.filter(({ inherited }) => !inherited),
    ({ person }) => person,
  );
  return [...roles]
    .filter(([, own]) => new Set(own.map(({ role }) => role)).size > 1)
    .map(([person]) => `${shown(person)} holds several roles, and the connector says that one is the most`)
    .slice(0, 1);
}
