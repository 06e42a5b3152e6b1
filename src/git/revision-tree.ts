import { posix } from 'node:path';
import {
  fileMatcher,
  FileRefused,
  type FileTree,
  LINK_OUTSIDE,
  LINK_TO_FOLDER,
  MAX_BYTES,
  mightFitBelow,
  TOO_LARGE,
} from '../config/file-tree.js';
import { byCodeUnit } from '../model/ordering.js';
import { RolecallError } from '../errors.js';
import { folderPath, type Repository, resolveRevision } from './locate.js';
import { type GitLocation, gitOutput } from './run.js';

const LINE = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/su;

/** The files of the repository's folder as of a revision. @throws UsageError for an unknown revision */
export async function revisionTree(repository: Repository, revision: string): Promise<FileTree> {
  return await commitTree(repository, await resolveRevision(repository, revision));
}

/**
 * The files of the repository's folder as of a commit that is here; the working tree is neither read nor touched. Links are
 * followed to files inside the folder only, as on disk. One process brings all files that a glob finds, before they are read.
 */
export async function commitTree(repository: Repository, commit: string): Promise<FileTree> {
  const entries = await entriesOf(repository, commit);
  const blobs = new Map<string, Uint8Array>();
  const bring = async (wanted: readonly TreeEntry[]): Promise<void> => {
    const missing = wanted.filter(({ size, id }) => size <= MAX_BYTES && !blobs.has(id)).map(({ id }) => id);
    for (const [id, bytes] of await readBlobs(repository, missing)) blobs.set(id, bytes);
  };
  const bytesOf = async (entry: TreeEntry): Promise<Uint8Array> => {
    if (entry.size > MAX_BYTES) throw new FileRefused('file-refused', TOO_LARGE);
    await bring([entry]);
    return blobs.get(entry.id) ?? new Uint8Array();
  };
  return {
    glob: async (patterns) => {
      const fits = fileMatcher(patterns);
      const found = [...entries.values()].filter(
        ({ path, isLink }) => fits(path) || (isLink && mightFitBelow(fits, path)),
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

const NEWLINE = 10;

/**
 * Reads blobs by their ids, all of them by one process.
 * @throws RolecallError where one is not here, as in a partial clone that cannot reach its origin
 */
async function readBlobs(
  location: GitLocation,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (ids.length === 0) return blobs;
  const output = await gitOutput(location, ['cat-file', '--batch'], `${[...new Set(ids)].join('\n')}\n`);
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(NEWLINE, at);
    const [id = '', type, size] = output.subarray(at, end).toString().split(' ');
    if (type !== 'blob') {
      throw new RolecallError(`git does not have the file ${id} (${type ?? 'no answer'})`, {
        hint: 'Fetch the revision whole, without a filter.',
      });
    }
    const start = end + 1;
    at = start + Number(size) + 1;
    blobs.set(id, output.subarray(start, at - 1));
  }
  return blobs;
}

interface TreeEntry {
  /** Relative to the tree's folder, with `/`. */
  readonly path: string;
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  readonly isLink: boolean;
}

const MOST_LINKS = 8;

/**
 * The file that a link leads to; null where there is nothing.
 * @throws FileRefused for what leads out of the folder, to a folder, or in a circle
 */
async function followLink(
  link: TreeEntry,
  entries: ReadonlyMap<string, TreeEntry>,
  bytesOf: (entry: TreeEntry) => Promise<Uint8Array>,
): Promise<TreeEntry | null> {
  let at = link;
  for (let step = 0; step < MOST_LINKS; step += 1) {
    const target = new TextDecoder().decode(await bytesOf(at));
    const path = posix.normalize(posix.join(posix.dirname(at.path), target));
    if (posix.isAbsolute(target) || path === '..' || path.startsWith('../')) {
      throw new FileRefused('link-refused', LINK_OUTSIDE);
    }
    const next = entries.get(path);
    if (next === undefined) return missing(path, entries);
    if (!next.isLink) return next;
    at = next;
  }
  throw new FileRefused('link-refused', 'it is a link that leads to itself: replace the link with the file');
}

function missing(path: string, entries: ReadonlyMap<string, TreeEntry>): null {
  const folder = path === '.' || path === '' ? '' : `${path}/`;
  for (const other of entries.keys()) {
    if (other.startsWith(folder)) throw new FileRefused('link-refused', LINK_TO_FOLDER);
  }
  return null;
}

const LINK = /^120000 \w+ [0-9a-f]+\t(.*)$/su;

/** The first link on the way from the top to a file of the repository's folder, in a commit; null where there is none. */
export async function firstLinkOnPath(
  repository: Repository,
  commit: string,
  file: string,
): Promise<string | null> {
  const parts = posix.join(folderPath(repository), file).split('/');
  const steps = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const listed = await gitOutput(repository, ['ls-tree', '-z', '--full-tree', commit, '--', ...steps]);
  const links = listed
    .toString()
    .split('\0')
    .flatMap((line) => LINK.exec(line)?.[1] ?? []);
  return links[0] ?? null;
}
