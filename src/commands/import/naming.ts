import { nameIn } from '../../model/principal.js';
import type { Person } from '../../model/desired.js';
import type { LiveRoot } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';
import { type PrincipalId, principalAddress } from '../../model/principal.js';
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
