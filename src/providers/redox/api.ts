import type { HttpResponse, ReadClient } from '../../http/request.js';
import { isRecord } from '../../model/record.js';
import { encodeId, isId, type Scope } from '../../model/scope.js';
import { credentialName, type ProviderSettings } from '../../model/settings.js';
import { countOf, emailOf, fieldsOf, idOf, shown, textOf } from '../fields.js';
import type { ListRead, NextPage, Page, PagedList, PagePosition } from '../list.js';
import { readList } from '../list.js';
import type { RedoxOptions } from './options.js';

export type RedoxKind = 'organization' | 'environment';

/** A row of a role-assignment list (R1, R3), as far as it is used. */
export interface Membership {
  /** Of the organization or environment. */
  readonly name: string | null;
  readonly role: { readonly id: string; readonly name: string };
  readonly user: {
    readonly id: string;
    readonly fullname: string | null;
    readonly email: string | null;
    readonly lastLogin: string | null;
    readonly verified2fa: boolean | null;
  };
}

/** An environment the credential's user is a member of (R7). */
export interface EnvironmentItem {
  readonly id: string;
  readonly name: string | null;
  /** Such as `Production`; null where the API does not say. */
  readonly flag: string | null;
}

/** Where the assignments of an organization or environment are listed and written (A2); relative to `/platform`. */
export function roleAssignmentPath(kind: RedoxKind, id: string, options: RedoxOptions): string {
  const segment = kind === 'organization' ? 'organizations' : options.environmentPath;
  return `/v1/${segment}/${encodeId(id)}/role-assignment`;
}

/** Where the environments of an organization are listed (R7). */
export function environmentsPath(organizationId: string): string {
  return `/v1/organizations/${encodeId(organizationId)}/environments`;
}

/** A row of the list of one organization or environment, or what is wrong with it. */
function parseMembership(row: unknown, kind: RedoxKind, id: string): Membership | string {
  const fields = fieldsOf(row);
  const user = fieldsOf(fields['user']);
  const role = fieldsOf(fields['role']);
  const owner = fields[kind];
  const userId = idOf(user['id']);
  const roleId = idOf(role['id']);
  const roleName = textOf(role['name']);
  if (userId === null || !isId(userId)) return `a row has no usable user.id: ${shown(row)}`;
  if (roleId === null) return `the row of user ${shown(userId)} has no usable role.id`;
  if (roleName === null) return `the row of user ${shown(userId)} has no role.name`;
  if (owner !== undefined && idOf(fieldsOf(owner)['id']) !== id) {
    return `the row of user ${shown(userId)} is of ${kind} ${shown(fieldsOf(owner)['id'])}, not ${shown(id)}`;
  }
  const { verified2fa } = user;
  return {
    name: textOf(fieldsOf(owner)['name']),
    role: { id: roleId, name: roleName },
    user: {
      id: userId,
      fullname: textOf(user['fullname']),
      email: emailOf(user['lowercaseEmail']),
      lastLogin: textOf(user['lastLogin']),
      verified2fa: typeof verified2fa === 'boolean' ? verified2fa : null,
    },
  };
}

/** An item of the list of environments, or what is wrong with it. */
export function parseEnvironment(row: unknown): EnvironmentItem | string {
  const fields = fieldsOf(row);
  const id = idOf(fields['id']);
  if (id === null || !isId(id)) return `an environment has no usable id: ${shown(row)}`;
  return { id, name: textOf(fields['name']), flag: textOf(fields['environmentFlag']) };
}

/**
 * A page of the list under `payload[key]`. What stands in its `meta.page` (R22) is not documented for role assignments,
 * and is heeded where it comes.
 * @param baseUrl the provider's base URL, which `position.path` is relative to
 */
