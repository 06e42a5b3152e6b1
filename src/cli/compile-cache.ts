import * as nodeModule from 'node:module';
import { cacheHostOf, privateFolder } from './cache-folder.js';

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
  const folder = privateFolder(cacheHostOf(host), 'compiled');
  if (folder !== null) enable(folder);
}
