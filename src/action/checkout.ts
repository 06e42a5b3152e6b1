import { lstatSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { stepsInside, withSlashes } from '../platform.js';
import { checkoutTop, openRepository, type Repository } from '../git/locate.js';
import type { RecordDomain } from '../planning/record/effect-hash.js';
import type { ActionContext } from './context.js';

/** The top of the checkout that the config is in; null where nothing is checked out there. */
export function checkoutOf(workspace: string, config: string): string | null {
  return checkoutTop(workspace, dirname(resolve(workspace, config)));
}

/**
 * Takes the config's path as it is written: it stays in the workspace and leads through no link, since a pull request
 * could put a link in a folder's place, and other settings of the base would say where credentials go.
 * @throws UsageError
 */
export function requirePlainPath(workspace: string, config: string): void {
  const parts = stepsInside(workspace, resolve(workspace, config));
  if (parts === null) {
    throw new UsageError(`the input config ${JSON.stringify(config)} leads out of the workspace`, {
      hint: 'Give the path of the settings from the workspace, such as iam/rolecall.yaml.',
    });
  }
  for (const index of parts.keys()) {
    const part = join(...parts.slice(0, index + 1));
    const found = lstatSync(join(workspace, part), { throwIfNoEntry: false });
    if (found?.isSymbolicLink() !== true) continue;
    throw new UsageError(
      `the input config ${JSON.stringify(config)} leads through a link, ${JSON.stringify(part)}`,
      {
        hint: 'Put the settings themselves there: links on the way to them are not followed.',
      },
    );
  }
}

/** @throws UsageError where there is no config because nothing was checked out */
export function requireFiles({ checkout, cwd, inputs }: ActionContext): void {
  const found = statSync(resolve(cwd, inputs.config), { throwIfNoEntry: false });
  if (found === undefined && inputs.planFiles === null) requireCheckout(checkout, inputs.config);
}

/** The top of the checkout. @throws UsageError where nothing was checked out */
function requireCheckout(checkout: string | null, config: string): string {
  if (checkout !== null) return checkout;
  throw new UsageError(`no checkout of the repository holds ${JSON.stringify(config)}`, {
    hint: 'Add this step before: uses: actions/checkout, with: { fetch-depth: 0, persist-credentials: false }.',
  });
}

/** The repository of the config. @throws RolecallError where there was no checkout */
export async function repositoryOf({ cwd, checkout, inputs }: ActionContext): Promise<Repository> {
  const folder = dirname(resolve(cwd, inputs.config));
  return openRepository({ folder, checkout: requireCheckout(checkout, inputs.config) });
}

/**
 * What comments, records and issues are bound to: the repository's id, which survives a rename and a transfer, and the
 * config's path from the top of the repository, with `/`, which does not depend on `checkout: path:`.
 */
export function domainOf({ cwd, checkout, inputs, runner }: ActionContext): RecordDomain {
  const config = resolve(cwd, inputs.config);
  const { repository, repositoryId } = runner;
  return {
    repository: repositoryId,
    name: repository,
    config: withSlashes(relative(checkout ?? cwd, config)),
  };
}

/** The config's folder as seen from the top of the repository, with `/`; `''` where it is the top itself. */
export function folderOf(context: ActionContext): string {
  const folder = posix.dirname(domainOf(context).config);
  return folder === '.' ? '' : folder;
}
