import type { ReadClient } from '../../http/request.js';
import { asciiLower } from '../../model/ascii.js';
import type { LiveUser } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import type { PrincipalRef } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { ask } from '../asking.js';
import { credentialOf } from '../connection.js';
import { parseUsers, type UserList, usersPath } from './api.js';
import type { AionContext } from './rows.js';

/** Reads the users of an account (N8). */
export async function readUsers(
  root: Scope,
  client: ReadClient,
  { settings }: AionContext,
): Promise<UserList> {
  const asked = await ask(client, {
    ...(Object.hasOwn(settings.otherUrls, 'usersUrl') ? { base: 'usersUrl' } : {}),
    path: usersPath(root.id),
    credential: credentialOf(settings, root),
  });
  const { users, problems, failure } = asked.ok
    ? parseUsers(asked.body)
    : { users: [], problems: [asked.failure.message], failure: asked.failure };
  return {
    users: [...users].sort(byKeys(({ id }) => id)),
    problems: problems.map((problem) => `the users of the account: ${problem}`),
    failure,
  };
}

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
