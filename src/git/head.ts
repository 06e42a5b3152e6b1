import { withoutFilters } from './filters.js';
import type { RepositoryPlace } from './locate.js';
import { openRepository } from './repository.js';
import { runGit } from './run.js';

/** The commit that is checked out. */
export interface Head {
  readonly sha: string;
  /** Whether files of the folder differ from it. */
  readonly changed: boolean;
}

const STATUS = ['status', '--porcelain', '--untracked-files=normal', '--ignore-submodules=all'];

/** The commit a folder is checked out at; null outside of a repository, without git and before the first commit. */
export async function headOf(place: RepositoryPlace): Promise<Head | null> {
  const repository = await openRepository(place).catch(() => null);
  if (repository === null) return null;
  const head = await runGit(repository, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (head.code !== 0) return null;
  const switchedOff = await withoutFilters(repository);
  const status = await runGit(repository, [...switchedOff, ...STATUS, '--', repository.path || '.']);
  return { sha: head.stdout.toString().trim(), changed: status.stdout.length > 0 };
}
