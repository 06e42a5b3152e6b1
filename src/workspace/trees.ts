import { FileRefused, type FileTree, fileMatcher } from '../config/file-tree.js';
import { byCodeUnit } from '../model/ordering.js';

/** A tree in which some files have other texts than below, and some are there that are not below. */
export function overlayTree(below: FileTree, texts: ReadonlyMap<string, string>): FileTree {
  return {
    glob: async (patterns) => {
      const fits = fileMatcher(patterns);
      const found = await below.glob(patterns);
      return [...new Set([...found, ...[...texts.keys()].filter(fits)])].sort(byCodeUnit);
    },
    read: async (path) => {
      const text = texts.get(path);
      return text === undefined ? await below.read(path) : new TextEncoder().encode(text);
    },
  };
}

/** A tree that keeps its answers. */
export interface RecordedTree extends FileTree {
  /** Whether another tree answers everything alike that this one was asked: whoever read this one reads the same there. */
  agreesWith(other: FileTree): Promise<boolean>;
}

export function recordedTree(tree: FileTree): RecordedTree {
  const globs = new Map<readonly string[], readonly string[]>();
  const files = new Map<string, Uint8Array | null>();
  return {
    glob: async (patterns) => {
      const found = await tree.glob(patterns);
      globs.set(patterns, found);
      return found;
    },
    read: async (path) => {
      files.set(path, REFUSED);
      const bytes = await tree.read(path);
      files.set(path, bytes);
      return bytes;
    },
    agreesWith: async (other) => {
      for (const [patterns, found] of globs) {
        const there = await other.glob(patterns);
        if (there.length !== found.length || there.some((path, index) => path !== found[index])) return false;
      }
      for (const [path, bytes] of files) {
        if (!isSame(bytes, await readOrRefused(other, path))) return false;
      }
      return true;
    },
  };
}

/** Stands for the bytes of a file that is not read. */
const REFUSED = new Uint8Array();

async function readOrRefused(tree: FileTree, path: string): Promise<Uint8Array | null> {
  try {
    return await tree.read(path);
  } catch (error) {
    if (error instanceof FileRefused) return REFUSED;
    throw error;
  }
}

function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  if (one === null || other === null || one === REFUSED || other === REFUSED) return one === other;
  return Buffer.compare(one, other) === 0;
}
