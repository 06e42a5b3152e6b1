import { RolecallError } from '../errors.js';
import { fieldOf, numberOf } from './fields.js';

/** A request to GitHub that did not succeed. */
export class GitHubFailure extends RolecallError {
  override readonly name = 'GitHubFailure';
  readonly status: number | null;

  constructor(
    message: string,
    status: number | null,
    options: { readonly hint?: string; readonly cause?: unknown },
  ) {
    super(message, options);
    this.status = status;
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
export function failureOf(error: unknown, request: string, permission: string): GitHubFailure {
  const status = numberOf(error, 'status');
  const said = error instanceof Error ? error.message : String(error);
  const message = `GitHub refused ${request}${status === null ? '' : ` (${status})`}: ${said.slice(0, 500)}`;
  const forbidden =
    status === 403 || status === 404 || (error instanceof GraphqlErrors && error.errors.some(isForbidden));
  if (forbidden && !isLimited(error)) {
    return new GitHubFailure(message, status, { hint: permissionHint(permission), cause: error });
  }
  if (status === 401) {
    return new GitHubFailure(message, status, {
      hint: 'Give a token that is valid: github-token.',
      cause: error,
    });
  }
  return new GitHubFailure(message, status, { cause: error });
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
