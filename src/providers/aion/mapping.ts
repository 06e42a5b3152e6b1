import { withArticle } from '../../model/label.js';
import type { Keep, KnownRole, LiveAssignment } from '../../model/live.js';
import { byCodeUnit, byKeys, groupBy } from '../../model/ordering.js';
import type { PrincipalId } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import type { RoleItem, RoleRow } from './api.js';
import { type AionOptions, keptByOptions } from './options.js';

export type Catalogue = ReadonlyMap<string, RoleItem>;

/** A row as an assignment. Plans name an Aion role by its id. */
export function assignmentOf(
  principal: PrincipalId,
  row: RoleRow,
  roles: Catalogue,
  options: AionOptions,
): LiveAssignment {
  const keep = keepOf(principal, row, roles.get(row.roleId), options);
  return { principal, role: row.roleId, roleId: row.roleId, status: row.status, keep };
}

function keepOf(
  { kind }: PrincipalId,
  { roleId, projectId }: RoleRow,
  role: RoleItem | undefined,
  options: AionOptions,
): Keep | null {
  const kept = keptByOptions(roleId, options);
  if (kept === 'system-role') return kept;
  if (kind === 'group') return 'group';
  if (role === undefined) return 'unknown-role';
  if (role.scope === 'RESOURCE') return 'resource-role';
  if (role.scope === 'PROJECT' && projectId === null) return 'project-missing';
  if (role.scope !== 'PROJECT' && projectId !== null) return 'unknown-role';
  return kept;
}

/**
 * The roles of an account, as they may be granted in one scope of it. The files may say a role's name too, where that
 * fits one role that can be granted here, and is not another one's id.
 */
export function knownRoles(roles: readonly RoleItem[], scope: Scope): readonly KnownRole[] {
  const ids = new Set(roles.map(({ id }) => id));
  const named = groupBy(
    roles.filter(({ name }) => name !== null && !ids.has(name)),
    ({ name }) => name ?? '',
  );
  const aliasOf = new Map<RoleItem, string>();
  const ambiguous: KnownRole[] = [];
  for (const [name, all] of named) {
    const grantable = all.filter((role) => blockedIn(role, scope) === null);
    const [first] = grantable.length > 0 ? grantable : all;
    if (grantable.length > 1) ambiguous.push(ambiguousName(name, grantable));
    else if (first !== undefined) aliasOf.set(first, name);
  }
  const known = roles.map((role): KnownRole => {
    const alias = aliasOf.get(role);
    const aliases = alias === undefined ? [] : [alias];
    return { role: role.id, roleId: role.id, aliases, blocked: blockedIn(role, scope) };
  });
  return [...known, ...ambiguous].sort(byKeys(({ role }) => role));
}

function ambiguousName(name: string, roles: readonly RoleItem[]): KnownRole {
  const ids = roles.map(({ id }) => id).sort(byCodeUnit);
  const blocked = `the name "${name}" fits several roles (${ids.join(', ')}): write the id of the one that is meant`;
  return { role: name, roleId: ids[0] ?? '', aliases: [], blocked, unclear: true };
}

function blockedIn(
  { id, scope: roleScope, projectId }: RoleItem,
  { kind, id: scopeId }: Scope,
): string | null {
  if (roleScope === 'RESOURCE') return `"${id}" is a role of RESOURCE scope, which this API cannot assign`;
  const fitting = kind === 'project' ? 'PROJECT' : 'ACCOUNT';
  if (roleScope !== fitting)
    return `"${id}" is a role of ${roleScope} scope, and this is a document of ${withArticle(kind)}`;
  if (kind === 'project' && projectId !== null && projectId !== scopeId) {
    return `"${id}" is a custom role of another project, "${projectId}"`;
  }
  return null;
}
