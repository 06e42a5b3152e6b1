import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { expectAgreement } from './agreement.js';
import { makeFlow } from './flow.js';
import { holdings, settled } from './hospital.js';
import type { RawReply, Rule } from './interposer.js';

const json = (status: number, body: unknown, headers: Record<string, string> = {}): RawReply => ({
  status,
  headers,
  body: JSON.stringify(body),
});
const isWrite = (method: string, url: string): boolean => method !== 'GET' && !url.endsWith('/token');

describe('401 in the middle of an apply', () => {
  test('stops what uses that credential, and the other provider goes on', async () => {
    let writes = 0;
    const flow = await makeFlow({
      rule: ({ method, url }) => {
        if (!isWrite(method, url) || !url.startsWith('/platform')) return 'pass';
        writes += 1;
        return writes > 2 ? json(401, { message: 'expired' }) : 'pass';
      },
    });
    const { code, result } = await flow.apply('--concurrency', '1');
    expect(code).toBe(6);
    expect(
      result.results
        .filter(({ scope }) => scope.startsWith('aion'))
        .every(({ status }) => status === 'applied'),
    ).toBe(true);
    const redox = result.results.filter(({ scope }) => scope.startsWith('redox'));
    expect(redox.filter(({ status }) => status === 'applied')).toHaveLength(2);
    expect(redox.filter(({ status }) => status === 'failed')).toHaveLength(1);
    expect(flow.wire.writes().filter((write) => write.includes('/platform'))).toHaveLength(3);
    expectAgreement(flow);
    flow.wire.twist(() => 'pass');
    expect((await flow.apply()).code).toBe(0);
    expect(holdings(flow.sandbox.state())).toEqual(settled);
  });

  const clientCredentials = (url: string): string => `version: 1
providers:
  redox: { url: ${url}/platform, auth: { method: bearer, token: { env: REDOX_TOKEN } } }
  aion:
    url: ${url}
    usersUrl: ${url}
    auth:
      method: client-credentials
      tokenUrl: ${url}/oauth/token
      clientId: { env: AION_CLIENT_ID }
      clientSecret: { env: AION_CLIENT_SECRET }
`;
  const withClient = async (rule?: Rule) => {
    const { hospital } = await import('./hospital.js');
    const aion = {
      accounts: [],
      ...hospital.aion,
      clients: [{ id: 'robot', secret: 'marked-secret-of-the-robot' }],
    };
    return makeFlow({
      sandbox: { seed: { ...hospital, aion } },
      wholeSettings: clientCredentials,
      ...(rule === undefined ? {} : { rule }),
    });
  };

  test('is met by one renewal where the token can be renewed, however many requests meet it', async () => {
    const flow = await withClient();
    let expired = false;
    flow.wire.twist(({ method, url }) => {
      if (!expired && isWrite(method, url) && url.startsWith('/api')) {
        expired = true;
        flow.sandbox.expireTokens();
      }
      return 'pass';
    });
    const { code } = await flow.apply();
    expect(code).toBe(0);
    expect(flow.wire.seen.filter(({ url }) => url === '/oauth/token')).toHaveLength(2);
    expect(holdings(flow.sandbox.state())).toEqual(settled);
    expectAgreement(flow);
  });

  test('after the renewal too stops what uses the credential', async () => {
    const flow = await withClient();
    flow.wire.twist(({ method, url }) =>
      isWrite(method, url) && url.startsWith('/api') ? json(401, {}) : 'pass',
    );
    const { code, result } = await flow.apply('--concurrency', '1');
    expect(code).toBe(6);
    expect(
      result.results.filter(({ scope, status }) => scope.startsWith('aion') && status === 'applied'),
    ).toEqual([]);
    expect(flow.wire.writes().filter((write) => write.includes('/api/')).length).toBeLessThanOrEqual(2);
    expect(
      result.results
        .filter(({ scope }) => scope.startsWith('redox'))
        .every(({ status }) => status === 'applied'),
    ).toBe(true);
  });

  test.each([
    ['refuses', json(400, { error: 'invalid_client' })],
    ['answers with no token', json(200, { token_type: 'Bearer' })],
    ['answers with a token that no header can carry', json(200, { access_token: 'a\r\nx-evil: 1' })],
    ['answers HTML', { status: 200, body: '<html>' }],
    ['redirects', { status: 302, headers: { location: 'https://elsewhere.test/' }, body: '' }],
  ])('a token endpoint that %s leaves its provider unread, and the other goes on', async (_, reply) => {
    const flow = await withClient(({ url }) => (url === '/oauth/token' ? reply : 'pass'));
    const { code, result } = await flow.apply();
    expect(code).toBe(6);
    expect(result.results.every(({ scope }) => scope.startsWith('redox'))).toBe(true);
    expect(result.summary.applied).toBe(6);
    expect(flow.wire.seen.filter(({ url }) => url.startsWith('/api'))).toEqual([]);
  });
});

test('403 stops the writes of that scope alone', async () => {
  const flow = await makeFlow({
    rule: ({ method, url }) =>
      method !== 'GET' && url.includes('/environments/prod/')
        ? json(403, { message: 'owners only' })
        : 'pass',
  });
  const { code, result } = await flow.apply('--concurrency', '1');
  expect(code).toBe(6);
  const statuses = (scope: string) =>
    result.results.filter((one) => one.scope === scope).map(({ status }) => status);
  expect(statuses('redox/environment/prod').sort()).toEqual(['failed', 'skipped', 'skipped']);
  expect(flow.wire.writes().filter((write) => write.includes('/prod/'))).toHaveLength(1);
  expect(statuses('redox/organization/2048')).toEqual(['applied']);
  expect(statuses('aion/account/orbit')).toEqual(['applied', 'applied']);
  expectAgreement(flow);
});

describe('a variable that is not set', () => {
  test.each([undefined, '', '   '])('(%j) is named, and nothing is sent', async (value) => {
    const flow = await makeFlow({ env: { REDOX_TOKEN: value ?? '' } });
    const { code, stderr } = await flow.rolecall('apply', '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain('REDOX_TOKEN');
    expect(flow.wire.writes()).toEqual([]);
  });
});

test('a provider that no file uses needs neither variable nor connection', async () => {
  const flow = await makeFlow({
    files: { 'access/aion.yaml': 'account: nova\nroles:\n  account_admin: [vera]\n' },
    env: { REDOX_TOKEN: '' },
  });
  expect((await flow.apply()).code).toBe(0);
  expect(flow.wire.seen.filter(({ url }) => url.startsWith('/platform'))).toEqual([]);
});

test('an unusable key says what is wrong with it and quotes none of it', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const flow = await makeFlow({
    wholeSettings: (url) => `version: 1
providers:
  redox:
    url: ${url}/platform
    auth: { method: private-key-jwt, tokenUrl: ${url}/v2/auth/token, clientId: { env: REDOX_TOKEN }, keyId: { env: REDOX_TOKEN }, privateKey: { env: KEY } }
`,
    files: { 'access/redox.yaml': 'organization: "1024"\nroles: { owner: [ada@acme.test] }\n' },
    env: { KEY: privateKey },
  });
  const { code, stderr, stdout } = await flow.rolecall('plan', '--verbose');
  expect(code).toBe(1);
  expect(stderr).toContain('pkcs8');
  const middle = privateKey.split('\n')[3] ?? 'none';
  expect(stderr + stdout).not.toContain(middle);
});
