import { exportJWK, exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CredentialSettings } from '../../../src/http/options.js';
import { failureOf, get, openTestClient, testRuntime } from '../world.js';
import { startTokenServer } from './token-server.js';

const setting = 'providers.redox.auth';

describe('a private key', () => {
  let pem = '';
  let jwk = '';
  let publicKey: Awaited<ReturnType<typeof generateKeyPair>>['publicKey'];

  beforeAll(async () => {
    const pair = await generateKeyPair('RS384', { extractable: true });
    pem = await exportPKCS8(pair.privateKey);
    jwk = JSON.stringify(await exportJWK(pair.privateKey));
    publicKey = pair.publicKey;
  });

  function settings(url: string, tokenScope?: string): CredentialSettings {
    const names = { clientId: { env: 'ID' }, keyId: { env: 'KID' }, privateKey: { env: 'KEY' } };
    return { method: 'private-key-jwt', setting, tokenUrl: `${url}/token`, ...names, tokenScope };
  }

  it.each([
    ['PEM', () => pem],
    ['PEM with spelled-out line ends', () => pem.replaceAll('\n', '\\n')],
    ['JWK', () => jwk],
  ])('given as %s signs the assertion that Redox wants', async (_, key) => {
    const server = await startTokenServer({ expiresIn: 300 });
    const runtime = testRuntime({ ID: 'client-1', KID: 'key-1', KEY: key() });
    await openTestClient(server.url, { credentials: { main: settings(server.url) }, runtime }).reading.get(
      get,
    );
    const [form] = server.forms();
    expect(form?.get('grant_type')).toBe('client_credentials');
    expect(form?.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect([...(form?.keys() ?? [])]).toHaveLength(3);
    const currentDate = new Date(runtime.now());
    const { payload, protectedHeader } = await jwtVerify(form?.get('client_assertion') ?? '', publicKey, {
      currentDate,
    });
    expect(protectedHeader).toEqual({ alg: 'RS384', kid: 'key-1', typ: 'JWT' });
    const iat = runtime.now() / 1000;
    const jti = '00000000-0000-4000-8000-000000000001';
    expect(payload).toEqual({
      iss: 'client-1',
      sub: 'client-1',
      aud: `${server.url}/token`,
      iat,
      exp: iat + 300,
      jti,
    });
  });

  it('puts the token scope into the assertion where it is set', async () => {
    const server = await startTokenServer({ expiresIn: 300 });
    const runtime = testRuntime({ ID: 'client-1', KID: 'key-1', KEY: pem });
    await openTestClient(server.url, {
      credentials: { main: settings(server.url, 'a b') },
      runtime,
    }).reading.get(get);
    const { payload } = await jwtVerify(server.forms()[0]?.get('client_assertion') ?? '', publicKey, {
      currentDate: new Date(runtime.now()),
    });
    expect(payload['scope']).toBe('a b');
  });

  it.each([
    ['nonsense-nonsense', 'holds no RSA private key'],
    ['{"kty":"RSA"}', 'holds no RSA private key'],
    ['-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----', 'openssl pkcs8'],
  ])('that cannot be read is named without being quoted: %j', async (key, words) => {
    const server = await startTokenServer({});
    const runtime = testRuntime({ ID: 'client-1', KID: 'key-1', KEY: key });
    const failure = await failureOf(
      openTestClient(server.url, { credentials: { main: settings(server.url) }, runtime }).reading.get(get),
    );
    expect(failure).toMatchObject({ kind: 'missing-variable', variable: 'KEY' });
    expect(failure.message).toContain(words);
    expect(failure.message).not.toContain(key);
    expect(server.received).toEqual([]);
  });
});
