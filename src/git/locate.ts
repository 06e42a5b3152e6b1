import { lstatSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { statsOf } from '../config/disk-tree.js';
import { RolecallError, UsageError } from '../errors.js';
import type { GitLocation } from './run.js';

/** A folder whose repository is asked about. */
export interface RepositoryLocation {
  readonly folder: string;
  /**
   * The top of a checkout that is known from outside, as the runner's workspace is: it is the repository, whoever owns
   * it. Without one the repository is looked for from the folder upward, and git has to think it safe.
   */
  readonly checkout?: string | null;
}

/** Where the repository of a folder is, and where the folder is in it. */
export interface LocatedRepository extends GitLocation {
  /** The folder from the top, with `/`; `''` is the top itself. Null where the way to it leads through a link. */
  readonly path: string | null;
}

/** Finds the repository that a folder is in, without asking git. @throws RolecallError where it is in none, UsageError without the folder */
export function locateRepository({ folder, checkout = null }: RepositoryLocation): LocatedRepository {
  if (statsOf(folder)?.isDirectory() !== true) {
    throw new UsageError(`there is no folder ${JSON.stringify(folder)}`, {
      hint: 'Check the path of the settings.',
    });
  }
  const { top, path } = checkout === null ? around(folder) : inside(checkout, folder);
  return { top, gitDir: gitDirOf(top), path, trusted: checkout !== null };
}

interface Inside {
  readonly top: string;
  readonly path: string | null;
}

/** A link on the way to the repository is followed, one inside of it or of another around it is not. */
function around(folder: string): Inside {
  const written = resolve(folder);
  const top = nearestTop(written);
  if (top !== null) return inside(linkingTop(top) ?? top, written);
  const real = realpathSync(folder);
  const other = nearestTop(real);
  if (other !== null) return inside(other, real);
  throw notFound(folder, 'neither it nor a folder above it has a .git');
}

/** The top of a repository around this one, from which a link leads here: a change to it could add that. */
function linkingTop(top: string): string | null {
  const outer = outerTop(top);
  if (outer === null) return null;
  return isBehindLink(outer, stepsTo(outer, top)) ? outer : linkingTop(outer);
}

function outerTop(top: string): string | null {
  return dirname(top) === top ? null : nearestTop(dirname(top));
}

function inside(top: string, folder: string): Inside {
  const steps = stepsTo(top, folder);
  return { top: realpathSync(top), path: isBehindLink(top, steps) ? null : steps.join('/') };
}

function stepsTo(top: string, folder: string): readonly string[] {
  const path = relative(top, folder);
  if (path === '..' || path.startsWith(`..${sep}`)) {
    throw new RolecallError(`${JSON.stringify(folder)} is outside of the repository ${JSON.stringify(top)}`);
  }
  return path === '' ? [] : path.split(sep);
}

function isBehindLink(top: string, steps: readonly string[]): boolean {
  return steps.some((_, index) => lstatSync(join(top, ...steps.slice(0, index + 1))).isSymbolicLink());
}

/** Whether a change to another repository could have put this one in its place: it is a submodule there. */
export function isSubmodule({ top, gitDir }: GitLocation): boolean {
  const outer = outerTop(top);
  return outer !== null && gitDir.startsWith(join(gitDirOf(outer), 'modules', sep));
}

/** The git directory of a top: its `.git`, or what the file of a worktree or a submodule leads to. */
function gitDirOf(top: string): string {
  const own = join(top, '.git');
  try {
    if (statSync(own).isDirectory()) return realpathSync(own);
    const [, target = ''] = /^gitdir: (.+?)\r?\n?$/su.exec(readFileSync(own, 'utf8')) ?? [];
    return realpathSync(resolve(top, target));
  } catch (cause) {
    throw notFound(top, `${JSON.stringify(own)} leads to no git directory`, cause);
  }
}

/** That a folder is in no repository that can be used, and why. */
export function notFound(folder: string, why: string, cause?: unknown): RolecallError {
  return new RolecallError(`git finds no repository at ${JSON.stringify(folder)}: ${why}`, {
    hint: 'Revisions can be named only where the files are in a git repository.',
    cause,
  });
}

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
