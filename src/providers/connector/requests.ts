import type { Method } from '../../http/request.js';
import type { Kind, Write } from './connector.js';
import { variablesIn, variablesInBody } from './templates.js';

/** The method and template of a write. */
export function requestOf(write: Write): {
  readonly method: Exclude<Method, 'GET'>;
  readonly template: string;
} {
  for (const [key, method] of METHODS) {
    const template = write[key];
    if (template !== undefined) return { method, template };
  }
  throw new Error('a write names no method');
}

/** The names that the URL and the body of a write use. */
export function variablesOfWrite(write: Write): readonly string[] {
  return [...variablesIn(requestOf(write).template), ...variablesInBody(write.body)];
}

/** Whether a write sends all roles that a person holds then, in place of those held before. */
export function sendsAllRoles(write: Write | string | undefined): boolean {
  return typeof write === 'object' && variablesOfWrite(write).includes('roles');
}

/** The keys of a kind that hold requests. */
export type WriteKey = 'grant' | 'grantFirst' | 'change' | 'revoke' | 'revokeLast';

const WRITE_KEYS: readonly WriteKey[] = ['grant', 'grantFirst', 'change', 'revoke', 'revokeLast'];

/** The requests that a kind describes, with their keys. */
export function requestsOf(kind: Kind): readonly { readonly key: WriteKey; readonly write: Write }[] {
  return WRITE_KEYS.flatMap((key) => {
    const write = kind[key];
    return typeof write === 'object' ? [{ key, write }] : [];
  });
}

/** Whether what a write of a kind sends hangs on all roles that the person holds right then. */
export function replacesRoles(kind: Kind): boolean {
  return requestsOf(kind).some(
    ({ key, write }) => key === 'grantFirst' || key === 'revokeLast' || sendsAllRoles(write),
  );
}

/** How a kind replaces one role by another. A grant that sends all roles does both at once. */
export function changeOf({ grant, change }: Pick<Kind, 'grant' | 'change'>): NonNullable<Kind['change']> {
  return change ?? (sendsAllRoles(grant) ? 'grant' : 'grant-then-revoke');
}

const METHODS = [
  ['put', 'PUT'],
  ['post', 'POST'],
  ['patch', 'PATCH'],
  ['delete', 'DELETE'],
] as const;
