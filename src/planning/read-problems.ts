import type { LiveRoot, ReadProblem } from '../model/live.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';

/** One cause for which scopes could not be read whole. */
export interface ReadTrouble {
  /** What happened, in which scopes, what it means and what to do. */
  readonly message: string;
  /** Addresses, sorted. */
  readonly scopes: readonly string[];
  /** The scope that is not there, where that is the cause. */
  readonly missing: string | null;
}

/** The meaning of a 404: APIs also send it if the credential may not see the scope. */
export const MISSING = 'does not exist or cannot be seen';

/** Scopes that a message names; the others are counted. */
const MOST_NAMED = 3;

/**
 * Problems by their cause, each told once with the scopes it touched. `consequence`: what it means there, as half a
 * sentence.
 */
export function groupedProblems(
  problems: readonly ReadProblem[],
  consequence = 'nothing is taken away there',
): readonly ReadTrouble[] {
  const groups = groupBy(problems, ({ cause, message }) => cause?.key ?? message);
  return [...groups.values()]
    .map((group) => {
      const [{ message, cause }] = group;
      const sorted = [...new Set(group.map(({ scope }) => scope))].sort(byCodeUnit);
      const gone = group.find(({ missing }) => missing === true)?.scope ?? null;
      const said = (cause?.message ?? message).replace(/\.$/, '');
      const what = gone === null ? said : `${gone} ${MISSING}: ${said}`;
      const remedy = cause?.remedy == null ? '' : ` ${cause.remedy}`;
      const where = `${namesOf(sorted)} could not be read whole, and ${consequence}`;
      return { message: `${what}. So ${where}.${remedy}`, scopes: sorted, missing: gone };
    })
    .sort(byKeys(({ message }) => message));
}

function namesOf(scopes: readonly string[]): string {
  if (scopes.length === 1) return scopes[0] ?? '';
  // One scope more is named too, since "and 1 more" takes as many words.
  if (scopes.length <= MOST_NAMED + 1)
    return `${scopes.slice(0, -1).join(', ')} and ${scopes[scopes.length - 1]}`;
  return `${scopes.slice(0, MOST_NAMED).join(', ')} and ${scopes.length - MOST_NAMED} more scopes`;
}

/**
 * The problems that kept the roots from being read whole. If a provider says that none of its roots exists, one wrong
 * setting is likelier than many wrong ids, so that it is told once.
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
    remedy: `Check providers.${provider}.url in rolecall.yaml: a wrong url gives this response everywhere. If it is right, check the ids in the documents, and what the credential may see.`,
  };
  return problems.map((problem) => {
    const { scope, message, cause: own } = problem;
    return own != null && keys.has(own.key) ? { scope, message, cause } : problem;
  });
}
