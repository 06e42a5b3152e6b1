import type { Stats } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { statsOf } from '../config/disk.js';

/**
 * The top of the working tree that a folder is in: the nearest folder, from there upward, with a `.git` of its own. Git
 * itself also takes a folder that merely looks like a repository (`HEAD`, `objects`, `refs`), and whoever writes the files
 * could make one. A `.git` cannot be committed. Null where there is none.
 */
export function nearestTop(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (dotGit(at) !== null) return at;
    if (dirname(at) === at) return null;
  }
}

/**
 * The top of the checkout that a folder of the runner's workspace is in: the nearest whose `.git` is a folder. A
 * submodule has a file there; a pull request can add one, so it is never taken where a checkout is around it. Null where
 * nothing was checked out, and outside of the workspace.
 */
export function checkoutTop(workspace: string, folder: string): string | null {
  let linked: string | null = null;
  for (const at of foldersBetween(workspace, folder)) {
    const found = dotGit(at);
    if (found?.isDirectory() === true) return at;
    if (found !== null) linked = at;
  }
  return linked;
}

/** The tops of all checkouts around a file, from the inner one upward to the outer folder. */
export function topsBetween(outer: string, file: string): readonly string[] {
  return foldersBetween(outer, dirname(file)).filter((folder) => dotGit(folder) !== null);
}

/** The folders from the inner one upward to the outer one, both included; none where the inner one is elsewhere. */
function foldersBetween(outer: string, inner: string): readonly string[] {
  const path = relative(outer, inner);
  if (path === '..' || path.startsWith(`..${sep}`)) return [];
  const parts = path === '' ? [] : path.split(sep);
  return Array.from({ length: parts.length + 1 }, (_, index) =>
    join(outer, ...parts.slice(0, parts.length - index)),
  );
}

/** What is at `.git`: a folder, or the file that leads a worktree or a submodule to one. */
function dotGit(folder: string): Stats | null {
  const found = statsOf(join(folder, '.git'));
  return found?.isDirectory() === true || found?.isFile() === true ? found : null;
}
