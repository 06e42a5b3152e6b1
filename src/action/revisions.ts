import { dirname, posix, relative, resolve, sep } from 'node:path';
import { RolecallError, UsageError } from '../errors.js';
import { linkedPath } from '../git/linked-path.js';
import {
  fetchCommit,
  openRepository,
  parentsOf,
  type Repository,
  resolveRevision,
} from '../git/repository.js';
import type { RecordDomain } from '../github/record-effects.js';
import { requireCheckout } from './checkout.js';
import type { ActionContext } from './port.js';
import type { PullRequest, RunnerEvent } from './runner.js';

/** A record's domain, by the repository's id too. */
interface RepositoryDomain extends RecordDomain {
  readonly repositoryId: string;
}

/** The repository of the config. @throws RolecallError where there was no checkout */
export async function repositoryOf({ cwd, checkout, inputs }: ActionContext): Promise<Repository> {
  const folder = dirname(resolve(cwd, inputs.config));
  return openRepository({ folder, checkout: requireCheckout(checkout, inputs.config) });
}

/**
 * What comments, records and issues are kept by: the repository's id, which a rename or a transfer leaves alone, and the
 * config's path from the top of the repository, with `/`, which `checkout: path:` leaves alone.
 */
export function domainOf({ cwd, checkout, inputs, runner }: ActionContext): RepositoryDomain {
  const config = resolve(cwd, inputs.config);
  const { repository, repositoryId } = runner;
  return {
    repository,
    repositoryId,
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
 * was checked out. Only a commit that GitHub vouches for is taken, since it decides where credentials go: that merge
 * commit is the run's own (`sha`) and has the head as second parent; else the event's own base is taken.
 */
export async function pullBase(repository: Repository, pull: PullRequest, sha: string): Promise<string> {
  const checkedOut = await resolveRevision(repository, 'HEAD');
  const [first, second] = await parentsOf(repository, checkedOut);
  const isVouchedFor = checkedOut === sha && second === pull.head;
  const isMerge = first !== undefined && (isVouchedFor || first === pull.base);
  const base = isMerge ? first : checkedOut === pull.head ? pull.base : null;
  if (base === null) {
    throw new RolecallError(
      `what is checked out (${checkedOut.slice(0, 12)}) is neither the merge of #${pull.number} nor its head ${pull.head.slice(0, 12)}`,
      { hint: 'Check out without a ref: actions/checkout takes the merge commit of the pull request.' },
    );
  }
  await fetchCommit(repository, base);
  return base;
}

/** A base whose settings stand where the config's path says, and not behind a link. @throws UsageError */
export async function plainBase(
  { inputs }: ActionContext,
  repository: Repository,
  base: string,
): Promise<string> {
  const link = await linkedPath(repository, base, posix.basename(inputs.config));
  if (link === null) return base;
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
