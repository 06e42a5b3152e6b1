import type { HttpFailure } from '../http/failure.js';
import type { ReadProblem } from '../model/live.js';
import type { Scope } from '../model/scope.js';

/** A problem that belongs to no scope yet. */
export type Trouble = Omit<ReadProblem, 'scope'>;

/** A read of which something may be told. */
interface PartRead {
  readonly problems: readonly string[];
  readonly failure: HttpFailure | null;
}

/** What kept a list from being whole, with the cause it has in common with others where a request failed. */
export function troublesOf({ problems, failure }: PartRead): readonly Trouble[] {
  const cause = failure?.shared ?? null;
  return problems.map((message) => (cause === null ? { message } : { message, cause }));
}

/** The problem of a scope because of one that the API says is not there: the scope itself, or its root. */
export function missingIn(gone: Scope, scope: string, { message }: HttpFailure): ReadProblem {
  const remedy = 'Check the id, and that the credential may see it.';
  const cause = { key: `missing ${gone.address}`, message, remedy };
  return { scope, message, cause, ...(scope === gone.address ? { missing: true } : {}) };
}

/** What kept the scopes of a root from being found: that it is not there, or each trouble of its lists. */
export function discoveryProblems(
  root: Scope,
  [first, ...others]: readonly PartRead[],
): readonly ReadProblem[] {
  if (first?.failure?.kind === 'not-found') return [missingIn(root, root.address, first.failure)];
  return [...(first === undefined ? [] : [first]), ...others]
    .flatMap(troublesOf)
    .map((trouble) => ({ scope: root.address, ...trouble }));
}
