import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { failureOf, GraphqlErrors } from './failure.js';

/** GitHub's API as the Action uses it. What comes back is data to be parsed. */
export interface GitHub {
  /**
   * Sends one REST request, such as `PATCH /repos/{owner}/{repo}/issues/{issue_number}`.
   * `permission` is the line of `permissions:` that it needs. @throws GitHubFailure
   */
  rest(route: string, parameters: Parameters, permission: string): Promise<unknown>;
  /** Sends a GraphQL query and gives its `data`. @throws GitHubFailure */
  graphql(query: string, variables: Parameters, permission: string): Promise<unknown>;
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
  /** Told when GitHub asks to wait. */
  readonly onWait: (seconds: number) => void;
}

/** How long a rate limit is waited for, seconds. */
const LONGEST_WAIT = 120;
const MOST_WAITS = 2;

/** Opens a client that paces itself, waits out GitHub's limits where that is short, and repeats what broke. */
export function openGitHub(options: GitHubOptions): GitHub {
  const wait = (seconds: number, _options: unknown, _octokit: unknown, retryCount: number): boolean => {
    const waits = retryCount < MOST_WAITS && seconds <= LONGEST_WAIT;
    if (waits) options.onWait(seconds);
    return waits;
  };
  const Client = Octokit.plugin(throttling, retry);
  const quiet = (): void => undefined;
  // Paced apart: a query is no write, though both are POSTs that come a second apart at most.
  const client = (id: string, baseUrl: string) =>
    new Client({
      auth: options.token,
      baseUrl,
      userAgent: options.userAgent,
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      throttle: { id: `${id} ${baseUrl}`, onRateLimit: wait, onSecondaryRateLimit: wait },
    });
  const restClient = client('rest', options.apiUrl.replace(/\/+$/u, ''));
  const [, graphqlBase] = /^(.*)\/graphql\/*$/u.exec(options.graphqlUrl) ?? [];
  const queryRoute = graphqlBase === undefined ? `POST ${options.graphqlUrl}` : 'POST /graphql';
  const queryClient = client('graphql', graphqlBase ?? options.graphqlUrl);
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
        });
        return answer.data;
      } catch (error) {
        throw failureOf(error, route, permission);
      }
    },
    graphql: async (query, variables, permission) => {
      try {
        const answer: { readonly data: unknown } = await queryClient.request(queryRoute, {
          query,
          variables,
        });
        return graphqlData(answer.data);
      } catch (error) {
        throw failureOf(error, 'POST /graphql', permission);
      }
    },
  };
}

function graphqlData(answer: unknown): unknown {
  const body: object = typeof answer === 'object' && answer !== null ? answer : {};
  const errors: unknown = Reflect.get(body, 'errors');
  if (Array.isArray(errors) && errors.length > 0) throw new GraphqlErrors(errors);
  return Reflect.get(body, 'data');
}
