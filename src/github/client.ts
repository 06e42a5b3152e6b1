import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { type ProxiedFetch, proxiedFetch } from '../http/proxied-fetch.js';
import { failureOf, GitHubFailure, GraphqlErrors } from './failure.js';
import { fieldAt } from './fields.js';

/** GitHub's API as the Action uses it. What comes back is data to be parsed. */
export interface GitHub {
  /**
   * Sends one REST request, such as `PATCH /repos/{owner}/{repo}/issues/{issue_number}`. A POST whose answer is lost is
   * not repeated: it may have made what it was to make. `permission` is the line of `permissions:` that it needs.
   * @throws GitHubFailure
   */
  rest(route: string, parameters: Parameters, permission: string): Promise<unknown>;
  /** Sends a GraphQL query and gives its `data`. @throws GitHubFailure */
  graphql(query: string, variables: Parameters, permission: string): Promise<unknown>;
  /** Sends a GraphQL mutation that may be repeated without harm, and gives its `data`. @throws GitHubFailure */
  mutation(query: string, variables: Parameters, permission: string): Promise<unknown>;
  readonly owner: string;
  readonly repo: string;
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
/** In place of the pace of writes, a second apart, for queries: they are POSTs that write nothing. */
const UNPACED = { key: () => ({ schedule: (): Promise<void> => Promise.resolve() }) };

/** An id of any size, and what servers have that are older than it: that one ends at 2^31. */
const WIDE_ID = 'fullDatabaseId';
const NARROW_ID = 'databaseId';

/** Opens a client that paces itself, waits out GitHub's limits where that is short, and repeats what broke. */
export function openGitHub(options: GitHubOptions): GitHub {
  const wait = (seconds: number, _options: unknown, _octokit: unknown, retryCount: number): boolean => {
    const waits = retryCount < MOST_WAITS && seconds <= LONGEST_WAIT;
    if (waits) options.onWait(seconds);
    return waits;
  };
  const Client = Octokit.plugin(throttling, retry);
  const quiet = (): void => undefined;
  const wayTo = (url: string): ProxiedFetch => proxiedFetch(url, options.env, [options.token]);
  const [restWay, queryWay] = [wayTo(options.apiUrl), wayTo(options.graphqlUrl)];
  const client = (baseUrl: string, { fetch }: ProxiedFetch, pace: object) =>
    new Client({
      auth: options.token,
      baseUrl,
      userAgent: options.userAgent,
      request: fetch === undefined ? {} : { fetch },
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      throttle: { id: options.apiUrl, onRateLimit: wait, onSecondaryRateLimit: wait, ...pace },
    });
  const restClient = client(options.apiUrl.replace(/\/+$/u, ''), restWay, {});
  const [, graphqlBase] = /^(.*)\/graphql\/*$/u.exec(options.graphqlUrl) ?? [];
  const queryRoute = graphqlBase === undefined ? `POST ${options.graphqlUrl}` : 'POST /graphql';
  const queryClient = client(graphqlBase ?? options.graphqlUrl, queryWay, { write: UNPACED });
  const mutationClient = client(graphqlBase ?? options.graphqlUrl, queryWay, {});
  let isOlder = false;
  const send = async (
    through: typeof queryClient,
    query: string,
    variables: Parameters,
    permission: string,
  ): Promise<unknown> => {
    const asked = isOlder ? query.replaceAll(WIDE_ID, NARROW_ID) : query;
    try {
      const answer: { readonly data: unknown } = await through.request(queryRoute, {
        query: asked,
        variables,
      });
      return graphqlData(answer.data);
    } catch (error) {
      if (!lacksWideIds(error) || !asked.includes(WIDE_ID))
        throw failureOf(error, 'POST /graphql', permission, queryWay);
      isOlder = true;
      return await send(through, query, variables, permission);
    }
  };
  const [owner = '', repo = ''] = options.repository.split('/');
  return {
    owner,
    repo,
    rest: async (route, parameters, permission) => {
      try {
        const answer: { readonly data: unknown } = await restClient.request(route, {
          owner,
          repo,
          ...parameters,
          ...(route.startsWith('POST ') ? { request: { retries: 0 } } : {}),
        });
        return answer.data;
      } catch (error) {
        throw failureOf(error, route, permission, restWay);
      }
    },
    graphql: (query, variables, permission) => send(queryClient, query, variables, permission),
    mutation: (query, variables, permission) => send(mutationClient, query, variables, permission),
  };
}

function lacksWideIds(error: unknown): boolean {
  return error instanceof GraphqlErrors && error.message.includes(WIDE_ID);
}

function graphqlData(answer: unknown): unknown {
  const body: object = typeof answer === 'object' && answer !== null ? answer : {};
  const errors: unknown = Reflect.get(body, 'errors');
  if (Array.isArray(errors) && errors.length > 0) throw new GraphqlErrors(errors);
  return Reflect.get(body, 'data');
}

const PERMISSION = 'contents: read';

/**
 * The commit a branch points to now; null where it is gone, which is believed only where the repository can be seen: a
 * token that sees neither is answered the same. @throws GitHubFailure
 */
export async function branchTip(github: GitHub, branch: string): Promise<string | null> {
  try {
    const data = await github.rest('GET /repos/{owner}/{repo}/branches/{branch}', { branch }, PERMISSION);
    const sha = fieldAt(data, 'commit', 'sha');
    if (typeof sha === 'string') return sha;
    throw new GitHubFailure(`GitHub tells no commit of the branch ${branch}`, null, {});
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
