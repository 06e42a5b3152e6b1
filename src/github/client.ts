import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { type ProxiedFetch, proxiedFetch } from '../http/proxies.js';
import { failureOf, GitHubFailure, requireObject } from './failure.js';
import { fieldAt, fieldOf, listOf, textOf } from '../model/fields.js';

/** GitHub's API as the Action uses it. Responses are unparsed data. */
export interface GitHub {
  /**
   * Sends one REST request, such as `PATCH /repos/{owner}/{repo}/issues/{issue_number}`. A POST whose response is lost is
   * not repeated, since it may have been done. `permission` is the line of `permissions:` that it needs.
   * @throws GitHubFailure
   */
  rest(route: string, parameters: Parameters, permission: string): Promise<unknown>;
  /** Sends a GraphQL query about the repository, `$owner` and `$repo`, and gives its `data`. @throws GitHubFailure */
  query(query: string, variables: Parameters, permission: string): Promise<unknown>;
  /** Sends a GraphQL mutation that may be repeated without harm, and gives its `data`. @throws GitHubFailure */
  mutation(query: string, variables: Parameters, permission: string): Promise<unknown>;
}

type Parameters = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface GitHubOptions {
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  readonly userAgent: string;
  /** The value of an environment variable: HTTPS_PROXY and its like. */
  readonly env: (name: string) => string | undefined;
  /** Told when GitHub asks to wait. */
  readonly onWait: (seconds: number) => void;
}

/** How long a rate limit is waited for, seconds. */
const LONGEST_WAIT = 120;
const MOST_WAITS = 2;
/** Replaces the pace of writes, a second apart, for queries: they are POSTs that write nothing. */
const UNPACED = { key: () => ({ schedule: (): Promise<void> => Promise.resolve() }) };

/** An id of any size; older servers know only the other, which ends at 2^31. */
const WIDE_ID = 'fullDatabaseId';
const NARROW_ID = 'databaseId';

/** Opens a client that paces itself, waits out GitHub's rate limits where that is short, and retries what broke. */
export function openGitHub(options: GitHubOptions): GitHub {
  const wait = (seconds: number, _options: unknown, _octokit: unknown, retryCount: number): boolean => {
    const waits = retryCount < MOST_WAITS && seconds <= LONGEST_WAIT;
    if (waits) options.onWait(seconds);
    return waits;
  };
  const Client = Octokit.plugin(throttling, retry);
  const quiet = (): void => undefined;
  const proxyTo = (url: string): ProxiedFetch => proxiedFetch(url, options.env, [options.token]);
  const [restProxy, graphqlProxy] = [proxyTo(options.apiUrl), proxyTo(options.graphqlUrl)];
  const client = (baseUrl: string, { fetch }: ProxiedFetch, pace: object) =>
    new Client({
      auth: options.token,
      baseUrl,
      userAgent: options.userAgent,
      request: fetch === undefined ? {} : { fetch },
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      throttle: { id: options.apiUrl, onRateLimit: wait, onSecondaryRateLimit: wait, ...pace },
    });
  const graphqlBase = options.graphqlUrl.replace(/\/graphql\/*$/u, '');
  const restClient = client(options.apiUrl.replace(/\/+$/u, ''), restProxy, {});
  const queryClient = client(graphqlBase, graphqlProxy, { write: UNPACED });
  const mutationClient = client(graphqlBase, graphqlProxy, {});
  const [owner = '', repo = ''] = options.repository.split('/');
  let isOlder = false;
  const query = async (text: string, variables: Parameters, permission: string): Promise<unknown> => {
    const asked = isOlder ? text.replaceAll(WIDE_ID, NARROW_ID) : text;
    try {
      return await queryClient.graphql(asked, { owner, repo, ...variables });
    } catch (error) {
      const failure = failureOf(error, 'POST /graphql', permission, graphqlProxy);
      if (isOlder || !failure.message.includes(WIDE_ID)) throw failure;
      isOlder = true;
      return await query(text, variables, permission);
    }
  };
  return {
    query,
    mutation: async (text, variables, permission) => {
      try {
        return await mutationClient.graphql(text, variables);
      } catch (error) {
        throw failureOf(error, 'POST /graphql', permission, graphqlProxy);
      }
    },
    rest: async (route, parameters, permission) => {
      const request = route.startsWith('POST ') ? { request: { retries: 0 } } : {};
      try {
        const response: { readonly data: unknown } = await restClient.request(route, {
          owner,
          repo,
          ...parameters,
          ...request,
        });
        return response.data;
      } catch (error) {
        throw failureOf(error, route, permission, restProxy);
      }
    },
  };
}

interface Page {
  readonly data: unknown;
  readonly nodes: readonly unknown[];
}

/**
 * Reads the pages of a connection one after the other, at most `most` of them; `path` leads to it, and `variables` may
 * say after which cursor to begin. @throws GitHubFailure
 */
export async function* pagesOf(
  github: GitHub,
  query: string,
  variables: Parameters,
  {
    path,
    most,
    permission,
  }: { readonly path: readonly string[]; readonly most: number; readonly permission: string },
): AsyncGenerator<Page> {
  let after: Parameters[string] | undefined = variables['after'] ?? null;
  for (let page = 0; page < most; page += 1) {
    const data = await github.query(query, { ...variables, after }, permission);
    const connection = requireObject(data, ...path);
    yield { data, nodes: listOf(connection, 'nodes') };
    after = nextCursor(connection);
    if (after === null) return;
  }
}

/** Where the next page of a connection begins; null after the last one. */
export function nextCursor(connection: unknown): string | null {
  const info = fieldOf(connection, 'pageInfo');
  return fieldOf(info, 'hasNextPage') === true ? textOf(info, 'endCursor') : null;
}

const MOST_TRIES = 3;

/**
 * Makes something once: where the response is lost, `find` looks for what was made before it is made again, and gives
 * null where there is nothing. @throws GitHubFailure
 */
export async function makeOnce<T>(make: () => Promise<T>, find: () => Promise<T | null>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof GitHubFailure) || !error.mayHaveLanded || tries === MOST_TRIES) throw error;
      const made = await find();
      if (made !== null) return made;
    }
  }
}

const PERMISSION = 'contents: read';

/**
 * The commit a branch points to now; null where it is gone. A 404 counts only where the repository itself can be seen: a
 * token that may see neither gets the same. @throws GitHubFailure
 */
export async function branchTip(github: GitHub, branch: string): Promise<string | null> {
  try {
    const data = await github.rest('GET /repos/{owner}/{repo}/branches/{branch}', { branch }, PERMISSION);
    const sha = fieldAt(data, 'commit', 'sha');
    if (typeof sha === 'string') return sha;
    throw new GitHubFailure(`GitHub names no commit of the branch ${branch}`, null, {});
  } catch (error) {
    if (!(error instanceof GitHubFailure) || error.status !== 404) throw error;
    if (await canSeeRepository(github)) return null;
    throw error;
  }
}

async function canSeeRepository(github: GitHub): Promise<boolean> {
  try {
    await github.rest('GET /repos/{owner}/{repo}', {}, PERMISSION);
    return true;
  } catch (error) {
    if (error instanceof GitHubFailure && error.status === 404) return false;
    throw error;
  }
}
