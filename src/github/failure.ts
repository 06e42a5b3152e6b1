import { RolecallError } from '../errors.js';
import type { ProxiedFetch } from '../http/proxied-fetch.js';
import { networkFault } from '../http/network-fault.js';
import { remedyFor } from '../http/remedies.js';
import { fieldAt, fieldOf, numberOf } from './fields.js';

/** A request to GitHub that did not succeed. */
export class GitHubFailure extends RolecallError {
  override readonly name = 'GitHubFailure';
  /** The status of the answer, or the one it comes to: a GraphQL query is answered 200 whatever went wrong. */
  readonly status: number | null;

  constructor(
    message: string,
    status: number | null,
    options: { readonly hint?: string; readonly cause?: unknown },
  ) {
    super(message, options);
    this.status = status;
  }

  /** Whether GitHub may have done what was asked all the same: the answer is lost, or tells of a mishap. */
  get mayHaveLanded(): boolean {
    return this.status === null || this.status >= 500;
  }
}

/** GraphQL answers 200 with errors in the body. */
export class GraphqlErrors extends Error {
  override readonly name = 'GraphqlErrors';
  constructor(readonly errors: readonly unknown[]) {
    super(`GraphQL: ${errors.map(messageOf).join('; ')}`);
  }
}

/** What went wrong with a request, told with the `permissions:` line where GitHub says that one is missing. */
export function failureOf(
  error: unknown,
  request: string,
  permission: string,
  way: Pick<ProxiedFetch, 'proxyVariable' | 'redact'>,
): GitHubFailure {
  const status = statusOf(error);
  const said = way.redact(error instanceof Error ? error.message : String(error)).slice(0, 500);
  const isAnswered = error instanceof GraphqlErrors || fieldOf(error, 'response') !== undefined;
  if (!isAnswered) return unanswered(error, status, `${request}${throughWords(way)}: ${said}`, way);
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

function statusOf(error: unknown): number | null {
  if (!(error instanceof GraphqlErrors)) return numberOf(error, 'status');
  if (error.errors.some(isForbidden)) return 403;
  return error.errors.some((one) => fieldOf(one, 'type') === 'NOT_FOUND') ? 404 : null;
}

/** What to do about it; null where nothing can be said. A refusal that names its reason is no missing permission. */
function hintOf(error: unknown, status: number | null, said: string, permission: string): string | null {
  if (status === 401) return 'Give a token that is valid: github-token.';
  if (isLimited(error)) return null;
  if (/\barchived\b/iu.test(said)) {
    return 'The repository is archived, so nothing can be written in it: unarchive it, or switch this workflow off.';
  }
  if (/\blocked\b/iu.test(said)) {
    return 'The conversation is locked: unlock it, or use comment: never. No permission is missing.';
  }
  return status === 403 || status === 404 ? permissionHint(permission) : null;
}

/** Tells which line of the workflow is missing. */
function permissionHint(permission: string): string {
  return `The token may lack a permission: add the line "${permission}" to the job's permissions:`;
}

/** Whether the answer is one of a rate limit, which comes as 403 too. */
function isLimited(error: unknown): boolean {
  const headers = fieldOf(fieldOf(error, 'response'), 'headers');
  return fieldOf(headers, 'retry-after') !== undefined || fieldOf(headers, 'x-ratelimit-remaining') === '0';
}

function isForbidden(error: unknown): boolean {
  const type = fieldOf(error, 'type');
  return type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES';
}

function messageOf(error: unknown): string {
  const message = fieldOf(error, 'message');
  return typeof message === 'string' ? message : 'an error without a message';
}

/** A part of an answer to a query, and not the lack of one: what is not told is not taken for nothing. @throws GitHubFailure */
export function requireObject(answer: unknown, ...path: readonly string[]): object {
  const part = fieldAt(answer, ...path);
  if (typeof part === 'object' && part !== null) return part;
  throw new GitHubFailure(`GitHub's answer to POST /graphql tells no ${path.join('.')}`, null, {
    hint: 'Run the workflow again. If that does not help, see whether the token may read this repository.',
  });
}
