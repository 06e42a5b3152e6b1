import { branchGlob } from '../model/glob.js';
import { markdownCode } from '../report/markdown.js';
import type { ActionContext } from './port.js';
import type { PullRequest } from './runner.js';

/** The default branch has one of these names on a server that does not tell it. */
const USUAL = ['main', 'master'];

/**
 * Why a pull request's base does not say where credentials go; null where it does. Whoever may push can make a branch, and
 * a pull request into it: its base would be its author's.
 */
export function foreignBranch({ inputs, runner }: ActionContext, pull: PullRequest): string | null {
  const { defaultBranch } = runner;
  const defaults = defaultBranch === null ? USUAL : [defaultBranch];
  if (defaults.includes(pull.baseBranch)) return null;
  if (inputs.branches.some((glob) => branchGlob(glob)(pull.baseBranch))) return null;
  const input = markdownCode('branches');
  return `Its base, ${markdownCode(pull.baseBranch)}, is neither the default branch nor one that the input ${input} lists, so no credentials are used.`;
}
