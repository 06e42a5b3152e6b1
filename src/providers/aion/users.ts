import type { ReadClient } from '../../http/request.js';
import { asciiLower } from '../../model/ascii.js';
import type { LiveUser } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import type { PrincipalRef } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { credentialOf } from '../connection.js';
import { shown } from '../fields.js';
import { type ListRead, readList } from '../list.js';
import { parseUser, usersPath } from './api.js';
import { usersPage } from './pages.js';
import type { AionContext } from './rows.js';

/** Reads the users of an account (N8), in the order of their ids. */
export async function readUsers(
  root: Scope,
  client: ReadClient,
  { settings }: AionContext,
): Promise<ListRead<LiveUser>> {
  const { rows, problems, failure } = await readList(client, {
    ...(Object.hasOwn(settings.otherUrls, 'usersUrl') ? { base: 'usersUrl' } : {}),
    path: usersPath(root.id),
    credential: credentialOf(settings, root),
    pageOf: usersPage,
    rowOf: parseUser,
    identity: ({ id }) => `the user ${shown(id)}`,
  });
  return {
    rows: [...rows].sort(byKeys(({ id }) => id)),
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
