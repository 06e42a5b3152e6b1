import type { LiveRoot, ReadProblem } from '../model/live.js';
import { groupBy } from '../model/ordering.js';

/**
 * What kept the roots from being read whole. Where a provider says of all its roots that they are not there, one cause
 * is likelier than many ids that are wrong, and it is told once.
 */
export function problemsOf(roots: readonly LiveRoot[]): readonly ReadProblem[] {
  return [...groupBy(roots, ({ root }) => root.provider)].flatMap(([provider, own]) =>
    own.every(isUnseen) ? unseen(provider, own) : own.flatMap(({ problems }) => problems),
  );
}

/** Whether the API says that the organization or account is not there. */
export function isMissing(root: LiveRoot | undefined): boolean {
  if (root === undefined) return false;
  return root.problems.some(({ scope, missing }) => missing === true && scope === root.root.address);
}

function isUnseen(root: LiveRoot): boolean {
  return isMissing(root) && root.scopes.every(({ assignments }) => assignments.length === 0);
}

function unseen(provider: string, roots: readonly LiveRoot[]): readonly ReadProblem[] {
  const problems = roots.flatMap((root) => root.problems);
  const missing = problems.filter((problem) => problem.missing === true);
  const [first] = missing;
  if (first === undefined || missing.length === 1) return problems;
  const keys = new Set(missing.flatMap(({ cause }) => cause?.key ?? []));
  const cause = {
    key: `unseen ${provider}`,
    message: `nothing in ${provider} can be seen: ${first.message}`,
    remedy: `Check providers.${provider}.url in rolecall.yaml: a wrong url answers so everywhere. If it is right, check the ids in the documents, and what the credential may see.`,
  };
  return problems.map((problem) => {
    const { scope, message, cause: own } = problem;
    return own != null && keys.has(own.key) ? { scope, message, cause } : problem;
  });
}
