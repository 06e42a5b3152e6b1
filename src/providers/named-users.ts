import type { LiveUser } from '../model/live.js';
import { asciiLower, type PrincipalRef } from '../model/principal.js';

/** Where nothing is pruned, so many users beyond those named are read all the same, so that unlisted roles are seen. */
export const FEW_OTHERS = 25;

/** The listed users that the files name, each once. An e-mail that fits two names neither. */
export function namedUsers(users: readonly LiveUser[], named: readonly PrincipalRef[]): readonly LiveUser[] {
  const ids = new Set(users.map(({ id }) => id));
  const idsByEmail = new Map<string, string | null>();
  for (const { id, email } of users) {
    if (email !== null) idsByEmail.set(email, idsByEmail.has(email) ? null : id);
  }
  const wanted = new Set<string>();
  for (const { kind, by, value } of named) {
    const id = by === 'email' ? (idsByEmail.get(asciiLower(value)) ?? null) : value;
    if (kind === 'user' && id !== null && ids.has(id)) wanted.add(id);
  }
  return users.filter(({ id }) => wanted.has(id));
}
