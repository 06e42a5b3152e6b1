import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CachedRoot, isKept, type RoleCache } from '../model/cached-roles.js';
import { isRecord } from '../model/record.js';
import { type CacheHost, privateFolder } from './cache-folder.js';

/** Raised with every change of the format: a file of another version is as good as none. */
const VERSION = 1;
/** Bytes of the file; a larger one is not ours. */
const LARGEST = 2_000_000;

/** The roles of earlier runs in the user's cache folder; undefined in CI, where no later run finds them. */
export function roleCacheFile(host: CacheHost): RoleCache | undefined {
  if (!['', 'false', undefined].includes(host.env['CI'])) return undefined;
  let last: Promise<void> = Promise.resolve();
  const read = async (): Promise<readonly CachedRoot[]> => {
    const file = fileOf(host);
    return file === null ? [] : rootsIn(file);
  };
  const write = async (change: Parameters<RoleCache['update']>[0]): Promise<void> => {
    const file = fileOf(host);
    if (file === null) return;
    const text = JSON.stringify({ version: VERSION, roots: change(rootsIn(file)) });
    if (Buffer.byteLength(text) > LARGEST) return;
    const { writePrivateOutput } = await import('../commands/write-files.js');
    await writePrivateOutput(file, text);
  };
  return {
    read,
    // One after another: each starts from what the one before left.
    update: async (change) => {
      last = last.then(() => write(change));
      await last;
    },
  };
}

function fileOf(host: CacheHost): string | null {
  const folder = privateFolder(host, 'roles');
  return folder === null ? null : join(folder, 'roles.json');
}

/** The roots of a file; none where it is missing, damaged or of another version. */
function rootsIn(file: string): readonly CachedRoot[] {
  try {
    if (statSync(file).size > LARGEST) return [];
    const held: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isRecord(held) || held['version'] !== VERSION || !Array.isArray(held['roots'])) return [];
    const roots: readonly unknown[] = held['roots'];
    return roots.every(isCachedRoot) ? roots : [];
  } catch {
    return [];
  }
}

function isCachedRoot(value: unknown): value is CachedRoot {
  if (!isRecord(value)) return false;
  const { url, root, at, roles, scopes } = value;
  return (
    typeof url === 'string' &&
    typeof root === 'string' &&
    typeof at === 'number' &&
    isRecord(roles) &&
    Object.values(roles).every(areNames) &&
    areNames(scopes)
  );
}

function areNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && isKept(each));
}
