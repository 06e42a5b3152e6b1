import { readFileSync } from 'node:fs';
import { createServer as createHttps } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Answerer, json, startLoopback } from '../../http/loopback.js';
import { listening, startProxy } from '../../http/proxy.js';
import { member, memberships, patient, redoxAt, wrongs } from './world.js';

const env = { TOKEN: 'good', ID: 'id', SECRET: 'sesame-open' };
const rows = memberships(member('9', 'ops@acme.test', 'owner'));

const acme: Answerer = (response, { headers, path }) => {
  if (headers.authorization !== 'Bearer good') json(response, 401, {});
  else json(response, path.includes('1024') ? 200 : 404, rows);
};

/** Takes connections and never says anything. */
async function startHole(): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

function withTokens(url: string, tokenUrl: string): readonly string[] {
  const auth = `method: client-credentials, tokenUrl: ${tokenUrl}, clientId: { env: ID }, clientSecret: { env: SECRET }`;
  return [`url: ${url}`, `auth: { ${auth} }`, 'self: ops@acme.test'];
}

/** One line that says no ok, found within ten seconds. */
async function onlyLine(redox: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const startedAt = Date.now();
  const result = await patient({ redox, env: { ...env, ...more } }).json();
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(result).toMatchObject({ code: 1, ready: { plan: false, apply: false } });
  expect(result.stdout).not.toContain('sesame-open');
  const [line, ...others] = result.checks.filter(({ state }) => state !== 'ok');
  expect(others).toEqual([]);
  return line;
}

describe('one cause is one line', () => {
  test('where nothing resolves, for all origins together', async () => {
    const line = await onlyLine(withTokens('https://api.acme.invalid', 'https://auth.acme.invalid/token'));
    expect(line).toMatchObject({
      layer: 'network',
      subject: 'https://api.acme.invalid, https://auth.acme.invalid',
    });
    expect(line?.evidence).toMatch(
      /^https:\/\/api\.acme\.invalid cannot be reached: .* \(and the same for the others\)$/u,
    );
  });

  test('where a certificate is not trusted', async () => {
    const [key = '', cert = ''] = ['untrusted-key.pem', 'untrusted-cert.pem'].map((name) =>
      readFileSync(new URL(`../../safety/${name}`, import.meta.url), 'utf8'),
    );
    const port = await listening(createHttps({ key, cert }, (_request, response) => response.end('{}')));
    const line = await onlyLine(redoxAt(`https://127.0.0.1:${port}`));
    expect(line).toMatchObject({ layer: 'network', state: 'failed' });
    expect(line?.remedy).toContain('NODE_EXTRA_CA_CERTS');
  });

  test.each([
    ['refuses', 403],
    ['wants a login', 407],
  ])('where the proxy %s', async (_what, status) => {
    const { url } = await startProxy(status);
    const line = await onlyLine(redoxAt('https://api.acme.test'), { HTTPS_PROXY: url });
    expect(line).toMatchObject({ layer: 'network', subject: 'https://api.acme.test' });
    expect(line?.evidence).toContain('HTTPS_PROXY');
  });

  test('where the endpoint of tokens is not there', async () => {
    const { url } = await startLoopback(acme);
    const line = await onlyLine(withTokens(url, 'http://127.0.0.1:1/token'));
    expect(line).toMatchObject({ layer: 'network', subject: 'http://127.0.0.1:1' });
  });

  test('where the endpoint of tokens refuses what it was sent', async () => {
    const { url } = await startLoopback(acme);
    const tokens = await startLoopback((response) =>
      json(response, 400, { error: 'invalid_client', error_description: 'sesame-open is wrong' }),
    );
    const line = await onlyLine(withTokens(url, `${tokens.url}/token`));
    expect(line).toMatchObject({ layer: 'token', id: 'token' });
    expect(line?.evidence).toContain('The refused credential is in ID and SECRET');
  });

  test.each([
    ['fails', 500, {}, 'The fault is on the server'],
    ['asks to wait a minute', 429, { 'retry-after': '60' }, 'Run the command again later'],
    ['leads elsewhere', 302, { location: 'https://login.acme.test/' }, 'Check the url in rolecall.yaml'],
  ])('where the API %s, and no credential is sent', async (_what, status, headers, remedy) => {
    const server = await startLoopback((response) => json(response, status, {}, headers));
    const line = await onlyLine(redoxAt(server.url));
    expect(line).toMatchObject({ id: 'invalid-credential', state: 'failed' });
    expect(line?.remedy).toContain(remedy);
    expect(server.received.map((request) => request.headers.authorization)).toEqual([
      'Bearer rolecall-doctor-invalid',
    ]);
  });
});

/** Each waits out a time limit, so all of them wait at once. */
test('hosts that say nothing are one line each, within ten seconds', { timeout: 60_000 }, async () => {
  const hole = await startHole();
  const { url } = await startLoopback(acme);
  const tokens = await startLoopback((response, { method }) => {
    if (method === 'GET') json(response, 404, {});
  });
  const silentLater = await startLoopback((response, received, nth) => {
    if (nth <= 3) acme(response, received, nth);
  });
  const proxy = { HTTPS_PROXY: `http://ada:hunter22@127.0.0.1:${hole}` };
  const [behindProxy, noTokens, noAnswerToTokens, noRoles] = await Promise.all([
    onlyLine(redoxAt('https://api.acme.test'), proxy),
    onlyLine(withTokens(url, `http://127.0.0.1:${hole}/token`)),
    onlyLine(withTokens(url, `${tokens.url}/token`)),
    onlyLine(redoxAt(silentLater.url, 'self: ops@acme.test')),
  ]);
  expect(behindProxy?.remedy).toContain('The proxy in HTTPS_PROXY is in use');
  expect(noTokens).toMatchObject({ layer: 'network', subject: `http://127.0.0.1:${hole}` });
  expect(noAnswerToTokens).toMatchObject({ layer: 'token', id: 'token' });
  expect(noRoles).toMatchObject({ layer: 'permissions', subject: 'redox/organization/1024' });
});

test('a proxy that works is named', async () => {
  const proxy = await startProxy();
  const server = await startLoopback(acme);
  const { checks, ...result } = await patient({
    redox: redoxAt(server.url, 'self: ops@acme.test'),
    env: { ...env, HTTP_PROXY: proxy.url },
  }).json();
  expect(wrongs({ ...result, checks })).toEqual([]);
  expect(checks.find(({ layer }) => layer === 'network')?.evidence).toBe(
    'answers, through the proxy in HTTP_PROXY',
  );
});
