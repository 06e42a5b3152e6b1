import { realpathSync } from 'node:fs';
import { RolecallError, UsageError } from '../errors.js';
import { type LocatedRepository, locateRepository, notFound, type RepositoryLocation } from './locate.js';
import { gitOutput, requireOwnConfiguration, runGit, runGitAt } from './run.js';

/** A git repository with a working tree, and the folder of it that is asked about. */
export interface Repository extends LocatedRepository {
  /** Whether older commits were left out of the clone. */
  readonly shallow: boolean;
}

/** The hint wherever a commit is missing from a shallow clone. */
const FETCH_MORE =
  'This clone is shallow: check out with fetch-depth: 0 (actions/checkout), or run git fetch --unshallow.';
const DEEPER = 'Check out with fetch-depth: 0 (actions/checkout).';
const LOST =
  'After a force push the commit is in no branch any more and can only be fetched: check out without persist-credentials: false (actions/checkout).';
const FACTS = ['rev-parse', '--absolute-git-dir', '--is-shallow-repository'];
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u;

/**
 * Finds the repository that a folder is in. Without a known checkout, git decides whether it is safe to use, and any other
 * repository that git would use instead is refused. @throws RolecallError where it is in none
 */
export async function openRepository(location: RepositoryLocation): Promise<Repository> {
  const located = locateRepository(location);
  const run = located.trusted ? runGit : runGitAt;
  const { code, stdout, stderr } = await run(located, FACTS);
  if (code !== 0) throw notFound(location.folder, stderr.trim());
  const [gitDir = '', shallow] = stdout.toString().split('\n');
  if (realpathSync(gitDir) === located.gitDir) {
    await requireOwnConfiguration(located);
    return { ...located, shallow: shallow === 'true' };
  }
  const [found, wanted] = [gitDir, located.gitDir].map((path) => JSON.stringify(path));
  throw notFound(location.folder, `it would use ${found} in place of ${wanted}`);
}

/** The commit a revision names. @throws UsageError for an unknown revision */
export async function resolveRevision(repository: Repository, revision: string): Promise<string> {
  const commit = await findCommit(repository, revision);
  if (commit !== null) return commit;
  throw new UsageError(`git knows no revision ${JSON.stringify(revision)}`, {
    hint: repository.shallow ? FETCH_MORE : 'Name a branch, a tag or a commit that git rev-parse knows here.',
  });
}

/** The commit a revision names; null where it is not here. @throws UsageError for a revision that git would take for an option */
export async function findCommit(repository: Repository, revision: string): Promise<string | null> {
  if (revision === '' || revision.startsWith('-') || revision.includes('\0')) {
    throw new UsageError(`${JSON.stringify(revision)} cannot be a revision`, {
      hint: 'Name a branch, a tag or a commit.',
    });
  }
  const args = ['rev-parse', '--quiet', '--verify', `${revision}^{commit}`];
  const { code, stdout } = await runGit(repository, args);
  const commit = stdout.toString().trim();
  return code === 0 && COMMIT.test(commit) ? commit : null;
}

/**
 * The parents a commit was made with, first parent first, also where a shallow clone hides them. They may be missing
 * here: `fetchCommit` brings them.
 */
export async function parentsOf(repository: Repository, commit: string): Promise<readonly string[]> {
  const text = (await gitOutput(repository, ['cat-file', 'commit', commit])).toString();
  const header = text.slice(0, text.indexOf('\n\n') + 1);
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gmu)].flatMap(([, parent]) => parent ?? []);
}

/**
 * The commit at which two histories parted. A shallow clone has no say in that, so it is made whole first.
 * @throws RolecallError where that fails, or they have no commit in common
 */
export async function mergeBase(repository: Repository, one: string, other: string): Promise<string> {
  if (repository.shallow) await fetchFrom(repository, ['--unshallow'], [one, other], DEEPER);
  const { code, stdout } = await runGit(repository, ['merge-base', one, other]);
  const commit = stdout.toString().trim();
  if (code === 0 && COMMIT.test(commit)) return commit;
  throw new RolecallError(`${one.slice(0, 12)} and ${other.slice(0, 12)} have no commit in common`, {
    hint: 'Open the pull request from a branch of this repository.',
  });
}

/** Brings a commit that is missing from the `origin`, to a shallow clone without its history. @throws RolecallError where that fails */
export async function fetchCommit(repository: Repository, commit: string): Promise<void> {
  if ((await findCommit(repository, commit)) !== null) return;
  if (!COMMIT.test(commit)) throw new UsageError(`${JSON.stringify(commit)} is not a full commit id`);
  const hint = repository.shallow ? `${DEEPER} ${LOST}` : LOST;
  // A clone that is whole stays so: a depth would cut its history off at this commit.
  await fetchFrom(repository, repository.shallow ? ['--depth=1'] : [], [commit], hint);
  if ((await findCommit(repository, commit)) !== null) return;
  throw new RolecallError(`commit ${commit} is not here, and the origin does not have it`, { hint });
}

async function fetchFrom(
  repository: Repository,
  options: readonly string[],
  commits: readonly string[],
  hint: string,
): Promise<void> {
  const args = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', ...options, 'origin', ...commits];
  const { code, stderr } = await runGit(repository, args);
  if (code === 0) return;
  const what = commits.length === 1 ? 'commit' : 'commits';
  throw new RolecallError(`${what} ${commits.join(', ')} could not be fetched: ${stderr.trim()}`, { hint });
}

/** The path of the repository's folder. @throws UsageError where the way to it leads through a link */
export function folderPath({ path, top }: Repository): string {
  if (path !== null) return path;
  throw new UsageError(
    `the way to the settings leads through a link below ${JSON.stringify(top)}, so no revision of them is read`,
    { hint: 'Name the settings where they are: a link may lead to other ones in another revision.' },
  );
}
