import type { Dirent } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { byCodeUnit } from '../model/ordering.js';
import { inBatches } from './batches.js';
import { FileRefused, type FileTree, fileMatcher, foldersOf, ignoredFolders } from './files.js';
import { MAX_BYTES } from './text.js';

/** Folders that are listed at once. */
const LISTED_AT_ONCE = 32;

/** The files below a folder on disk. Links are followed to files inside the folder only, never to folders. */
export function diskTree(folder: string): FileTree {
  let top: Promise<string> | null = null;
  return {
    glob: async (patterns) => {
      const fits = fileMatcher(patterns);
      const found = new Set<string>();
      let waiting = foldersOf(patterns);
      while (waiting.length > 0) {
        const lists = await inBatches(
          waiting,
          LISTED_AT_ONCE,
          async (path) => await listFolder(folder, path),
        );
        for (const path of lists.flatMap(({ files }) => files)) if (fits(path)) found.add(path);
        for (const path of lists.flatMap(({ linkedFolders }) => linkedFolders)) {
          if (fits(`${path}/any.yaml`) || fits(`${path}/any.yml`)) found.add(path);
        }
        waiting = lists.flatMap(({ folders }) => folders);
      }
      return [...found].sort(byCodeUnit);
    },
    read: async (path) => {
      top ??= realpath(folder);
      return await readInside(folder, await top, path);
    },
  };
}

interface Listing {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** Links to folders: those a glob would look into are found too, so that reading them says why they are not. */
  readonly linkedFolders: readonly string[];
}

async function listFolder(root: string, folder: string): Promise<Listing> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(missingAs<Dirent[]>([]));
  const pathOf = (entry: Dirent) => (folder === '' ? entry.name : `${folder}/${entry.name}`);
  const links = entries.filter((entry) => entry.isSymbolicLink()).map(pathOf);
  const targets = await Promise.all(
    links.map(async (path) => await stat(join(root, path)).catch(() => null)),
  );
  const isFolder = (_: string, index: number) => targets[index]?.isDirectory() === true;
  return {
    folders: entries.filter((entry) => entry.isDirectory() && !ignoredFolders.has(entry.name)).map(pathOf),
    files: [
      ...entries.filter((entry) => entry.isFile()).map(pathOf),
      ...links.filter((path, index) => !isFolder(path, index)),
    ],
    linkedFolders: links.filter(isFolder),
  };
}

/** `top` is the folder without links. */
async function readInside(root: string, top: string, path: string): Promise<Uint8Array | null> {
  const real = await realpath(join(root, path)).catch(missingAs(null));
  if (real === null) return null;
  if (real !== top && !real.startsWith(top.endsWith(sep) ? top : `${top}${sep}`)) {
    throw new FileRefused(
      'link-refused',
      'it is a link that leads out of the folder of rolecall.yaml: put the file itself there',
    );
  }
  const file = await open(real, 'r').catch(missingAs(null));
  if (file === null) return null;
  try {
    const found = await file.stat();
    if (found.isDirectory()) {
      throw new FileRefused(
        'link-refused',
        'it is a link to a folder, and such links are not followed: name the folder itself',
      );
    }
    if (!found.isFile()) throw new FileRefused('file-refused', 'it is not a regular file');
    if (found.size > MAX_BYTES) {
      throw new FileRefused(
        'file-refused',
        `it is larger than ${MAX_BYTES / 1024 / 1024} MiB: split it into several files`,
      );
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** For an error of the file system that says there is nothing: the value that stands for it. Others go on. */
function missingAs<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return value;
    throw new FileRefused('file-refused', `it cannot be read (${error.code ?? error.message})`, {
      cause: error,
    });
  };
}
