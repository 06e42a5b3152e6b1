import { countOf, fieldsOf, textOf } from '../fields.js';

/** The items of apis.md (C18 to C25) that the settings decide. */
export interface AionOptions {
  readonly roleChange: 'put' | 'grant-then-revoke';
  readonly revoke: 'delete' | 'deactivate';
  readonly groups: 'users-path' | 'write-only';
  readonly systemRoles: ReadonlySet<string>;
  /** Whether the list of somebody's roles shows inactive ones where it is not asked for them (B2.4). */
  readonly inactiveRows: 'listed' | 'hidden';
  readonly userRoles: 'direct' | 'may-include-inherited';
  /** How the roles of a user are paged; that is not documented (B2.4). */
  readonly pageParameters: PageParameters;
  /** Whose roles are read where nothing is pruned: of everyone, of those the files name, or of everyone if they are few. */
  readonly readUsers: 'auto' | 'all' | 'named';
}

export interface PageParameters {
  readonly page: string;
  readonly size: string;
  /** Rows asked for at once. */
  readonly max: number;
}

/** How the list of roles is paged (N4). */
export const documentedPages: PageParameters = { page: 'page', size: 'pageSize', max: 100 };

/** The options of settings that were checked against their schema, defaults filled in. */
export function aionOptions(raw: Readonly<Record<string, unknown>>): AionOptions {
  const { page, size, max } = fieldsOf(raw['pageParameters']);
  const { systemRoles } = raw;
  return {
    roleChange: raw['roleChange'] === 'grant-then-revoke' ? 'grant-then-revoke' : 'put',
    revoke: raw['revoke'] === 'deactivate' ? 'deactivate' : 'delete',
    groups: raw['groups'] === 'write-only' ? 'write-only' : 'users-path',
    systemRoles: new Set(Array.isArray(systemRoles) ? systemRoles.map(String) : ['team_member']),
    inactiveRows: raw['inactiveRows'] === 'hidden' ? 'hidden' : 'listed',
    userRoles: raw['userRoles'] === 'may-include-inherited' ? 'may-include-inherited' : 'direct',
    pageParameters: {
      page: textOf(page) ?? documentedPages.page,
      size: textOf(size) ?? documentedPages.size,
      max: countOf(max) ?? documentedPages.max,
    },
    readUsers: raw['readUsers'] === 'all' ? 'all' : raw['readUsers'] === 'named' ? 'named' : 'auto',
  };
}

/** What the settings say keeps a user's role from being pruned. */
export function keptByOptions(
  role: string,
  { systemRoles, userRoles }: AionOptions,
): 'system-role' | 'maybe-inherited' | null {
  if (systemRoles.has(role)) return 'system-role';
  return userRoles === 'may-include-inherited' ? 'maybe-inherited' : null;
}
