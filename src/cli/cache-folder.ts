import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What the location of the cache depends on. */
export interface CacheHost {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's id; undefined where there are none (Windows). */
  readonly uid: number | undefined;
  /** Empty where the user has none. */
  readonly home: string;
}

/** The host that a process runs on. */
export function cacheHostOf({
  platform,
  env,
  getuid,
}: Pick<NodeJS.Process, 'platform' | 'env' | 'getuid'>): CacheHost {
  return { platform, env, uid: getuid?.(), home: homeFolder() };
}

/** Containers run as users that their system does not know; without a variable that names it, such a user has no home. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

/**
 * A folder of this name in the user's cache folder, created if it is missing; null if others can write to it, or it
 * cannot be created.
 */
export function privateFolder(host: CacheHost, name: string): string | null {
  const parent = cacheHome(host);
  if (parent === null) return null;
  const folder = join(parent, 'rolecall', name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    const isPrivate = host.uid === undefined || (uid === host.uid && (mode & 0o022) === 0);
    return isPrivate ? folder : null;
  } catch {
    // Everything works without a cache, only slower or with fewer suggestions.
    return null;
  }
}

function cacheHome({ platform, env, home }: CacheHost): string | null {
  const [variable, fallback] = variableAndFallback(platform);
  const named = env[variable];
  if (named !== undefined && isAbsolute(named)) return named;
  return isAbsolute(home) ? join(home, ...fallback) : null;
}

function variableAndFallback(platform: NodeJS.Platform): readonly [string, readonly string[]] {
  switch (platform) {
    case 'win32':
      return ['LOCALAPPDATA', ['AppData', 'Local']];
    case 'darwin':
      return ['XDG_CACHE_HOME', ['Library', 'Caches']];
    default:
      return ['XDG_CACHE_HOME', ['.cache']];
  }
}
