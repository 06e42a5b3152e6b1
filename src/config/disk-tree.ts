import {
  type Dirent,
  type Stats,
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../model/ordering.js';
import { differInCase, stepsInside } from '../platform.js';
import { nextTurn } from '../runtime.js';
import {
  FileRefused,
  type FileTree,
  fileMatcher,
  foldersOf,
  isIgnoredFolder,
  leadsIntoGit,
  LINK_OUTSIDE,
  LINK_TO_FOLDER,
  MAX_BYTES,
  mightFitBelow,
  otherCase,
  TOO_LARGE,
} from './file-tree.js';

/** Folders that are listed before signals and timers have their turn. */
const LISTED_IN_A_TURN = 256;

/**
 * The files below a folder on disk. Links are followed to files inside the folder only, never to folders. The calls
 * are synchronous: there are five a file, and a trip to the thread pool takes longer than each.
 */
export function diskTree(folder: string): FileTree {
  let top: string | null = null;
  return {
    glob: (patterns) => globInside(folder, patterns),
    read: async (path) => {
      top ??= realpathSync.native(folder);
      return readInside(folder, top, path);
    },
  };
}

async function globInside(root: string, patterns: readonly string[]): Promise<readonly string[]> {
  const fits = fileMatcher(patterns);
  const found = new Set<string>();
  const waiting: string[] = [];
  for (const folder of foldersOf(patterns)) {
    const link = linkedFolderOn(root, folder);
    if (link === null) waiting.push(folder);
    else found.add(link);
  }
  let listed = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of entriesOf(root, folder)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isIgnoredFolder(entry.name)) waiting.push(path);
      if (entry.isFile() && fits(path)) found.add(path);
      if (entry.isSymbolicLink() && isLinkFound(root, path, fits)) found.add(path);
    }
    listed += 1;
    if (listed % LISTED_IN_A_TURN === 0) await nextTurn();
  }
  return [...found].sort(byCodeUnit);
}

function entriesOf(root: string, folder: string): readonly Dirent[] {
  return orMissing(
    [],
    () => readdirSync(join(root, folder), { withFileTypes: true }),
    `the folder ${JSON.stringify(folder)}`,
  );
}

function isLinkFound(root: string, path: string, fits: (path: string) => boolean): boolean {
  const leadsToFolder = statsOf(join(root, path))?.isDirectory() === true;
  return leadsToFolder ? mightFitBelow(fits, path) : fits(path);
}

/** The first link to a folder on the way to one; null where there is none. */
function linkedFolderOn(root: string, folder: string): string | null {
  const parts = folder.split('/');
  const steps = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const isLink = (path: string) =>
    orMissing(
      false,
      () => lstatSync(join(root, path)).isSymbolicLink(),
      `the folder ${JSON.stringify(folder)}`,
    );
  const link = folder === '' ? undefined : steps.find(isLink);
  return link !== undefined && statsOf(join(root, link))?.isDirectory() === true ? link : null;
}

/** What a path leads to; null where that is nothing, or nothing that may be looked at. */
export function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** `top` is the folder without links. */
function readInside(root: string, top: string, path: string): Uint8Array | null {
  refuseGit(path);
  const real = orMissing(null, () => realpathSync.native(join(root, path)));
  if (real === null) return null;
  const steps = stepsInside(top, real);
  if (steps === null) throw new FileRefused('link-refused', LINK_OUTSIDE);
  const spelled = steps.join('/');
  refuseGit(spelled);
  if (differInCase(spelled, path) && !lstatSync(join(root, path)).isSymbolicLink())
    throw new FileRefused('file-refused', otherCase(spelled));
  return orMissing(null, () => readRegularFile(real));
}

/** @throws FileRefused for a path into git's own folder */
function refuseGit(path: string): void {
  if (leadsIntoGit(path)) throw new FileRefused('file-refused', 'it is in the folder .git');
}

/**
 * The bytes of a file. What it is is asked before it is opened, since opening a pipe waits for somebody to write to it.
 * @throws FileRefused for what is no regular file or too large; the file system's own errors
 */
export function readRegularFile(path: string): Uint8Array {
  const found = statSync(path);
  if (found.isDirectory()) throw new FileRefused('link-refused', LINK_TO_FOLDER);
  if (!found.isFile()) throw new FileRefused('file-refused', 'it is not a regular file');
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size > MAX_BYTES) throw new FileRefused('file-refused', TOO_LARGE);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** The step's answer, or `value` where the file system says that there is nothing. */
function orMissing<T>(value: T, step: () => T, what = 'it'): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return value;
    throw new FileRefused('file-refused', `${what} cannot be read (${code ?? String(error)})`, {
      cause: error,
    });
  }
}
