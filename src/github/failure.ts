import { RolecallError } from '../errors.js';
import type { ProxiedFetch } from '../http/proxies.js';
import { networkFault } from '../http/network-fault.js';
import { remedyFor } from '../http/failure.js';
import { fieldAt, fieldOf, listOf, numberOf, textOf } from '../model/fields.js';

/** A request to GitHub that did not succeed. */
export class GitHubFailure extends RolecallError {
  override readonly name = 'GitHubFailure';

  constructor(
    message: string,
    /** The HTTP status; for GraphQL, which always answers 200, the one that its errors stand for. */
    readonly status: number | null,
    options: { readonly hint?: string; readonly cause?: unknown },
  ) {
    super(message, options);
  }

  /** Whether GitHub may have done what was asked: the response is lost, or is a server error. */
  get mayHaveLanded(): boolean {
    return this.status === null || this.status >= 500;
  }
}

/** Describes what went wrong with a request, with the `permissions:` line where GitHub says that one is missing. */
export function failureOf(
  error: unknown,
  request: string,
  permission: string,
  proxy: Pick<ProxiedFetch, 'proxyVariable' | 'redact'>,
): GitHubFailure {
  const status = statusOf(error);
  const said = proxy.redact(messageOf(error)).slice(0, 500);
  if (fieldOf(error, 'response') === undefined)
    return unanswered(error, status, `${request}${throughWords(proxy)}: ${said}`, proxy);
  const message = `GitHub refused ${request}${status === null ? '' : ` (${status})`}: ${said}`;
  const hint = hintOf(error, status, said, permission);
  return new GitHubFailure(message, status, { ...(hint === null ? {} : { hint }), cause: error });
}

/** No answer came; Octokit gives such an error a status all the same. */
function unanswered(
  error: unknown,
  status: number | null,
  words: string,
  { proxyVariable }: Pick<ProxiedFetch, 'proxyVariable'>,
): GitHubFailure {
  const isCertificate = causesOf(error).some((cause) => networkFault(cause).kind === 'certificate');
  const hint = isCertificate ? remedyFor('certificate') : proxyVariable === null ? null : remedyFor('proxy');
  const options = { ...(hint === null ? {} : { hint }), cause: error };
  return new GitHubFailure(`GitHub gave no answer to ${words}`, status, options);
}

function throughWords({ proxyVariable }: Pick<ProxiedFetch, 'proxyVariable'>): string {
  return proxyVariable === null ? '' : ` through the proxy in ${proxyVariable}`;
}

function causesOf(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

/** The errors of a GraphQL answer, which comes with status 200; none for any other failure. */
function graphqlErrors(error: unknown): readonly unknown[] {
  return listOf(error, 'errors');
}

function messageOf(error: unknown): string {
  const errors = graphqlErrors(error);
  if (errors.length === 0) return error instanceof Error ? error.message : String(error);
  return errors.map((one) => textOf(one, 'message') ?? 'an error without a message').join('; ');
}

function statusOf(error: unknown): number | null {
  const types = graphqlErrors(error).map((one) => fieldOf(one, 'type'));
  if (types.includes('FORBIDDEN') || types.includes('INSUFFICIENT_SCOPES')) return 403;
  return types.includes('NOT_FOUND') ? 404 : numberOf(error, 'status');
}

/** What to do about it; null where nothing is known. A refusal that names its reason does not lack a permission. */
function hintOf(error: unknown, status: number | null, said: string, permission: string): string | null {
  if (status === 401) return 'Give a token that is valid: github-token.';
  if (isLimited(error)) return null;
  if (/\barchived\b/iu.test(said)) {
    return 'The repository is archived, so nothing can be written in it: unarchive it, or switch this workflow off.';
  }
  if (/\blocked\b/iu.test(said)) {
    return 'The conversation is locked: unlock it, or use comment: never. No permission is missing.';
  }
  if (status !== 403 && status !== 404) return null;
  return `The token may lack a permission: add the line "${permission}" to the job's permissions:`;
}

/** Whether the answer is one of a rate limit, which comes as 403 too. */
function isLimited(error: unknown): boolean {
  const headers = fieldAt(error, 'response', 'headers');
  return fieldOf(headers, 'retry-after') !== undefined || fieldOf(headers, 'x-ratelimit-remaining') === '0';
}

/** The object at a path of an answer. A part that is missing is never taken for an empty one. @throws GitHubFailure */
export function requireObject(answer: unknown, ...path: readonly string[]): object {
  const part = fieldAt(answer, ...path);
  if (typeof part === 'object' && part !== null) return part;
  throw new GitHubFailure(`GitHub's answer to POST /graphql tells no ${path.join('.')}`, null, {
    hint: 'Run the workflow again. If that does not help, see whether the token may read this repository.',
  });
}
