import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exceptionFor, proxyFor } from '../../src/http/proxies.js';
import { json, startLoopback } from './loopback.js';
import { listening, startProxy } from './proxy.js';
import { failureOf, get, openTestClient, testRuntime } from './world.js';

describe('a proxy', () => {
  it('is asked for a tunnel, with its own credentials alone', async () => {
    const proxy = await startProxy();
    const server = await startLoopback((response) => json(response, 200, {}));
    const runtime = testRuntime({
      HTTP_PROXY: `http://ada:proxy-password@${proxy.url}`,
      TOKEN: 'hush-hush-token',
    });
    await openTestClient(server.url, { runtime }).reading.get(get);
    expect(proxy.log).toHaveLength(1);
    expect(proxy.log[0]).toContain(`CONNECT ${new URL(server.url).host}`);
    expect(proxy.log[0]).toContain(Buffer.from('ada:proxy-password').toString('base64'));
    expect(proxy.log[0]).not.toContain('hush-hush');
    expect(server.received[0]?.headers.authorization).toBe('Bearer hush-hush-token');
  });

  it('leads to servers with TLS, whose certificate is checked all the same', async () => {
    const proxy = await startProxy();
    const [key, cert] = ['untrusted-key.pem', 'untrusted-cert.pem'].map((name) =>
      readFileSync(join(import.meta.dirname, '../safety', name)),
    );
    const port = await listening(createTlsServer({ key, cert }));
    const runtime = testRuntime({ https_proxy: proxy.url });
    const client = openTestClient(`https://127.0.0.1:${port}`, { runtime });
    expect(await failureOf(client.reading.get(get))).toMatchObject({ kind: 'certificate' });
    expect(proxy.log).toHaveLength(1);
  });

  it.each([
    ['refuses', async () => (await startProxy(407)).url],
    ['is dead', async () => '127.0.0.1:9'],
  ])('that %s is named as the cause, without its password', async (_, start) => {
    const runtime = testRuntime({ HTTP_PROXY: `http://ada:proxy-password@${await start()}` });
    const failure = await failureOf(openTestClient('http://127.0.0.1:1', { runtime }).reading.get(get));
    expect(failure.kind).toBe('proxy');
    expect(failure.message).toContain('the proxy in HTTP_PROXY');
    expect(failure.message).not.toContain('proxy-password');
  });

  it.each(['socks5://ada:hidden-word@proxy', 'http://', 'ht tp://ada:hidden-word@x'])(
    'cannot be %j, which is told without its value',
    (value) => {
      const choose = (): unknown => proxyFor('https://api.test', (name) => ({ HTTPS_PROXY: value })[name]);
      expect(choose).toThrow('HTTPS_PROXY does not hold the URL of a proxy');
      expect(choose).not.toThrow('hidden-word');
    },
  );
});

describe('NO_PROXY', () => {
  it.each([
    ['https://api.corp.example', '.corp.example', true],
    ['https://api.corp.example', '*.corp.example', true],
    ['https://api.corp.example', 'corp.example', true],
    ['https://corp.example', '.corp.example', true],
    ['https://api.corp.example', 'a.test, corp.example , b.test', true],
    ['https://notcorp.example', 'corp.example', false],
    ['https://api.corp.example:8443', 'api.corp.example:8443', true],
    ['https://api.corp.example', 'api.corp.example:8443', false],
    ['https://api.corp.example', 'API.Corp.Example:443', true],
    ['https://api.corp.example', '*', true],
    ['https://10.1.2.3', '10.1.2.3', true],
    ['https://10.1.2.3', '10.0.0.0/8', true],
    ['https://11.1.2.3', '10.0.0.0/8', false],
    ['https://[::1]', '::1', true],
    ['https://[::1]:8443', '[::1]:8443', true],
    ['https://api.corp.example', '', false],
  ])('for %s of %j is believed', (origin, noProxy, direct) => {
    const env = new Map([
      ['HTTPS_PROXY', 'http://proxy.test:3128'],
      ['NO_PROXY', noProxy],
    ]);
    const choice = proxyFor(origin, (name) => env.get(name));
    expect(choice === null).toBe(direct);
  });
});

describe('the variable that excepts a server from the proxy', () => {
  it.each([
    [{}, {}],
    [{ HTTP_PROXY: '' }, {}],
    [{ HTTPS_PROXY: 'http://proxy.test' }, { NO_PROXY: '127.0.0.1' }],
    [{ http_proxy: 'proxy.test', NO_PROXY: 'corp.example' }, { NO_PROXY: 'corp.example,127.0.0.1' }],
    [{ http_proxy: 'proxy.test', no_proxy: 'corp.example' }, { no_proxy: 'corp.example,127.0.0.1' }],
    [{ HTTP_PROXY: 'proxy.test', NO_PROXY: '127.0.0.0/8' }, {}],
  ])('where the environment is %j', (env, wanted) => {
    const values = new Map(Object.entries(env));
    expect(exceptionFor('http://127.0.0.1:8620', (name) => values.get(name))).toEqual(wanted);
  });
});
