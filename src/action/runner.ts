import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.js';
import { fieldAt, fieldOf, listOf, numberOf, textOf } from '../model/fields.js';

const COMMIT = /^[0-9a-f]{40,64}$/u;

/** What the runner says about the run: the `GITHUB_*` variables and the event. */
export interface Runner {
  /** `owner/name`. */
  readonly repository: string;
  /** GitHub's number of the repository; where a server gives none, the name in lower case. */
  readonly repositoryId: string;
  /** The commit that triggered the run. */
  readonly sha: string;
  /** `refs/heads/main`, `refs/pull/7/merge`. */
  readonly ref: string;
  readonly actor: string;
  /** Null where the event does not name it, as a scheduled one. */
  readonly defaultBranch: string | null;
  readonly workspace: string;
  /** A folder for files that later steps may read. */
  readonly temp: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** Where this run can be looked at. */
  readonly runUrl: string;
  readonly event: RunnerEvent;
}

export type RunnerEvent =
  | { readonly kind: 'pull-request'; readonly pull: PullRequest }
  /** `branch` is the base branch, null where the event does not name it; `base` may be a commit that the queue put in before. */
  | { readonly kind: 'merge-group'; readonly base: string; readonly branch: string | null }
  /** `before` is null where the branch is new; `commits` are those the event tells, in no certain order. */
  | { readonly kind: 'push'; readonly before: string | null; readonly commits: readonly string[] }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'dispatch' }
  /** One on which anybody's commit may be checked out. */
  | { readonly kind: 'other'; readonly name: string };

export interface PullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  /** The branch that it is to be merged into. */
  readonly baseBranch: string;
  /** Whether the event only edits its words, and leaves the base branch as it was. */
  readonly isTextEdit: boolean;
  /** Login; null for a deleted account. */
  readonly author: string | null;
  /** Whether the head is in another repository, or in one that is gone. */
  readonly isFork: boolean;
}

/** Reads the runner's variables and the event's file. @throws UsageError outside of a runner */
export function readRunner(env: (name: string) => string | undefined): Runner {
  const required = (name: string): string => {
    const value = env(name);
    if (value !== undefined && value !== '') return value;
    throw new UsageError(`${name} is not set`, {
      hint: 'The Action runs in a GitHub workflow; elsewhere use the CLI.',
    });
  };
  const repository = required('GITHUB_REPOSITORY');
  const server = env('GITHUB_SERVER_URL') || 'https://github.com';
  const payload = readPayload(required('GITHUB_EVENT_PATH'));
  const id = numberOf(fieldOf(payload, 'repository'), 'id');
  return {
    repository,
    repositoryId: env('GITHUB_REPOSITORY_ID') || String(id ?? repository.toLowerCase()),
    sha: required('GITHUB_SHA'),
    ref: env('GITHUB_REF') ?? '',
    actor: env('GITHUB_ACTOR') ?? '',
    defaultBranch: textAt(payload, 'repository', 'default_branch'),
    workspace: required('GITHUB_WORKSPACE'),
    temp: env('RUNNER_TEMP') || required('GITHUB_WORKSPACE'),
    apiUrl: env('GITHUB_API_URL') || 'https://api.github.com',
    graphqlUrl: env('GITHUB_GRAPHQL_URL') || graphqlBeside(env('GITHUB_API_URL') || 'https://api.github.com'),
    runUrl: `${server}/${repository}/actions/runs/${env('GITHUB_RUN_ID') ?? ''}`,
    event: eventOf(required('GITHUB_EVENT_NAME'), payload, repository),
  };
}

/** The branch of a push or a schedule; null for anything else. */
export function branchOf({ ref }: Runner): string | null {
  return branchIn(ref);
}

function graphqlBeside(apiUrl: string): string {
  return apiUrl.endsWith('/api/v3') ? `${apiUrl.slice(0, -'/v3'.length)}/graphql` : `${apiUrl}/graphql`;
}

function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`the event in GITHUB_EVENT_PATH cannot be read: ${why}`, { cause });
  }
}

function eventOf(name: string, payload: unknown, repository: string): RunnerEvent {
  switch (name) {
    case 'pull_request':
      return { kind: 'pull-request', pull: pullOf(payload, repository) };
    case 'merge_group':
      return {
        kind: 'merge-group',
        base: commitAt(payload, 'merge_group', 'base_sha'),
        branch: branchIn(textAt(payload, 'merge_group', 'base_ref')),
      };
    case 'push': {
      const before = commitAt(payload, 'before');
      const commits = listOf(payload, 'commits').flatMap((commit) => textOf(commit, 'id') ?? []);
      const known = commits.filter((id) => COMMIT.test(id));
      return { kind: 'push', before: /^0+$/u.test(before) ? null : before, commits: known };
    }
    case 'schedule':
      return { kind: 'schedule' };
    case 'workflow_dispatch':
      return { kind: 'dispatch' };
    default:
      return { kind: 'other', name };
  }
}

function pullOf(payload: unknown, repository: string): PullRequest {
  const pull = fieldOf(payload, 'pull_request');
  const number = numberOf(pull, 'number') ?? numberOf(payload, 'number');
  const from = textOf(fieldAt(pull, 'head', 'repo'), 'full_name');
  if (number === null) throw new UsageError('the event names no pull request');
  return {
    number,
    head: commitAt(pull, 'head', 'sha'),
    base: commitAt(pull, 'base', 'sha'),
    baseBranch: textOf(fieldOf(pull, 'base'), 'ref') ?? '',
    isTextEdit: fieldOf(payload, 'action') === 'edited' && fieldAt(payload, 'changes', 'base') === undefined,
    author: textOf(fieldOf(pull, 'user'), 'login'),
    isFork: from?.toLowerCase() !== repository.toLowerCase(),
  };
}

function textAt(payload: unknown, ...path: readonly string[]): string | null {
  const text = fieldAt(payload, ...path);
  return typeof text === 'string' && text !== '' ? text : null;
}

function branchIn(ref: string | null): string | null {
  return ref?.startsWith('refs/heads/') === true ? ref.slice('refs/heads/'.length) : null;
}

function commitAt(payload: unknown, ...path: readonly string[]): string {
  const commit = fieldAt(payload, ...path);
  if (typeof commit === 'string' && COMMIT.test(commit)) return commit;
  throw new UsageError(`the event names no commit at ${path.join('.')}`);
}
