import type { LiveRoot } from './live.js';
import { byKeys } from './ordering.js';
import type { Scope } from './scope.js';

/** What the last runs saw of one organization or account: names of roles and addresses of scopes, nothing of people. */
export interface CachedRoot {
  /** Base URL of the provider, so that a test system's roles are not taken for another's. */
  readonly url: string;
  /** Address of the root. */
  readonly root: string;
  /** When it was last read, epoch milliseconds. */
  readonly at: number;
  /** Names of the roles that can be granted, by kind of scope. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Addresses of scopes. */
  readonly scopes: readonly string[];
}

/** Keeps roots from one run to the next. Neither function ever fails: what cannot be read or written is not there. */
export interface RoleCache {
  readonly read: () => Promise<readonly CachedRoot[]>;
  readonly update: (change: (roots: readonly CachedRoot[]) => readonly CachedRoot[]) => Promise<void>;
}

/** Roots that are kept, roles of one kind and scopes of one root. */
const MOST = { roots: 100, roles: 300, scopes: 300 } as const;
/** Characters of a name that is kept. */
const LONGEST = 100;

/** Whether a name may be kept: one line that a terminal shows as it is, and that holds no e-mail. */
export function isKept(name: string): boolean {
  return name.length <= LONGEST && /^[^\p{C}\p{Zl}\p{Zp}@]+$/u.test(name);
}

/** The roots with what was just read of one provider. A kind of scope that was not read whole stays as it was. */
export function withRead(
  cached: readonly CachedRoot[],
  read: Iterable<LiveRoot>,
  { url, at }: Pick<CachedRoot, 'url' | 'at'>,
): readonly CachedRoot[] {
  const roots = new Map(cached.map((each) => [keyOf(each), each]));
  for (const live of read) {
    const key = keyOf({ url, root: live.root.address });
    const roles = rolesOf(live);
    if (Object.keys(roles).length === 0) continue;
    const before = roots.get(key);
    const addresses = live.scopes.filter(({ complete }) => complete).map(({ scope }) => scope.address);
    roots.set(key, {
      url,
      root: live.root.address,
      at,
      roles: { ...before?.roles, ...roles },
      scopes: unique([...addresses, ...(before?.scopes ?? [])]).slice(0, MOST.scopes),
    });
  }
  const latest = [...roots.values()].toSorted(byKeys<CachedRoot>(({ at: when }) => -when, keyOf));
  return latest.slice(0, MOST.roots);
}

function keyOf({ url, root }: Pick<CachedRoot, 'url' | 'root'>): string {
  return JSON.stringify([url, root]);
}

function rolesOf({ scopes }: LiveRoot): CachedRoot['roles'] {
  const roles = new Map<string, readonly string[]>();
  for (const { scope, complete, roles: known } of scopes) {
    if (!complete) continue;
    const names = known
      .filter(({ blocked, unclear }) => blocked === null && unclear !== true)
      .flatMap(({ role, aliases }) => [role, ...aliases]);
    if (names.length > 0) roles.set(scope.kind, [...(roles.get(scope.kind) ?? []), ...names]);
  }
  return Object.fromEntries(
    [...roles].map(([kind, names]) => [kind, unique(names).sort().slice(0, MOST.roles)]),
  );
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].filter(isKept);
}

/** The names of roles that a provider listed for a kind of scope, sorted, and when it last did. */
export interface ListedNames {
  readonly names: readonly string[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What is kept of a kind of scope: of the scope's own root if that is there, else of all roots of the provider. */
export function listedFor(
  { provider, kind, rootAddress }: Pick<Scope, 'provider' | 'kind' | 'rootAddress'>,
  url: string,
  cached: readonly CachedRoot[],
): ListedNames | null {
  const all = cached.filter(
    (each) => each.url === url && each.root.startsWith(`${provider}/`) && each.roles[kind] !== undefined,
  );
  const own = all.filter(({ root }) => root === rootAddress);
  const roots = own.length > 0 ? own : all;
  if (roots.length === 0) return null;
  return {
    names: [...new Set(roots.flatMap(({ roles }) => roles[kind] ?? []))].sort(),
    at: Math.max(...roots.map(({ at }) => at)),
  };
}
