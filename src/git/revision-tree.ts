import { FileRefused, type FileTree, fileMatcher } from '../config/files.js';
import { MAX_BYTES } from '../config/text.js';
import { byCodeUnit } from '../model/ordering.js';
import { readBlobs } from './blobs.js';
import { followLink, type TreeEntry } from './links.js';
import { folderPath, type Repository, resolveRevision } from './repository.js';
import { gitOutput } from './run.js';

const LINE = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/su;

/**
 * The files of the repository's folder as of a revision; the working tree is neither read nor touched. Links are followed to files
 * inside the folder only, as on disk. Files found by a glob are brought by one process, before they are read.
 * @throws UsageError for an unknown revision
 */
export async function revisionTree(repository: Repository, revision: string): Promise<FileTree> {
  const commit = await resolveRevision(repository, revision);
  const entries = await entriesOf(repository, commit);
  const blobs = new Map<string, Uint8Array>();
  const bring = async (wanted: readonly TreeEntry[]): Promise<void> => {
    const missing = wanted.filter(({ size, id }) => size <= MAX_BYTES && !blobs.has(id)).map(({ id }) => id);
    for (const [id, bytes] of await readBlobs(repository, missing)) blobs.set(id, bytes);
  };
  const bytesOf = async (entry: TreeEntry): Promise<Uint8Array> => {
    if (entry.size > MAX_BYTES) {
      throw new FileRefused(
        'file-refused',
        `it is larger than ${MAX_BYTES / 1024 / 1024} MiB: split it into several files`,
      );
    }
    await bring([entry]);
    return blobs.get(entry.id) ?? new Uint8Array();
  };
  return {
    glob: async (patterns) => {
      const fits = fileMatcher(patterns);
      const found = [...entries.values()].filter(
        ({ path, isLink }) => fits(path) || (isLink && (fits(`${path}/any.yaml`) || fits(`${path}/any.yml`))),
      );
      await bring(found);
      return found.map(({ path }) => path).sort(byCodeUnit);
    },
    read: async (path) => {
      const entry = entries.get(path);
      if (entry === undefined) return null;
      if (!entry.isLink) return await bytesOf(entry);
      const target = await followLink(entry, entries, bytesOf);
      return target === null ? null : await bytesOf(target);
    },
  };
}

async function entriesOf(repository: Repository, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const folder = folderPath(repository);
  const prefix = folder === '' ? '' : `${folder}/`;
  const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit, ...(prefix === '' ? [] : ['--', prefix])];
  const entries = new Map<string, TreeEntry>();
  for (const line of (await gitOutput(repository, args)).toString().split('\0')) {
    const [, mode, type, id, size, path] = LINE.exec(line) ?? [];
    if (type !== 'blob' || id === undefined || path === undefined || !path.startsWith(prefix)) continue;
    const own = path.slice(prefix.length);
    entries.set(own, { path: own, id, size: Number(size), isLink: mode === '120000' });
  }
  return entries;
}
