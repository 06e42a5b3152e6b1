import type { HttpFailure } from '../http/failure.js';
import type { ReadProblem } from '../model/live.js';
import type { Scope } from '../model/scope.js';
import type { ListRead } from './list.js';

/** A problem of a list, before it is known which scopes it concerns. */
export type ListProblem = Omit<ReadProblem, 'scope'>;

type Problems = Pick<ListRead<unknown>, 'problems' | 'failure'>;

/** What kept a list from being whole, with the cause it has in common with others where a request failed. */
export function listProblems({ problems, failure }: Problems): readonly ListProblem[] {
  const cause = failure?.shared ?? null;
  return problems.map((message) => (cause === null ? { message } : { message, cause }));
}

/** The problem of a scope because the API says that another one, or that scope itself, does not exist. */
export function missingIn(missing: Scope, scope: string, { message }: HttpFailure): ReadProblem {
  const remedy = 'Check the id, and that the credential may see it.';
  const cause = { key: `missing ${missing.address}`, message, remedy };
  return { scope, message, cause, ...(scope === missing.address ? { missing: true } : {}) };
}

/** What kept the scopes of a root from being found: that it does not exist, or each problem of its lists. */
export function discoveryProblems(root: Scope, lists: readonly Problems[]): readonly ReadProblem[] {
  const failure = lists[0]?.failure;
  if (failure?.kind === 'not-found') return [missingIn(root, root.address, failure)];
  return lists.flatMap(listProblems).map((problem) => ({ scope: root.address, ...problem }));
}
