import type { Person } from '../../model/desired.js';
import type { Keep, LiveAssignment, LiveRoot, LiveScope } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';
import { nameIn, type PrincipalId, principalAddress } from '../../model/principal.js';
import type { RootIdentities } from '../../planning/identities.js';
import type { EntryName } from '../../editing/entries.js';

export type Naming = (principal: PrincipalId) => EntryName;

/**
 * How the principals of a root are named in files: known people by their key, else by e-mail where it is one user's
 * alone, else by id.
 */
export function namingOf(root: LiveRoot, identities: RootIdentities, people: readonly Person[]): Naming {
  const users = new Map([...(root.outsiders ?? []), ...root.users].map((user) => [user.id, user]));
  const mails = groupBy(users.values(), ({ email }) => email);
  const keys = new Set(people.map(({ key }) => key));
  return (principal) => {
    const address = principalAddress(principal.kind, principal.id);
    const byId = { text: `${principal.kind}:${principal.id}`, comment: null };
    if (principal.kind === 'group') return byId;
    const person = identities.person(address);
    if (person !== null && isPlainName(person.key)) return { text: person.key, comment: null };
    const user = users.get(principal.id);
    const { email = null, name: comment = null } = user ?? {};
    const usable = email !== null && email.includes('@') && isPlainName(email) && !keys.has(email);
    if (!usable || identities.user(principal.id) === null || mails.get(email)?.length !== 1)
      return { ...byId, comment: comment ?? email };
    return { text: email, comment };
  };
}

function isPlainName(text: string): boolean {
  return /\S/u.test(text) && nameIn(text).kind === 'name';
}

/** Why an entry cannot ask for a live assignment; null if it can. */
export function unmanageable(row: LiveAssignment, live: LiveScope): string | null {
  if (row.keep === null) return null;
  if (row.keep !== 'group') return reasonOf(row.keep);
  const role = live.roles.find(({ roleId }) => roleId === row.roleId);
  return role === undefined ? reasonOf('unknown-role') : role.blocked;
}

function reasonOf(keep: Exclude<Keep, 'group'>): string | null {
  switch (keep) {
    case 'system-role':
      return 'a system role';
    case 'resource-role':
      return 'a role of RESOURCE scope, which the API cannot assign';
    case 'unknown-role':
      return 'a role that cannot be assigned here';
    case 'project-missing':
      return 'a role of PROJECT scope without its project';
    case 'inherited':
      return 'inherited from another scope';
    case 'maybe-inherited':
      return null;
  }
}
