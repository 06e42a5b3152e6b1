import { lstatSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { statsOf } from '../config/disk-tree.js';
import { RolecallError, UsageError } from '../errors.js';
import { stepsInside } from '../platform.js';
import { type GitLocation, gitOutput, requireOwnConfiguration, runGit, runGitAt } from './run.js';

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
interface LocatedRepository extends GitLocation {
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
  const real = realpathSync.native(folder);
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
  const real = realpathSync.native(top);
  if (isBehindLink(top, stepsTo(top, folder))) return { top: real, path: null };
  // As the folders are spelled on disk, and so in git: some file systems take no notice of letter case.
  return { top: real, path: stepsTo(real, realpathSync.native(folder)).join('/') };
}

function stepsTo(top: string, folder: string): readonly string[] {
  const steps = stepsInside(top, folder);
  if (steps !== null) return steps;
  throw new RolecallError(`${JSON.stringify(folder)} is outside of the repository ${JSON.stringify(top)}`);
}

function isBehindLink(top: string, steps: readonly string[]): boolean {
  return steps.some((_, index) => lstatSync(join(top, ...steps.slice(0, index + 1))).isSymbolicLink());
}

/** Whether a change to another repository could have put this one in its place: it is a submodule there. */
export function isSubmodule({ top, gitDir }: GitLocation): boolean {
  const outer = outerTop(top);
  return outer !== null && stepsInside(join(gitDirOf(outer), 'modules'), gitDir) !== null;
}

/** The git directory of a top: its `.git`, or what the file of a worktree or a submodule leads to. */
function gitDirOf(top: string): string {
  const own = join(top, '.git');
  try {
    if (statSync(own).isDirectory()) return realpathSync.native(own);
    const [, target = ''] = /^gitdir: (.+?)\r?\n?$/su.exec(readFileSync(own, 'utf8')) ?? [];
    return realpathSync.native(resolve(top, target));
  } catch (cause) {
    throw notFound(top, `${JSON.stringify(own)} leads to no git directory`, cause);
  }
}

/** That a folder is in no repository that can be used, and why. */
function notFound(folder: string, why: string, cause?: unknown): RolecallError {
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
  const parts = stepsInside(outer, inner);
  if (parts === null) return [];
  return Array.from({ length: parts.length + 1 }, (_, index) =>
    join(outer, ...parts.slice(0, parts.length - index)),
  );
}

/** What is at `.git`: a folder, or the file that leads a worktree or a submodule to one. */
function dotGit(folder: string): Stats | null {
  const found = statsOf(join(folder, '.git'));
  return found?.isDirectory() === true || found?.isFile() === true ? found : null;
}

/** A git repository with a working tree, and the folder of it that is asked about. */
export interface Repository extends LocatedRepository {
  /** Whether older commits were left out of the clone. */
  readonly shallow: boolean;
}

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
  if (realpathSync.native(gitDir) === located.gitDir) {
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