export function redoxPage(
  { body }: Pick<HttpResponse, 'body'>,
  { path, pages }: PagePosition,
  list: { readonly baseUrl: string; readonly key: string },
): Page | string {
  const { meta, payload } = fieldsOf(body);
  if (!isRecord(payload)) return `the answer has no payload: ${shown(body)}`;
  const rows: unknown = payload[list.key];
  if (!Array.isArray(rows)) return `payload.${list.key} is no list: ${shown(rows)}`;
  const page = fieldsOf(fieldsOf(meta)['page']);
  const next = nextPage(fieldsOf(page['links'])['next'], list.baseUrl, path);
  const totalPages = countOf(page['totalPages']);
  return {
    rows,
    total: totalOf([page, fieldsOf(meta), payload]),
    number: countOf(page['currentPage']),
    next,
    problems:
      next === null && totalPages !== null && pages < totalPages
        ? [`${pages} of ${totalPages} pages came`]
        : [],
  };
}

/** The first total that is stated in one of these places. */
function totalOf(places: readonly Readonly<Record<string, unknown>>[]): number | null {
  const names = ['total', 'totalCount', 'totalItems', 'totalElements'];
  const totals = places.flatMap((place) => names.map((name) => countOf(place[name])));
  return totals.find((total) => total !== null) ?? null;
}

/**
 * Follows `meta.page.links.next`: a link lacks the base's path (`/platform`) and the `/v1` (A4), or is absolute. One
 * that leads to another origin is refused, for the credential would go there.
 */
function nextPage(link: unknown, baseUrl: string, path: string): NextPage | null {
  if (link === undefined || link === null || link === '') return null;
  const base = new URL(baseUrl);
  const basePath = base.pathname.replace(/\/+$/u, '');
  const here = `${base.origin}${basePath}${path}`;
  if (typeof link !== 'string' || !URL.canParse(link, here)) {
    return { problem: `the link to the next page cannot be followed: ${shown(link)}` };
  }
  const url = new URL(link, here);
  if (url.origin !== base.origin) {
    return {
      problem: `the link to the next page leads to another origin and is not followed: ${shown(link)}`,
    };
  }
  const inside = url.pathname.startsWith(`${basePath}/v1/`)
    ? url.pathname.slice(basePath.length)
    : url.pathname;
  return { path: `${inside.startsWith('/v1/') ? inside : `/v1${inside}`}${url.search}` };
}

/** What reading and writing need to know beside the request. */
export interface RedoxContext {
  readonly settings: ProviderSettings;
  readonly options: RedoxOptions;
}

/** What reading needs. */
export interface RedoxReads extends RedoxContext {
  readonly client: ReadClient;
}

/**
 * Reads the members of an organization with their roles (R1). It keeps at least one owner (R9), so that a list without
 * rows is not believed.
 */
export async function readMembers(root: Scope, context: RedoxReads): Promise<ListRead<Membership>> {
  const read = await readMemberships(root, 'organization', context);
  if (read.rows.length > 0 || read.problems.length > 0) return read;
  const problem = 'the API lists no members, and an organization has at least one owner';
  return { ...read, problems: [problem] };
}

/** Reads who holds a role in an organization (R1) or environment (R3). */
export function readMemberships(
  scope: Scope,
  kind: RedoxKind,
  { settings, options, client }: RedoxReads,
): Promise<ListRead<Membership>> {
  return readList(client, {
    path: roleAssignmentPath(kind, scope.id, options),
    credential: credentialName(settings, scope),
    pageOf: pagesOf('memberships', settings),
    rowOf: (row) => parseMembership(row, kind, scope.id),
    identity: ({ user }) => `user ${JSON.stringify(user.id)}`,
  });
}

/** Reads the environments of an organization, as far as the API lists them (R7). */
export function readEnvironments(
  root: Scope,
  { settings, client }: RedoxReads,
): Promise<ListRead<EnvironmentItem>> {
  return readList(client, {
    path: environmentsPath(root.id),
    credential: credentialName(settings, root),
    pageOf: pagesOf('environments', settings),
    rowOf: parseEnvironment,
    identity: ({ id }) => `environment ${JSON.stringify(id)}`,
  });
}

function pagesOf(key: string, { url: baseUrl }: ProviderSettings): PagedList<never>['pageOf'] {
  return (response, position) => redoxPage(response, position, { baseUrl, key });
}
