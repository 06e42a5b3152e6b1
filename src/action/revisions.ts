import { posix } from 'node:path';
import { RolecallError, UsageError } from '../errors.js';
import { firstLinkOnPath } from '../git/revision-tree.js';
import { fetchCommit, mergeBase, parentsOf, type Repository, resolveRevision } from '../git/locate.js';
import { branchTip } from '../github/client.js';
import { branchGlob } from '../model/glob.js';
import { markdownCode } from '../report/markdown.js';
import { repositoryOf } from './checkout.js';
import { type ActionContext, githubOf } from './context.js';
import type { PullRequest, RunnerEvent } from './runner.js';

/** The commit that the files are compared with, and the one whose settings say where credentials go. */
export interface ComparedCommits {
  /** Null where nothing is compared. */
  readonly base: string | null;
  /** Null where the files themselves say it. */
  readonly trusted: string | null;
}

/** What the files of a pull request or of a merge group are compared with; on other events nothing. */
export async function comparedCommits(context: ActionContext): Promise<ComparedCommits> {
  const { event, sha } = context.runner;
  if (event.kind !== 'pull-request' && event.kind !== 'merge-group') return { base: null, trusted: null };
  const repository = await repositoryOf(context);
  if (event.kind === 'merge-group') {
    const base = await groupBase(context, event);
    await fetchCommit(repository, base);
    await requirePlainBase(context, repository, base);
    return { base, trusted: base };
  }
  const base = await pullBase(repository, event.pull, sha);
  const trusted = await trustedBase(repository, event.pull, base);
  await requirePlainBase(context, repository, trusted);
  return { base, trusted };
}

/** The tip of the base branch: what the queue put in before a group is not live yet, and so no drift. */
async function groupBase(
  context: ActionContext,
  { base, branch }: Extract<RunnerEvent, { kind: 'merge-group' }>,
): Promise<string> {
  if (branch === null) return base;
  return (await branchTip(githubOf(context), branch)) ?? base;
}

/**
 * The commit that a pull request is compared with, fetched if it is missing: the first parent of the merge commit that
 * was checked out. That has to be a merge commit which GitHub made: it has the head as second parent, and is the run's own
 * (`sha`) or one on the event's own base. Where the head itself is checked out it is the merge base, since
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
      `the commit that is checked out, ${checkedOut.slice(0, 12)}, is neither the merge of #${pull.number} nor its head ${pull.head.slice(0, 12)}`,
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
async function requirePlainBase(
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
