import { lstatSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.js';
import { checkoutTop } from '../git/top.js';

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
  const path = relative(workspace, resolve(workspace, config));
  if (path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path) {
    throw new UsageError(`the input config ${JSON.stringify(config)} leads out of the workspace`, {
      hint: 'Give the path of the settings from the workspace, such as iam/rolecall.yaml.',
    });
  }
  const parts = path.split(sep);
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

/** @throws UsageError where nothing is checked out */
export function requireCheckout(checkout: string | null, config: string): void {
  if (checkout !== null) return;
  throw new UsageError(
    `there is no checkout of the repository at ${JSON.stringify(dirname(config))} of the workspace`,
    {
      hint: 'Add this step before: uses: actions/checkout, with: { fetch-depth: 0, persist-credentials: false }.',
    },
  );
}
