import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { type Runtime, systemRuntime } from '../../../../src/runtime.js';
import { now, type ProgramFolder, programFolder } from '../../../e2e/world.js';
import { type ExchangeCheck, readExchangeCheck } from '../../../openapi/exchange-check.js';
import { startValidatingProxy } from '../../../openapi/proxy.js';
import { type GitHubServer, startGitHub } from '../github-server.js';
import type { GitHubOptions } from './world.js';

/** What GitHub publishes of its API: a check of requests and answers. */
export const readGitHubCheck = (): Promise<ExchangeCheck> =>
  readExchangeCheck([fileURLToPath(new URL('openapi.yaml', import.meta.url))]);

export interface GitHubRun extends ProgramFolder {
  readonly github: GitHubServer;
  /** What was sent to change something since the last call, in order of the text. */
  readonly written: () => readonly string[];
}

export interface GitHubRunOptions extends Omit<GitHubOptions, 'token'> {
  /** Another provider of that name, with the same token. */
  readonly another?: string;
  /** Below `providers.github`, as YAML. */
  readonly settings?: string;
  /** Further lines of rolecall.yaml. */
  readonly further?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly runtime?: Partial<Runtime>;
}

const token = 'a-token-for-github';

/**
 * A double of GitHub, and a folder of files that name it. Every request and every answer is judged by what GitHub
 * publishes of its API: a test fails where one is not as described.
 */
export async function githubRun(check: ExchangeCheck, options: GitHubRunOptions): Promise<GitHubRun> {
  const { settings = '', another, further = '', files = {}, runtime, ...github } = options;
  const server = await startGitHub({ now, ...github, token });
  const proxy = await startValidatingProxy({ target: server.url, documents: check });
  onTestFinished(async () => {
    await proxy.close();
    await server.close();
    expect(proxy.violations).toEqual([]);
  });
  const provider = (name: string): string => `  ${name}:
    connector: github
    url: ${proxy.url}
    auth: { method: bearer, token: { env: GITHUB_ACCESS_TOKEN } }
`;
  const second = another === undefined ? '' : provider(another);
  const rolecallYaml = `version: 1\n${further}\nproviders:\n${second}${provider('github')}${settings}`;
  const own = { ...systemRuntime({ env: { GITHUB_ACCESS_TOKEN: token } }), now: () => now, ...runtime };
  return {
    github: server,
    ...programFolder({ 'rolecall.yaml': rolecallYaml, ...files }, own),
    written: () => {
      const sent = server.requests.filter((request) => !request.startsWith('GET'));
      server.requests.length = 0;
      return sent.sort();
    },
  };
}
