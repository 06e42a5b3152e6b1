import { posix } from 'node:path';
import { FileRefused } from '../config/files.js';

/** A file or a link of a revision. */
export interface TreeEntry {
  /** Relative to the tree's folder, with `/`. */
  readonly path: string;
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  readonly isLink: boolean;
}

/** Links that may lead from one to the next. */
const MOST_LINKS = 8;

/**
 * The file that a link leads to; null where there is nothing.
 * @throws FileRefused for what leads out of the folder, to a folder, or in a circle
 */
export async function followLink(
  link: TreeEntry,
  entries: ReadonlyMap<string, TreeEntry>,
  bytesOf: (entry: TreeEntry) => Promise<Uint8Array>,
): Promise<TreeEntry | null> {
  let at = link;
  for (let step = 0; step < MOST_LINKS; step += 1) {
    const target = new TextDecoder().decode(await bytesOf(at));
    const path = posix.normalize(posix.join(posix.dirname(at.path), target));
    if (posix.isAbsolute(target) || path === '..' || path.startsWith('../')) {
      throw new FileRefused(
        'link-refused',
        'it is a link that leads out of the folder of rolecall.yaml: put the file itself there',
      );
    }
    const next = entries.get(path);
    if (next === undefined) return missing(path, entries);
    if (!next.isLink) return next;
    at = next;
  }
  throw new FileRefused('link-refused', 'it is a link that leads to itself: put the file itself there');
}

function missing(path: string, entries: ReadonlyMap<string, TreeEntry>): null {
  const folder = path === '.' || path === '' ? '' : `${path}/`;
  for (const other of entries.keys()) {
    if (!other.startsWith(folder)) continue;
    throw new FileRefused(
      'link-refused',
      'it is a link to a folder, and such links are not followed: name the folder itself',
    );
  }
  return null;
}
