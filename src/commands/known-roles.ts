import { type CachedRoot, isKept, type ListedNames, listedFor, withRead } from '../model/cached-roles.js';
import type { LiveRoot } from '../model/live.js';
import type { Scope } from '../model/scope.js';
import type { ProviderSettings, Settings } from '../model/settings.js';
import { groupBy } from '../model/ordering.js';
import type { CommandContext } from './context.js';

/** Keeps the roles and scopes that a run read, for later suggestions and completion. */
export async function keepRoles(
  live: Iterable<LiveRoot>,
  providers: ReadonlyMap<string, ProviderSettings>,
  { roleCache, runtime }: Pick<CommandContext, 'roleCache' | 'runtime'>,
): Promise<void> {
  if (roleCache === undefined) return;
  const read = groupBy([...live], ({ root }) => root.provider);
  await roleCache.update((cached) =>
    [...read].reduce<readonly CachedRoot[]>((roots, [name, own]) => {
      const settings = providers.get(name);
      return settings === undefined
        ? roots
        : withRead(roots, own, { url: cachedUrl(settings), at: runtime.now() });
    }, cached),
  );
}

/** The roles that earlier runs listed for a kind of scope; null where none did. */
export type Listed = (scope: Pick<Scope, 'provider' | 'kind' | 'rootAddress'>) => ListedNames | null;

/** What earlier runs listed, as far as it is kept. Sends nothing. */
export async function listedBefore(
  { providers }: Pick<Settings, 'providers'>,
  { roleCache }: Pick<CommandContext, 'roleCache'>,
): Promise<Listed> {
  const cached = (await roleCache?.read()) ?? [];
  return (scope) => {
    const settings = providers.get(scope.provider);
    return settings === undefined ? null : listedFor(scope, cachedUrl(settings), cached);
  };
}

/** What a word of a command line may be. */
export type KnownWords = 'roles' | 'scopes';

/**
 * The roles or scopes to offer to whoever types a command: of the files, and those that earlier runs listed. Sorted;
 * none where there are no usable files. Sends nothing.
 */
export async function knownWords(
  what: KnownWords,
  { workspace, roleCache }: Pick<CommandContext, 'workspace' | 'roleCache'>,
): Promise<readonly string[]> {
  // Whoever presses Tab asked for no message: without files there is nothing to offer.
  const config = await workspace.head().catch(() => null);
  if (config === null) return [];
  const { settings, desired } = config;
  const used = desired.scopes.flatMap(({ scope, roles }) => (what === 'roles' ? roles : [scope.address]));
  const providers = [...(settings?.providers ?? new Map<string, ProviderSettings>())];
  const cached = ((await roleCache?.read()) ?? []).filter(({ url, root }) =>
    providers.some(([name, own]) => root.startsWith(`${name}/`) && cachedUrl(own) === url),
  );
  const listed = cached.flatMap(({ roles, scopes }) =>
    what === 'roles' ? Object.values(roles).flat() : scopes,
  );
  return [...new Set([...used, ...listed])].filter(isKept).sort();
}

/** Without a user, a query or a fragment, which may be secret. */
function cachedUrl({ url }: ProviderSettings): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
