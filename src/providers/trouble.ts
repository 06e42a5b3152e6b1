import type { HttpFailure } from '../http/failure.js';
import type { ReadProblem } from '../model/live.js';
import type { Scope } from '../model/scope.js';

/** A problem that belongs to no scope yet. */
export type Trouble = Omit<ReadProblem, 'scope'>;

/** What kept a list from being whole, with the cause it has in common with others where a request failed. */
export function troublesOf({
  problems,
  failure,
}: {
  readonly problems: readonly string[];
  readonly failure: HttpFailure | null;
}): readonly Trouble[] {
  const cause = failure?.shared ?? null;
  return problems.map((message) => (cause === null ? { message } : { message, cause }));
}

/** The problem of a scope because of one that the API says is not there: the scope itself, or its root. */
export function missingIn(gone: Scope, scope: string, { message }: HttpFailure): ReadProblem {
  const cause = { key: `missing ${gone.address}`, message, remedy: null };
  return { scope, message, cause, ...(scope === gone.address ? { missing: true } : {}) };
}
