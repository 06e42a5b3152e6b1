import { mkdirSync, statSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What the location of the cache depends on. */
export interface CacheHost {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** The user's id; undefined where there are none (Windows). */
  readonly uid: number | undefined;
  /** Empty where the user has none. */
  readonly home: string;
}

/** Node.js 22.8 and newer has it; the types here are those of the oldest that is supported. */
interface WithCompileCache {
  enableCompileCache?: (folder: string) => unknown;
}

/**
 * Lets Node.js keep what it compiled in the user's cache folder, so that the next start takes half the time. Node.js
 * checks itself that an entry fits the source. Without a private folder, or in an older Node.js, it is left out.
 */
export function enableCompileCache(host: NodeJS.Process): void {
  const { enableCompileCache: enable } = nodeModule as WithCompileCache;
  if (enable === undefined) return;
  const { platform, env } = host;
  const folder = privateFolder({ platform, env, uid: host.getuid?.(), home: homeFolder() });
  if (folder !== null) enable(folder);
}

/** Containers run as users that their system does not know; without a variable that names it, such a user has no home. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

/** The folder of the cache, created if it is missing; null if others can write to it, or it cannot be created. */
export function privateFolder(host: CacheHost): string | null {
  const parent = cacheHome(host);
  if (parent === null) return null;
  const folder = join(parent, 'rolecall', 'compiled');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    const isPrivate = host.uid === undefined || (uid === host.uid && (mode & 0o022) === 0);
    return isPrivate ? folder : null;
  } catch {
    // Without the cache a start is slower and works the same.
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
