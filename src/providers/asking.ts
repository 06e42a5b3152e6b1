import type { ReadClient } from '../http/request.js';
import { type FailureKind, HttpFailure } from '../http/failure.js';

/** What came of a GET: the body of an answer, or the failure. */
export type Asked =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly failure: HttpFailure };

export interface Question {
  readonly base?: string | undefined;
  readonly path: string;
  readonly credential: string;
}

/** What stops the whole run, not only the read of one scope. */
const fatal: ReadonlySet<FailureKind> = new Set<FailureKind>(['missing-variable', 'interrupted']);

/**
 * Sends a GET; a failure is a result, for it leaves a scope incomplete and the others go on.
 * @throws HttpFailure where a variable is not set or the run is interrupted
 */
export async function ask(client: ReadClient, question: Question): Promise<Asked> {
  try {
    const { body } = await client.get({ method: 'GET', ...question });
    return { ok: true, body };
  } catch (error) {
    if (!(error instanceof HttpFailure) || fatal.has(error.kind)) throw error;
    return { ok: false, failure: error };
  }
}
