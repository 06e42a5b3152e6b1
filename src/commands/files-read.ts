import { createHash } from 'node:crypto';
import type { FileTree } from '../config/file-tree.js';
import { loadConfig } from '../config/load.js';
import { openRepository } from '../git/repository.js';
import { revisionTree } from '../git/revision-tree.js';
import type { ProviderModule } from '../providers/provider.js';
import type { ConfigLocation } from './load-files.js';

/** Whether two revisions agree in every file that the config reads, so that a plan of one is a plan of the other. */
export async function readsTheSame(
  location: ConfigLocation,
  one: string,
  other: string,
  now: number,
  modules: readonly ProviderModule[],
): Promise<boolean> {
  const [a, b] = [
    await filesRead(location, one, now, modules),
    await filesRead(location, other, now, modules),
  ];
  return a.size === b.size && [...a].every(([path, content]) => b.get(path) === content);
}

/** What was read of a revision: a hash of each file, or why there is none. */
async function filesRead(
  location: ConfigLocation,
  revision: string,
  now: number,
  modules: readonly ProviderModule[],
): Promise<ReadonlyMap<string, string>> {
  const tree = await revisionTree(await openRepository(location), revision);
  const read = new Map<string, string>();
  const watched: FileTree = {
    ...tree,
    read: async (path) => {
      read.set(path, 'refused');
      const bytes = await tree.read(path);
      read.set(path, bytes === null ? 'missing' : createHash('sha256').update(bytes).digest('hex'));
      return bytes;
    },
  };
  await loadConfig({ tree: watched, configFile: location.file, modules, now });
  return read;
}
