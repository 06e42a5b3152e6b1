import { type FileTree, fileMatcher } from '../../config/file-tree.js';
import { byCodeUnit } from '../../model/ordering.js';

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
