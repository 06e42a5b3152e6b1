import type { KnownRole } from '../../model/live.js';
import { byCodeUnit, byKeys } from '../../model/ordering.js';

/** The spellings and ids seen for a role name, by the name in lower case. */
export type RoleIndex = ReadonlyMap<string, SeenRole>;

interface SeenRole {
  readonly names: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

/** Indexes roles; names match without regard to case (A5). */
export function indexRoles(roles: Iterable<{ readonly id: string; readonly name: string }>): RoleIndex {
  const index = new Map<string, { names: Set<string>; ids: Set<string> }>();
  for (const { id, name } of roles) {
    const key = name.toLowerCase();
    const seen = index.get(key);
    if (seen === undefined) {
      index.set(key, { names: new Set([name]), ids: new Set([id]) });
    } else {
      seen.names.add(name);
      seen.ids.add(id);
    }
  }
  return index;
}

/**
 * The roles that can be granted in a scope. No operation lists them (A3): an id is learned from the scope's own rows,
 * else from the settings, else from the organization's other environments. The name is as the API spells it where it
 * was seen, else in lower case.
 */
export function knownRoles(own: RoleIndex, mapped: RoleIndex, siblings: RoleIndex): readonly KnownRole[] {
  const keys = new Set([...own.keys(), ...mapped.keys(), ...siblings.keys()]);
  const roles = [...keys].map((key): KnownRole => {
    const { ids } = own.get(key) ?? mapped.get(key) ?? siblings.get(key) ?? { ids: new Set<string>() };
    const names = (own.get(key) ?? siblings.get(key))?.names ?? new Set([key]);
    const sorted = [...ids].sort(byCodeUnit);
    const [role = key] = [...names].sort(byCodeUnit);
    const known = { role, roleId: sorted[0] ?? '', aliases: [], blocked: ambiguity(role, sorted) };
    return mapped.has(key) ? known : { ...known, fromHolders: true };
  });
  return roles.sort(byKeys(({ role }) => role));
}

function ambiguity(role: string, ids: readonly string[]): string | null {
  if (ids.length < 2) return null;
  const many = ids.length === 2 ? 'two' : String(ids.length);
  return `the role "${role}" has ${many} ids here (${ids.join(', ')}), so that it cannot be told which is meant`;
}
