import { dirname, posix, relative, resolve, sep } from 'node:path';
import { RolecallError, UsageError } from '../errors.js';
import { firstLinkOnPath } from '../git/revision-tree.js';
import {
  fetchCommit,
  mergeBase,
  openRepository,
  parentsOf,
  type Repository,
  resolveRevision,
} from '../git/repository.js';
import type { RecordDomain } from '../github/record-hashes.js';
import { branchGlob } from '../model/glob.js';
import { markdownCode } from '../report/markdown.js';
import { requireCheckout } from './checkout.js';
import type { ActionContext } from './context.js';
import type { PullRequest, RunnerEvent } from './runner.js';

/** The repository of the config. @throws RolecallError where there was no checkout */
export async function repositoryOf({ cwd, checkout, inputs }: ActionContext): Promise<Repository> {
  const folder = dirname(resolve(cwd, inputs.config));
  return openRepository({ folder, checkout: requireCheckout(checkout, inputs.config) });
}

/**
 * What comments, records and issues are kept by: the repository's id, which a rename or a transfer leaves alone, and the
 * config's path from the top of the repository, with `/`, which `checkout: path:` leaves alone.
 */
export function domainOf({ cwd, checkout, inputs, runner }: ActionContext): RecordDomain {
  const config = resolve(cwd, inputs.config);
  const { repository, repositoryId } = runner;
  return {
    repository: repositoryId,
    name: repository,
    config: relative(checkout ?? cwd, config)
      .split(sep)
      .join('/'),
  };
}

/** The config's folder as seen from the top of the repository, with `/`; `''` where it is the top itself. */
export function folderOf(context: ActionContext): string {
  const folder = posix.dirname(domainOf(context).config);
  return folder === '.' ? '' : folder;
}

/**
 * The commit that a pull request is compared with, fetched if it is missing: the first parent of the merge commit that
 * was checked out. Only a commit that GitHub vouches for is taken: that merge commit has the head as second parent, and is
 * the run's own (`sha`) or one on the event's own base. Where the head itself is checked out it is the merge base, since
 * what the base branch did meanwhile is not undone by the merge.
 */
export async function pullBase(repository: Repository, pull: PullRequest, sha: string): Promise<string> {
  const checkedOut = await resolveRevision(repository, 'HEAD');
  if (checkedOut === pull.head) {
    await fetchCommit(repository, pull.base);
    return await mergeBase(repository, pull.base, pull.head);
  }
  const [first, second] = await parentsOf(repository, checkedOut);
  const isVouchedFor = second === pull.head && (checkedOut === sha || first === pull.base);
  if (first === undefined || !isVouchedFor) {
    throw new RolecallError(
      `what is checked out (${checkedOut.slice(0, 12)}) is neither the merge of #${pull.number} nor its head ${pull.head.slice(0, 12)}`,
      { hint: 'Check out without a ref: actions/checkout takes the merge commit of the pull request.' },
    );
  }
  await fetchCommit(repository, first);
  return first;
}

/**
 * The commit whose settings say where credentials go on a pull request that is compared with `base`. A merge base may be
 * a commit that its author made, so there it is the tip of the base branch.
 */
export async function trustedBase(repository: Repository, pull: PullRequest, base: string): Promise<string> {
  return (await resolveRevision(repository, 'HEAD')) === pull.head ? pull.base : base;
}

/** @throws UsageError for a base whose settings stand behind a link, and not where the config's path says */
export async function requirePlainBase(
  { inputs }: ActionContext,
  repository: Repository,
  base: string,
): Promise<void> {
  const link = await firstLinkOnPath(repository, base, posix.basename(inputs.config));
  if (link === null) return;
  throw new UsageError(`${JSON.stringify(link)} is a link in the base, ${base.slice(0, 12)}`, {
    hint: 'Put the settings themselves there, and merge that first: links on the way to them are not followed.',
  });
}

/** The commit a push came after, fetched if it is missing; for other events the first parent. Null: there is none. */
export async function branchBase(repository: Repository, event: RunnerEvent): Promise<string | null> {
  const base = event.kind === 'push' ? event.before : await firstParent(repository);
  if (base !== null) await fetchCommit(repository, base);
  return base;
}

async function firstParent(repository: Repository): Promise<string | null> {
  const [parent] = await parentsOf(repository, await resolveRevision(repository, 'HEAD'));
  return parent ?? null;
}

/** The default branch has one of these names on a server that does not tell it. */
const USUAL = ['main', 'master'];

/**
 * Why a pull request's base does not say where credentials go; null where it does. Whoever may push can make a branch, and
 * a pull request into it: its base would be its author's.
 */
export function untrustedBranchReason({ inputs, runner }: ActionContext, pull: PullRequest): string | null {
  const { defaultBranch } = runner;
  const defaults = defaultBranch === null ? USUAL : [defaultBranch];
  if (defaults.includes(pull.baseBranch)) return null;
  if (inputs.branches.some((glob) => branchGlob(glob)(pull.baseBranch))) return null;
  const input = markdownCode('branches');
  return `Its base, ${markdownCode(pull.baseBranch)}, is neither the default branch nor one that the input ${input} lists, so no credentials are used.`;
}
