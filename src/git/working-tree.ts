import { join, posix } from 'node:path';
import { stepsInside } from '../platform.js';
import { gitOutput, runGit, withoutFilters } from './run.js';
import {
  locateRepository,
  openRepository,
  type Repository,
  type RepositoryLocation,
  topsBetween,
} from './locate.js';

/** The commit that is checked out. */
export interface Head {
  readonly sha: string;
  /** Whether files of the folder differ from it. */
  readonly changed: boolean;
}

const STATUS = [
  'status',
  '--porcelain',
  '-z',
  '--no-renames',
  '--untracked-files=all',
  '--ignore-submodules=all',
];
const UNTRACKED = '?? ';

/**
 * The commit a folder is checked out at; null outside of a repository, without git and before the first commit. Of files
 * that git does not track only those count that are read, by their path in the folder; all of them if left out.
 */
export async function headOf(
  location: RepositoryLocation,
  read: ReadonlySet<string> | null = null,
): Promise<Head | null> {
  const repository = await openRepository(location).catch(() => null);
  if (repository === null) return null;
  const head = await runGit(repository, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (head.code !== 0) return null;
  const changed = (await changesIn(repository)).some(
    ({ path, untracked }) => read === null || !untracked || read.has(path),
  );
  return { sha: head.stdout.toString().trim(), changed };
}

/** The files of the repository's folder that differ from the commit that is checked out, by their paths in the folder. */
export async function changedFiles(repository: Repository): Promise<readonly string[]> {
  return (await changesIn(repository)).map(({ path }) => path);
}

/** The name of the branch that is checked out; null where it is a commit alone. */
export async function checkedOutBranch(repository: Repository): Promise<string | null> {
  const { code, stdout } = await runGit(repository, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  return code === 0 ? stdout.toString().trim() : null;
}

interface FileChange {
  /** From the folder. */
  readonly path: string;
  readonly untracked: boolean;
}

async function changesIn(repository: Repository): Promise<readonly FileChange[]> {
  const switchedOff = await withoutFilters(repository);
  const status = await runGit(repository, [...switchedOff, ...STATUS, '--', repository.path || '.']);
  const entries = status.stdout.toString().split('\0');
  return entries
    .filter((entry) => entry !== '')
    .map((entry) => ({
      path: posix.relative(repository.path ?? '', entry.slice(UNTRACKED.length)),
      untracked: entry.startsWith(UNTRACKED),
    }));
}

/** Those of the files below a folder that a checkout there has from git, by paths from the folder. */
export async function trackedFiles(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const tops = new Set(paths.flatMap((path) => topsBetween(folder, join(folder, path))));
  const tracked = new Set<string>();
  for (const top of tops) {
    const location = locateRepository({ folder: top, checkout: top });
    const fromTop = new Map(
      paths.flatMap((path) => {
        const steps = stepsInside(top, join(folder, path));
        return steps === null ? [] : [[steps.join('/'), path] as const];
      }),
    );
    const listed = await gitOutput(location, ['ls-files', '-z', '--', ...fromTop.keys()]);
    for (const path of listed.toString().split('\0')) tracked.add(fromTop.get(path) ?? '');
  }
  return paths.filter((path) => tracked.has(path));
}
