import type { ProbeAnswer, ProbeRequest } from '../../../http/probe.js';
import { count } from '../../../model/label.js';
import type { Scope } from '../../../model/scope.js';
import { credentialName, type ProviderSettings } from '../../../model/settings.js';
import { isRecord } from '../../../model/record.js';
import type { ProbeRoot, ProbeSubject, SeenAnswer } from '../../doctor.js';
import { countOf, fieldsOf } from '../../fields.js';
import { rolesOfPath, rolesPath, usersPath } from '../api.js';

/** An id that no account, user, group or role has. */
export const noSuchId = 'rolecall-doctor-no-such-id';

/** Asks, unless the same was answered before: a probe may need what another one saw. */
export async function answerTo(subject: ProbeSubject, request: ProbeRequest): Promise<ProbeAnswer> {
  return answersSeen(subject, request)[0] ?? (await subject.ask(request));
}

/** What a request was answered so far, failures of the server left out. */
export function answersSeen(
  { seen }: Pick<ProbeSubject, 'seen'>,
  { base = 'default', path }: ProbeRequest,
): readonly SeenAnswer[] {
  return seen.filter(
    (answer) =>
      answer.base === base && answer.path === path && !answer.invalidCredential && answer.status < 500,
  );
}

/** The first role of an account (N4): few bytes, and who may not have them cannot be asked about anything. */
export function accountRequest(root: Scope, settings: ProviderSettings): ProbeRequest {
  return { path: `${rolesPath(root.id)}?page=1&pageSize=1`, credential: credentialName(settings, root) };
}

/** So many accounts are asked at most, and so many of those that answer are looked at. */
const [mostAsked, mostAccounts] = [5, 3];

/** The accounts that answer. Why another one does not, its read says. */
export async function accountsToAsk(subject: ProbeSubject): Promise<readonly ProbeRoot[]> {
  const roots = subject.roots.slice(0, mostAsked);
  const answers = await Promise.all(
    roots.map(({ root }) => answerTo(subject, accountRequest(root, subject.settings))),
  );
  return roots.filter((_, index) => isList(answers[index])).slice(0, mostAccounts);
}

function isList(answer: ProbeAnswer | undefined): boolean {
  return answer !== undefined && listIn(answer) !== null;
}

/** The users of an account (N8), of the users service. */
export function usersRequest(root: Scope, settings: ProviderSettings): ProbeRequest {
  return {
    ...(Object.hasOwn(settings.otherUrls, 'usersUrl') ? { base: 'usersUrl' } : {}),
    path: usersPath(root.id),
    credential: credentialName(settings, root),
  };
}

/** The roles of a user or group (N6); no query unless one is given. */
export function rowsRequest(
  root: Scope,
  settings: ProviderSettings,
  assigneeId: string,
  query: Readonly<Record<string, string>> = {},
): ProbeRequest {
  const path = rolesOfPath(root.id, assigneeId);
  const search = new URLSearchParams(query).toString();
  return {
    path: search === '' ? path : `${path}?${search}`,
    credential: credentialName(settings, root),
  };
}

/** The list that an answer holds, as far as it says. */
export interface SeenList {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly total: number | null;
  readonly pageSize: number | null;
}

/** The list under `data` (N4, N6) or `users` (N8) of a 2xx answer; null where there is none. */
export function listIn(answer: Pick<ProbeAnswer, 'status'> & { readonly body?: unknown }): SeenList | null {
  const { status = 0, body } = answer;
  const { data, users, meta, total } = fieldsOf(body);
  const rows = Array.isArray(data) ? data : users;
  if (status < 200 || status > 299 || !Array.isArray(rows)) return null;
  const stated = fieldsOf(meta);
  return {
    rows: rows.filter(isRecord),
    total: countOf(stated['total']) ?? countOf(total),
    pageSize: countOf(stated['pageSize']),
  };
}

/** What an answer was, in words that go on `was answered`. */
export function answerWords(answer: ProbeAnswer): string {
  if (answer.failure !== undefined) return `by nothing (${answer.failure.message})`;
  if (answer.status < 200 || answer.status > 299) return `${answer.status}`;
  const list = listIn(answer);
  return list === null
    ? `${answer.status} without a list`
    : `${answer.status} with ${count(list.rows.length, 'row')}`;
}

/** What a row of any list says, without its times, which may change from answer to answer. */
export function rowKey(row: SeenList['rows'][number]): string {
  const { id, email, roleId, projectId, scope, status } = row;
  return JSON.stringify([id, email, roleId, projectId, scope, status]);
}

/** A list that the API answered in pages, put together. */
export interface WholeList {
  readonly rows: SeenList['rows'];
  readonly total: number | null;
}

/** What `path` was answered, over all pages and queries, each row once; null where it never was a list. */
export function listSeen(
  { seen }: Pick<ProbeSubject, 'seen'>,
  path: string,
  base = 'default',
): WholeList | null {
  const lists = seen
    .filter(
      (answer) => answer.base === base && !answer.invalidCredential && answer.path.split('?')[0] === path,
    )
    .flatMap((answer) => listIn(answer) ?? []);
  if (lists.length === 0) return null;
  const rows = new Map(lists.flatMap(({ rows: all }) => all.map((row) => [rowKey(row), row])));
  return {
    rows: [...rows.values()],
    total: lists.map(({ total }) => total).find((total) => total !== null) ?? null,
  };
}
