import type { ProbeAnswer } from '../../../http/probe.js';
import { encodeId, type Scope } from '../../../model/scope.js';
import type { SeenAnswer } from '../../doctor.js';
import { fieldsOf, idOf } from '../../fields.js';
import type { Page } from '../../list.js';
import { type RedoxKind, redoxPage } from '../api.js';

/** A page of a list of role assignments that the API answered. */
export interface SeenList {
  readonly kind: RedoxKind;
  /** Of the organization or environment, as it stands in the path. */
  readonly encodedId: string;
  /** With its query. */
  readonly path: string;
  readonly page: Page;
}

const roleList = /^\/v1\/(organizations|environments?)\/([^/?]+)\/role-assignment(?:\?|$)/u;

/** The lists of role assignments among these answers, in the order of their arrival. */
export function roleLists(seen: readonly SeenAnswer[], baseUrl: string): readonly SeenList[] {
  return seen.flatMap((answer) => {
    const [, segment, encodedId] = roleList.exec(answer.path) ?? [];
    const page = answer.invalidCredential ? null : listIn(answer, answer.path, 'memberships', baseUrl);
    if (segment === undefined || encodedId === undefined || page === null) return [];
    const kind = segment === 'organizations' ? 'organization' : 'environment';
    return [{ kind, encodedId, path: answer.path, page }];
  });
}

/** Of answers to the same path the last. */
export function latest(lists: readonly SeenList[]): readonly SeenList[] {
  return [...new Map(lists.map((list) => [list.path, list])).values()];
}

/** The list under `payload[key]` of an answer; null where its status is not 2xx or it holds no list. */
export function listIn(
  { status, body }: { readonly status: number; readonly body: unknown },
  path: string,
  key: string,
  baseUrl: string,
): Page | null {
  if (status < 200 || status > 299) return null;
  const page = redoxPage({ body }, { path, pages: 1, rowsBefore: 0 }, { baseUrl, key });
  return typeof page === 'string' ? null : page;
}

/** `user.id` and `role.id` of a row, as JSON has them. */
export function idsOf(row: unknown): { readonly user: unknown; readonly role: unknown } {
  const { user, role } = fieldsOf(row);
  return { user: fieldsOf(user)['id'], role: fieldsOf(role)['id'] };
}

/** Whether a list is that of a scope. */
export function isOf({ kind, id }: Scope, list: SeenList): boolean {
  return list.kind === kind && list.encodedId === encodeId(id);
}

/** What came in place of a list: `403`, or why no answer did. */
export function answerWords({ status, failure }: ProbeAnswer): string {
  if (failure !== undefined) return `not at all (${failure.message})`;
  return status < 300 ? `${status} without a list` : String(status);
}

/** The ids of users as text. */
export function userIdsOf(rows: readonly unknown[]): readonly string[] {
  return rows.flatMap((row) => idOf(idsOf(row).user) ?? []);
}
