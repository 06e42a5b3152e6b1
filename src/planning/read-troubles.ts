import type { ReadProblem } from '../model/live.js';
import { byCodeUnit, byKeys } from '../model/ordering.js';

/** One cause for which scopes could not be read whole. */
export interface ReadTrouble {
  /** What happened, in which scopes, what it means and what to do. */
  readonly message: string;
  /** Addresses, sorted. */
  readonly scopes: readonly string[];
  /** The scope that is not there, where that is the cause. */
  readonly missing: string | null;
}

/** What a 404 says: APIs answer it also where a credential lacks the right to know. */
export const MISSING = 'does not exist or cannot be seen';

type Group = [ReadProblem, ...ReadProblem[]];

/** Scopes that a message names; the others are counted. */
const mostNamed = 3;

/**
 * Problems by their cause, each told once with the scopes it touched. `consequence`: what it means there, as half a
 * sentence.
 */
export function groupedProblems(
  problems: readonly ReadProblem[],
  consequence = 'nothing is taken away there',
): readonly ReadTrouble[] {
  const groups = new Map<string, Group>();
  for (const problem of problems) {
    const key = problem.cause?.key ?? problem.message;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()]
    .map(([first, ...others]) => {
      const { message, cause } = first;
      const sorted = [...new Set([first, ...others].map(({ scope }) => scope))].sort(byCodeUnit);
      const gone = [first, ...others].find(({ missing }) => missing === true)?.scope ?? null;
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
  // One more is named as well: to count it takes as many words.
  if (scopes.length <= mostNamed + 1)
    return `${scopes.slice(0, -1).join(', ')} and ${scopes[scopes.length - 1]}`;
  return `${scopes.slice(0, mostNamed).join(', ')} and ${scopes.length - mostNamed} more scopes`;
}
