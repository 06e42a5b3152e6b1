import { expect, onTestFinished, test } from 'vitest';
import { type GitHub, openGitHub } from '../../src/github/client.js';
import { startProxy } from '../http/proxy.js';
import { GitHubServer } from './server.js';

const secrets = ['proxy-password', 'github-secret-token'];
const encoded = Buffer.from('ada:proxy-password').toString('base64');

async function startGitHub(): Promise<GitHubServer> {
  const server = await GitHubServer.start();
  onTestFinished(() => server.close());
  return server;
}

function through(proxy: string, url: string, variable = 'HTTP_PROXY'): GitHub {
  const value = `http://ada:proxy-password@${proxy}`;
  return openGitHub({
    env: (name) => (name === variable ? value : undefined),
    apiUrl: url,
    graphqlUrl: `${url}/graphql`,
    repository: 'acme/access',
    token: 'github-secret-token',
    userAgent: 'rolecall/test',
    onWait: () => undefined,
  });
}

const issue = 'POST /repos/{owner}/{repo}/issues';
const failing = (github: GitHub): Promise<unknown> =>
  github.rest(issue, { title: 'drift' }, 'issues: write').catch((error: unknown) => error);

test('requests to GitHub go through a tunnel of the proxy, which sees no token', async () => {
  const [proxy, server] = [await startProxy(), await startGitHub()];
  const github = through(proxy.url, server.url);
  await github.rest(issue, { title: 'drift', body: '', labels: [] }, 'issues: write');
  await github.query('query { viewer { login } }', {}, 'contents: read').catch(() => undefined);
  expect(server.received.map(({ path }) => path)).toEqual(['/repos/acme/access/issues', '/graphql']);
  expect(server.received[0]?.authorization).toBe('token github-secret-token');
  expect(proxy.log.length).toBeGreaterThan(0);
  for (const line of proxy.log) {
    expect(line).toContain(`CONNECT ${new URL(server.url).host}`);
    expect(line).not.toContain('secret-token');
  }
});

test('what GitHub says is shown without the password of the proxy, or the token', async () => {
  const [proxy, server] = [await startProxy(), await startGitHub()];
  const body = { message: `seen: ${encoded} proxy-password token github-secret-token` };
  server.fault = () => ({ status: 422, body });
  const failure = await failing(through(proxy.url, server.url));
  expect(failure).toMatchObject({ name: 'GitHubFailure', status: 422 });
  expect(String(failure)).toContain('seen: [redacted] [redacted] token [redacted]');
});

test.each([
  ['refuses', async () => (await startProxy(407)).url],
  ['is dead', async () => '127.0.0.1:1'],
])('a proxy that %s is named by its variable, with what to do and without its password', async (_, start) => {
  const server = await startGitHub();
  const failure = await failing(through(await start(), server.url));
  expect(failure).toMatchObject({ hint: expect.stringContaining('NO_PROXY'), mayHaveLanded: true });
  expect(String(failure)).toContain(`GitHub gave no answer to ${issue} through the proxy in HTTP_PROXY: `);
  for (const secret of [...secrets, encoded]) expect(String(failure)).not.toContain(secret);
  expect(server.received).toEqual([]);
});
