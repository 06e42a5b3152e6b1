import type { ReadClient } from '../../http/request.js';
import type { Scope } from '../../model/scope.js';
import { credentialName, type ProviderSettings } from '../../model/settings.js';
import { type ListRead, type PagedList, readList } from '../list.js';
import {
  type EnvironmentItem,
  environmentsPath,
  type Membership,
  parseEnvironment,
  parseMembership,
  type RedoxKind,
  roleAssignmentPath,
} from './api.js';
import type { RedoxOptions } from './options.js';
import { redoxPage } from './pages.js';

/** What reading and writing need to know beside the request. */
export interface RedoxContext {
  readonly settings: ProviderSettings;
  readonly options: RedoxOptions;
}

/**
 * Reads the members of an organization with their roles (R1). It keeps at least one owner (R9), so that a list without
 * rows is not believed.
 */
export async function readMembers(
  root: Scope,
  client: ReadClient,
  context: RedoxContext,
): Promise<ListRead<Membership>> {
  const read = await readMemberships(root, 'organization', client, context);
  if (read.rows.length > 0 || read.problems.length > 0) return read;
  const problem = 'the API lists no members, and an organization has at least one owner';
  return { rows: [], problems: [problem], failure: null };
}

/** Reads who holds a role in an organization (R1) or environment (R3). */
export function readMemberships(
  scope: Scope,
  kind: RedoxKind,
  client: ReadClient,
  { settings, options }: RedoxContext,
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
  client: ReadClient,
  { settings }: RedoxContext,
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
