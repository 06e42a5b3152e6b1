import { expect, it, onTestFinished } from 'vitest';
import { route } from '../../src/sandbox/routes.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import type { SandboxSystem } from '../../src/sandbox/system.js';
import { form, send, sendAs } from './client.js';

/** A system that this repository has no provider of: it counts what is posted to it. */
const counter: SandboxSystem = {
  name: 'counter',
  label: 'Counter',
  pathPrefix: '/counter/',
  tokenPath: '/counter-token',
  defaultSeed: 7,
  refusal: ({ status, message }) => ({ status, text: `no: ${message}` }),
  readSeed: (part) => {
    if (typeof part !== 'number') return { problems: ['/counter must be a number'] };
    return {
      start: async (tokens) => ({
        environment: { COUNTER_TOKEN: 'c' },
        settings: (url) => [`  counter: { url: ${url} }`],
        secretHeaders: [],
        tokenRoute: route('/counter-token', { POST: () => tokens.issue({}) }),
        authenticate: (request) => tokens.authenticate(request),
        load: (authenticate) => {
          let count = part;
          return {
            snapshot: () => count,
            routes: [
              route('/counter/{}', {
                POST: (request, [by]) => {
                  authenticate(request);
                  count += Number(by);
                  return { status: 200, json: count };
                },
                GET: () => ({ status: 200, json: count }),
              }),
            ],
          };
        },
      }),
    };
  },
};

async function served(options: object = {}): Promise<Sandbox> {
  const server = await startSandbox({ systems: [counter], ...options });
  onTestFinished(() => server.close());
  return server;
}

async function newToken(url: string): Promise<string> {
  return (await send(url, 'POST', '/counter-token', form({}))).json.access_token;
}

it('serves a system that it does not know by name', async () => {
  const { url, state, environment, settings, labels } = await served();
  const token = await newToken(url);
  expect((await sendAs(token, url, 'POST', '/counter/3')).text).toBe('10');
  expect([state(), labels]).toEqual([{ counter: 10 }, ['Counter']]);
  expect(environment).toEqual({ COUNTER_TOKEN: 'c', ROLECALL_SANDBOX_URL: url });
  expect(settings(url)).toEqual(['providers:', `  counter: { url: ${url} }`]);
});

it('refuses in the words of the system that a path belongs to, and in its own elsewhere', async () => {
  const { url } = await served();
  expect((await send(url, 'POST', '/counter/3')).text).toMatch(/^no: Authentication failed/);
  expect((await send(url, 'GET', '/platform/v1/organizations/1/environments')).json).toEqual({
    success: false,
    message: 'No such path: /platform/v1/organizations/1/environments',
  });
});

it('lags, resets and expires the tokens of any system', async () => {
  const clock = { at: 0 };
  const server = await served({ seed: { counter: 1 }, readLagMs: 1000, now: () => clock.at });
  const { url } = server;
  const token = await newToken(url);
  await sendAs(token, url, 'POST', '/counter/1');
  expect([server.state(), (await send(url, 'GET', '/counter/0')).text]).toEqual([{ counter: 2 }, '1']);
  clock.at = 1000;
  expect((await send(url, 'GET', '/counter/0')).text).toBe('2');
  server.reset();
  server.expireTokens();
  expect(server.state()).toEqual({ counter: 1 });
  expect((await sendAs(token, url, 'POST', '/counter/1')).status).toBe(401);
});

it('does not start with a seed that a system refuses', async () => {
  await expect(served({ seed: { counter: 'many' } })).rejects.toThrow('/counter must be a number');
});
