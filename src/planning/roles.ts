import { roleKey } from '../model/assignment.js';
import { cut } from '../model/label.js';
import type { KnownRole, LiveScope } from '../model/live.js';
import type { ScopeTraits } from '../model/scope.js';
import { roleHint } from './suggestions.js';

/** What a role of the files is in the API. */
export interface ResolvedRole {
  readonly role: string;
  readonly roleId: string | null;
  /** Why it cannot be given; null where it can. */
  readonly blocked: string | null;
  /** How high it is, where roles have an order. */
  readonly rank?: number;
  /** Nobody can tell which role of the API is meant. */
  readonly unclear: boolean;
}

/**
 * Role names of the files as the API knows them, in the API's spelling where one was seen. A role whose id nobody can
 * tell is blocked, and so is one the API says cannot be assigned here.
 */
export function roleResolver(
  live: LiveScope | undefined,
  traits: ScopeTraits,
): (written: string) => ResolvedRole {
  const known = new Map<string, KnownRole>();
  for (const role of live?.roles ?? []) {
    for (const alias of role.aliases) {
      const key = roleKey(alias, traits.rolesIgnoreCase);
      if (!known.has(key)) known.set(key, role);
    }
  }
  for (const role of live?.roles ?? []) known.set(roleKey(role.role, traits.rolesIgnoreCase), role);
  const hint = roleHint((live?.roles ?? []).flatMap(({ role, blocked }) => (blocked === null ? [role] : [])));
  const resolved = new Map<string, ResolvedRole>();
  return (written) => {
    let role = resolved.get(written);
    if (role === undefined) {
      role = resolve(written, known, traits, live?.complete !== false, hint);
      resolved.set(written, role);
    }
    return role;
  };
}

function resolve(
  written: string,
  known: ReadonlyMap<string, KnownRole>,
  traits: ScopeTraits,
  complete: boolean,
  hint: (written: string) => string,
): ResolvedRole {
  const key = roleKey(written, traits.rolesIgnoreCase);
  const role = known.get(key);
  if (role !== undefined) {
    const { roleId, blocked, rank, unclear = false } = role;
    return { role: role.role, roleId, blocked, unclear, ...(rank === undefined ? {} : { rank }) };
  }
  const reason = unknownRole(JSON.stringify(cut(written)), traits, complete);
  return { role: key, roleId: null, blocked: `${reason}${hint(written)}`, unclear: true };
}

/** Why a role cannot be given. It is called unknown only if the list of roles was read whole. */
function unknownRole(role: string, traits: ScopeTraits, complete: boolean): string {
  const owner = traits.rootKind ?? traits.kind;
  if (traits.roleIdSetting !== null) {
    return `the id of role ${role} is not known: nobody holds it here, and ${traits.roleIdSetting} does not name it`;
  }
  return complete
    ? `the ${owner} has no role ${role}`
    : `the role ${role} is not in the list of the ${owner}, which could not be read whole`;
}
