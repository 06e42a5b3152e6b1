import { openRepository } from './repository.js';
import { runGit } from './run.js';

/** The commit that is checked out. */
export interface Head {
  readonly sha: string;
  /** Whether files of the folder differ from it. */
  readonly changed: boolean;
}

/** The commit a folder is checked out at; null outside of a repository, without git and before the first commit. */
export async function headOf(folder: string): Promise<Head | null> {
  const repository = await openRepository(folder).catch(() => null);
  if (repository === null) return null;
  const head = await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (head.code !== 0) return null;
  const status = await runGit(folder, ['status', '--porcelain', '--untracked-files=normal', '--', '.']);
  return { sha: head.stdout.toString().trim(), changed: status.stdout.length > 0 };
}
