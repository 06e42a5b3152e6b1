import { roleKey } from '../../model/assignment.js';
import type { DesiredScope } from '../../model/desired.js';
import type { KnownRole, LiveScope, LiveState } from '../../model/live.js';
import { byKeys, groupBy } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import type { ListedRole, RoleKind, UnknownRole } from '../../model/role-list.js';
import { type ProviderCatalogue, traitsOf } from '../../model/scope.js';
import { roleResolver } from '../../planning/roles.js';

/** The roles of every kind of scope that was read: those that can be granted, and those that somebody holds. Pure. */
export function listRoles(live: LiveState, catalogue: ProviderCatalogue): readonly RoleKind[] {
  const scopes = [...live.values()].flatMap((root) => root.scopes);
  const kinds = [...catalogue.values()]
    .toSorted(byKeys(({ name }) => name))
    .flatMap(({ name, scopes: all }) => all.map(({ kind }) => ({ provider: name, kind })));
  return kinds.flatMap(({ provider, kind }): RoleKind[] => {
    const read = scopes.filter(({ scope }) => scope.provider === provider && scope.kind === kind);
    if (read.length === 0) return [];
    const complete = read.every((each) => each.complete);
    return [{ provider, kind, scopes: read.length, complete, roles: rolesOf(read, catalogue) }];
  });
}

/** What one scope says of one role. */
interface Sighting {
  readonly live: LiveScope;
  readonly role: Pick<KnownRole, 'role' | 'roleId' | 'aliases' | 'blocked'>;
  /** Each as the root's address and the principal's. */
  readonly holders: readonly string[];
}

function rolesOf(scopes: readonly LiveScope[], catalogue: ProviderCatalogue): readonly ListedRole[] {
  const ranks = new Map(scopes.flatMap(({ roles }) => roles.map(({ roleId, rank = 0 }) => [roleId, rank])));
  const sightings = scopes.flatMap(sightingsIn);
  const ofOne = groupBy(sightings, ({ live: { scope }, role }) =>
    JSON.stringify([roleKey(role.role, traitsOf(catalogue, scope).rolesIgnoreCase), role.roleId]),
  );
  return [...ofOne.values()].map(listedRole).toSorted(
    byKeys(
      ({ id }) => ranks.get(id) ?? 0,
      ({ name }) => name.toLowerCase(),
      ({ name }) => name,
      ({ id }) => id,
    ),
  );
}

function sightingsIn(live: LiveScope): readonly Sighting[] {
  const held = groupBy(live.assignments, ({ roleId }) => roleId);
  const holdersOf = (id: string): readonly string[] =>
    (held.get(id) ?? [])
      .filter(({ status }) => status === 'active')
      .map(({ principal }) =>
        JSON.stringify([live.scope.rootAddress, principalAddress(principal.kind, principal.id)]),
      );
  const known = live.roles
    .filter(({ roleId, blocked, unclear }) => unclear !== true && (blocked === null || held.has(roleId)))
    .map((role) => ({ live, role, holders: holdersOf(role.roleId) }));
  const ids = new Set(known.map(({ role }) => role.roleId));
  const others = [...held].flatMap(([roleId, [{ role }]]): Sighting[] => {
    if (ids.has(roleId)) return [];
    const same = live.roles.find((each) => each.role === role);
    const blocked = same?.blocked ?? `nothing but its holders tells of the role "${role}"`;
    return [{ live, role: { role, roleId, aliases: [], blocked }, holders: holdersOf(roleId) }];
  });
  return [...known, ...others];
}

function listedRole(sightings: readonly [Sighting, ...Sighting[]]): ListedRole {
  const [{ role }] = sightings;
  const grantable = sightings.some((each) => each.role.blocked === null);
  return {
    name: role.role,
    id: role.roleId,
    aliases: [...new Set(sightings.flatMap((each) => each.role.aliases))].sort(),
    holders: new Set(sightings.flatMap(({ holders }) => holders)).size,
    blocked: grantable ? null : role.blocked,
    scopes: sightings
      .map(({ live, holders }) => ({ scope: live.scope.address, holders: new Set(holders).size }))
      .toSorted(byKeys(({ scope }) => scope)),
  };
}

/** The roles that documents of the scopes that were read ask for and that cannot be granted there, each once. Pure. */
export function unknownRoles(
  live: LiveState,
  declared: readonly DesiredScope[],
  catalogue: ProviderCatalogue,
): readonly UnknownRole[] {
  const scopes = new Map(
    [...live.values()].flatMap((root) => root.scopes).map((scope) => [scope.scope.address, scope]),
  );
  return declared.flatMap(({ scope, assignments }): readonly UnknownRole[] => {
    const read = scopes.get(scope.address);
    if (read === undefined) return [];
    const resolve = roleResolver(read, traitsOf(catalogue, scope));
    return [...groupBy(assignments, ({ role }) => role)].flatMap(([role, [{ source }]]) => {
      const { blocked } = resolve(role);
      return blocked === null ? [] : [{ scope: scope.address, role, reason: blocked, source }];
    });
  });
}
