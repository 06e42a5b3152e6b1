import { RolecallError } from '../errors.js';
import { fetchCommit, findCommit, folderPath, mergeBase, parentsOf, type Repository } from './locate.js';
import { gitOutput, runGit, withoutMergeDrivers } from './run.js';

/** Commits of a branch that are looked at to find the one that a change was merged with. */
const MOST_COMMITS = 200;

/**
 * Whether a branch holds a change under review, whose head is one of the branch's commits (after a merge or a
 * fast-forward), or adds nothing to one of them (after a squash or a rebase): merging it there again changes no file of
 * the folder that counts. A head that is missing is fetched, a shallow clone is made whole.
 * @throws RolecallError where that fails, or git cannot merge without a working tree (before 2.38)
 */
export async function holdsChange(
  repository: Repository,
  head: string,
  tip: string,
  counts: (path: string) => boolean,
): Promise<boolean> {
  if (head === tip) return true;
  await fetchCommit(repository, head);
  const parted = await mergeBase(repository, head, tip);
  if (parted === head) return true;
  const range = ['rev-list', '--first-parent', `--max-count=${MOST_COMMITS}`, `${parted}..${tip}`];
  const listed = (await gitOutput(repository, range)).toString().split('\n');
  const commits = listed.filter((commit) => commit !== '');
  for (const commit of commits) {
    if (await addsNothing(repository, head, commit, counts)) return true;
  }
  return false;
}

async function addsNothing(
  repository: Repository,
  head: string,
  commit: string,
  counts: (path: string) => boolean,
): Promise<boolean> {
  const { tree, conflicts } = await mergeOf(repository, commit, head);
  const folder = folderPath(repository);
  const within = folder === '' ? [] : ['--', folder];
  const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', commit, tree, ...within];
  const changed = (await gitOutput(repository, args)).toString().split('\0');
  const prefix = folder === '' ? '' : `${folder}/`;
  return ![...changed, ...conflicts].some(
    (path) => path !== '' && path.startsWith(prefix) && counts(path.slice(prefix.length)),
  );
}

interface MergeResult {
  readonly tree: string;
  /** Paths from the top. What the tree holds of them depends on attributes: it may be one side as it was. */
  readonly conflicts: readonly string[];
}

/** A merge that is made without a working tree. */
async function mergeOf(repository: Repository, ours: string, theirs: string): Promise<MergeResult> {
  const safely = await withoutMergeDrivers(repository);
  const args = [...safely, 'merge-tree', '--write-tree', '--no-messages', '--name-only', '-z', ours, theirs];
  const { code, stdout, stderr } = await runGit(repository, args);
  const [tree = '', ...conflicts] = stdout.toString().split('\0');
  if (code <= 1 && /^[0-9a-f]{40,64}$/u.test(tree)) return { tree, conflicts };
  throw new RolecallError(`git merge-tree ended with code ${code}: ${stderr.trim().split('\n')[0] ?? ''}`, {
    hint: 'To tell whether a squashed or rebased change was merged, git 2.38 or later is needed.',
  });
}

/**
 * The head of a change under review where a CI checks out its merge into the target branch, as GitHub, Jenkins and GitLab
 * do: the second parent of such a merge, whose first parent is `base` or stands before it. Else the commit itself.
 */
export async function headUnderReview(
  repository: Repository,
  commit: string,
  base: string | null,
): Promise<string> {
  const [first, second, ...more] = await parentsOf(repository, commit);
  if (first === undefined || second === undefined || more.length > 0 || base === null) return commit;
  if (!(await isAncestor(repository, first, base)) || (await isAncestor(repository, second, base))) {
    return commit;
  }
  return second;
}

async function isAncestor(repository: Repository, commit: string, of: string): Promise<boolean> {
  if (commit === of) return true;
  if ((await findCommit(repository, commit)) === null) return false;
  const { code } = await runGit(repository, ['merge-base', '--is-ancestor', commit, of]);
  return code === 0;
}
