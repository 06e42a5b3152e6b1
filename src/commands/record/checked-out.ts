import { posix } from 'node:path';
import { fileMatcher } from '../../config/file-tree.js';
import { RolecallError, UsageError } from '../../errors.js';
import { folderPath, type Repository, resolveRevision } from '../../git/locate.js';
import { changedFiles } from '../../git/working-tree.js';
import { requireValid, type ValidConfig } from '../../workspace/valid-config.js';
import { filesRead, type Workspace } from '../../workspace/workspace.js';
import { filesDigest } from './files-digest.js';

/** The commit whose files a run plans, as records speak of it. */
export interface CheckedOut {
  readonly repository: Repository;
  readonly commit: string;
  /** Path of the settings from the top of the repository. */
  readonly config: string;
  /** The hash of the files that the configuration is read from. */
  readonly files: string;
  /** Whether a file, by its path in the folder of the settings, is or would be read. */
  readonly counts: (path: string) => boolean;
}

/**
 * Looks at the commit that is checked out. Nothing is sent to any provider.
 * @throws InvalidFilesError; UsageError where the files to plan are not those of the commit
 */
export async function checkedOut(workspace: Workspace): Promise<CheckedOut> {
  const config = requireValid(await workspace.head());
  const repository = await workspace.repository();
  const commit = await resolveRevision(repository, 'HEAD');
  const counts = countsFor(workspace, config);
  const changed = (await changedFiles(repository)).filter(counts);
  if (changed.length > 0) {
    throw new UsageError(
      `a record is of a commit, and these files differ from ${commit.slice(0, 12)}: ${changed.slice(0, 5).join(', ')}`,
      { hint: 'Commit them first, or work without --record.' },
    );
  }
  return {
    repository,
    commit,
    config: posix.join(folderPath(repository), workspace.location.file),
    files: await filesDigest(workspace, config),
    counts,
  };
}

function countsFor(workspace: Workspace, config: ValidConfig): (path: string) => boolean {
  const read = filesRead(workspace.location, config);
  const fits = fileMatcher(config.settings.access);
  return (path) => read.has(path) || fits(path);
}

/** The commit that a revision names; null where it is not here. */
export async function commitOrNull(repository: Repository, revision: string): Promise<string | null> {
  try {
    return await resolveRevision(repository, revision);
  } catch (error) {
    if (error instanceof RolecallError) return null;
    throw error;
  }
}
