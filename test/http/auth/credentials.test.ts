import { describe, expect, it } from 'vitest';
import type { CredentialSettings } from '../../../src/http/options.js';
import { json, startLoopback } from '../loopback.js';
import { failureOf, get, openTestClient, put, testRuntime, writerOf } from '../world.js';
import { startTokenServer } from './token-server.js';

const setting = 'providers.redox.auth';

function clientCredentials(url: string, more: object = {}): CredentialSettings {
  const names = { clientId: { env: 'ID' }, clientSecret: { env: 'SECRET' }, audience: null };
  return { method: 'client-credentials', setting, tokenUrl: `${url}/token`, ...names, ...more };
}

describe('a fixed credential', () => {
  it('is sent as the header the settings name', async () => {
    const server = await startLoopback((response) => json(response, 200, {}));
    const main: CredentialSettings = { method: 'header', setting, name: 'X-API-Key', token: { env: 'KEY' } };
    await openTestClient(server.url, { credentials: { main } }).reading.get(get);
    expect(server.received[0]?.headers).toMatchObject({ 'x-api-key': 'token-of-the-tests' });
    expect(server.received[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is sent with the further secrets that the settings name, none of which is shown', async () => {
    const server = await startLoopback((response) =>
      json(response, 400, { message: 'no to other-secret-of-the-tests' }),
    );
    const token = { env: 'KEY' };
    const headers = { 'X-App-Key': { env: 'APP_KEY' }, 'X-API-Key': { env: 'APP_KEY' } };
    const main: CredentialSettings = { method: 'header', setting, name: 'x-api-key', token, headers };
    const runtime = testRuntime({ KEY: 'a-secret-of-the-tests', APP_KEY: 'other-secret-of-the-tests' });
    const client = openTestClient(server.url, { credentials: { main }, runtime });
    const { message } = await failureOf(client.reading.get(get));
    expect(server.received[0]?.headers).toMatchObject({
      'x-api-key': 'a-secret-of-the-tests',
      'x-app-key': 'other-secret-of-the-tests',
    });
    expect(message).not.toContain('other-secret');
  });

  it('is not sent where a further secret is missing', async () => {
    const server = await startLoopback((response) => json(response, 200, {}));
    const token = { env: 'KEY' };
    const headers = { 'X-App-Key': { env: 'APP_KEY' } };
    const main: CredentialSettings = { method: 'header', setting, name: 'x-api-key', token, headers };
    const runtime = testRuntime({ KEY: 'a-secret-of-the-tests', APP_KEY: '' });
    const client = openTestClient(server.url, { credentials: { main }, runtime });
    const { message } = await failureOf(client.reading.get(get));
    expect(message).toContain('APP_KEY (setting providers.redox.auth.headers.X-App-Key)');
    expect(server.received).toEqual([]);
  });

  it.each([
    ['', 'is not set or empty'],
    ['two\nlines', 'cannot carry'],
  ])('whose variable is %j is named with its setting, and nothing is sent', async (value, words) => {
    const server = await startLoopback((response) => json(response, 200, {}));
    const client = openTestClient(server.url, { runtime: testRuntime({ TOKEN: value }) });
    const failure = await failureOf(client.reading.get(get));
    expect(failure).toMatchObject({ kind: 'missing-variable', variable: 'TOKEN', landed: 'no' });
    expect(failure.message).toContain(words);
    expect(failure.message).toContain('TOKEN (setting providers.redox.auth.token)');
    expect(server.received).toEqual([]);
  });

  it('that got a 401 is not used again', async () => {
    const server = await startLoopback((response) => json(response, 401, 'no entry'));
    const client = openTestClient(server.url);
    expect(await failureOf(client.reading.get(get))).toMatchObject({
      kind: 'unauthorized',
      status: 401,
      excerpt: 'no entry',
    });
    const second = await failureOf(writerOf(client).send(put));
    expect(second).toMatchObject({ kind: 'unauthorized', landed: 'no', request: 'PUT /v1/things' });
    expect(second.message).toContain('was not sent');
    expect(server.received).toHaveLength(1);
  });
});

describe('client credentials', () => {
  it('are posted as a form, with the audience where it is set', async () => {
    const server = await startTokenServer({ expiresIn: 300 });
    const main = clientCredentials(server.url, { audience: 'https://api' });
    const runtime = testRuntime({ ID: 'me', SECRET: 'hush-hush' });
    const client = openTestClient(server.url, { credentials: { main }, runtime });
    await client.reading.get(get);
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(Object.fromEntries(server.forms()[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'me',
      client_secret: 'hush-hush',
      audience: 'https://api',
    });
    expect(server.used()).toEqual(['Bearer token-1-of-this-server']);
    expect(client.counts()).toEqual({ made: 2, retries: 0 });
  });

  it('share one token request among concurrent requests and among equal settings', async () => {
    const server = await startTokenServer({ expiresIn: 300 });
    const main = clientCredentials(server.url);
    const other = { ...clientCredentials(server.url), setting: 'providers.redox.organizations.2048.auth' };
    const { reading } = openTestClient(server.url, { credentials: { main, other } });
    await Promise.all(
      [get, get, { ...get, credential: 'other' }, get].map((request) => reading.get(request)),
    );
    expect(server.forms()).toHaveLength(1);
    expect(server.used()).toHaveLength(4);
  });

  it.each([
    [undefined, 239_000, 241_000],
    [100, 79_000, 81_000],
    ['1', 790, 810],
  ])('of a life of %s seconds are renewed before it ends', async (expiresIn, before, after) => {
    const server = await startTokenServer({ expiresIn });
    const runtime = testRuntime();
    const { reading } = openTestClient(server.url, {
      credentials: { main: clientCredentials(server.url) },
      runtime,
    });
    await reading.get(get);
    runtime.pass(before);
    await reading.get(get);
    expect(server.forms()).toHaveLength(1);
    runtime.pass(after - before);
    await reading.get(get);
    await reading.get(get);
    expect(server.forms()).toHaveLength(2);
  });

  it('are waited for once the token has run out', async () => {
    const server = await startTokenServer({ expiresIn: 1 });
    const runtime = testRuntime();
    const { reading } = openTestClient(server.url, {
      credentials: { main: clientCredentials(server.url) },
      runtime,
    });
    await reading.get(get);
    runtime.pass(950);
    await reading.get(get);
    expect(server.used()).toEqual(['Bearer token-1-of-this-server', 'Bearer token-2-of-this-server']);
  });

  it('are taken when a request is sent, not when it begins to wait', async () => {
    const server = await startTokenServer({ expiresIn: 10 });
    const runtime = testRuntime();
    const credentials = { main: clientCredentials(server.url) };
    const { reading } = openTestClient(server.url, {
      credentials,
      runtime,
      rateLimit: { requests: 2, perMs: 60_000 },
      concurrency: 8,
    });
    await Promise.all([get, get, get].map((request) => reading.get(request)));
    expect(runtime.monotonic()).toBeGreaterThan(60_000);
    expect(server.used().at(-1)).toBe('Bearer token-2-of-this-server');
  });

  it('are renewed once on a 401, by all concurrent requests together', async () => {
    const server = await startTokenServer({
      expiresIn: 300,
      admit: (token) => (token.includes('token-1') ? 401 : 200),
    });
    const writing = writerOf(
      openTestClient(server.url, {
        credentials: { main: clientCredentials(server.url) },
      }),
    );
    const answers = await Promise.all([put, put, put, put].map((request) => writing.send(request)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(server.forms()).toHaveLength(2);
  });

  it('that are refused after renewal stop whatever uses them, and nothing else', async () => {
    const server = await startTokenServer({
      expiresIn: 300,
      admit: (token) => (token.includes('of-this-server') ? 401 : 200),
    });
    const fixed: CredentialSettings = { method: 'bearer', setting, token: { env: 'TOKEN' } };
    const client = openTestClient(server.url, {
      credentials: { main: clientCredentials(server.url), fixed },
    });
    expect(await failureOf(client.reading.get(get))).toMatchObject({ kind: 'unauthorized', status: 401 });
    expect(await failureOf(client.reading.get(get))).toMatchObject({ kind: 'unauthorized' });
    expect(server.forms()).toHaveLength(2);
    expect(server.used()).toHaveLength(2);
    expect(await client.reading.get({ ...get, credential: 'fixed' })).toMatchObject({ status: 200 });
  });

  it('are asked for again while the token endpoint fails', async () => {
    const server = await startTokenServer({
      token: (nth) => ({ status: nth < 3 ? 503 : 200, body: { access_token: 'token-of-the-third-time' } }),
    });
    const client = openTestClient(server.url, { credentials: { main: clientCredentials(server.url) } });
    await client.reading.get(get);
    expect(server.used()).toEqual(['Bearer token-of-the-third-time']);
    expect(client.counts()).toEqual({ made: 4, retries: 2 });
  });

  it('that the token endpoint refuses are a failure in its words, once for all', async () => {
    const server = await startTokenServer({
      token: () => ({
        status: 400,
        body: { error: 'invalid_client', error_description: 'secret hush-hush\u0007 is wrong' },
      }),
    });
    const runtime = testRuntime({ ID: 'me', SECRET: 'hush-hush' });
    const { reading } = openTestClient(server.url, {
      credentials: { main: clientCredentials(server.url) },
      runtime,
    });
    const failure = await failureOf(reading.get(get));
    expect(failure).toMatchObject({ kind: 'token', status: 400, landed: 'no' });
    expect(failure.message).toContain('invalid_client: secret [redacted]\\u{7} is wrong');
    expect(failure.message).toContain('The refused credential is in ID and SECRET (setting ');
    expect(await failureOf(reading.get(get))).toMatchObject({ kind: 'token' });
    expect(server.received).toHaveLength(1);
  });

  it('without an access_token in the answer are a failure', async () => {
    const server = await startTokenServer({ token: () => ({ status: 200, body: { token: 'x' } }) });
    const { reading } = openTestClient(server.url, { credentials: { main: clientCredentials(server.url) } });
    expect((await failureOf(reading.get(get))).message).toContain('without a usable access_token');
  });
});
