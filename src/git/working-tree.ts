import { join, posix } from 'node:path';
import { stepsInside } from '../platform.js';
import { gitOutput, runGit, withoutFilters } from './run.js';
import { locateRepository, openRepository, type RepositoryLocation, topsBetween } from './locate.js';

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
  const switchedOff = await withoutFilters(repository);
  const status = await runGit(repository, [...switchedOff, ...STATUS, '--', repository.path || '.']);
  const folder = repository.path ?? '';
  const counts = (entry: string): boolean =>
    read === null ||
    !entry.startsWith(UNTRACKED) ||
    read.has(posix.relative(folder, entry.slice(UNTRACKED.length)));
  const entries = status.stdout
    .toString()
    .split('\0')
    .filter((entry) => entry !== '');
  return { sha: head.stdout.toString().trim(), changed: entries.some(counts) };
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
