import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../sandbox/start.js';
import { form, type Reply, send, sendAs, smallSeed, started } from '../../../sandbox/client.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const start = Date.UTC(2026, 10, 22, 9);
const organization = '/platform/v1/organizations/1024/role-assignment';

interface Parts {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: typeof privateKey;
}

function assertion(sandbox: Sandbox, at: number, { header, claims, key = privateKey }: Parts = {}): string {
  const now = Math.floor(at / 1000);
  const head = { alg: 'RS384', kid: 'key-1', typ: 'JWT', ...header };
  const aud = `${sandbox.url}/v2/auth/token`;
  const all = { iss: 'robot', sub: 'robot', aud, iat: now, exp: now + 300, jti: 'once', ...claims };
  const signed = [head, all].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${sign('sha384', Buffer.from(signed), key).toString('base64url')}`;
}

function ask(sandbox: Sandbox, jwt: string): Promise<Reply> {
  return send(sandbox.url, 'POST', '/v2/auth/token', form(fields(jwt)));
}

function fields(jwt: string): Record<string, string> {
  return {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: jwt,
  };
}

function rsaJwk(): { readonly kty: 'RSA' } {
  return { ...privateKey.export({ format: 'jwk' }), kty: 'RSA' };
}

async function withKey(clock: { at: number } = { at: start }): Promise<Sandbox> {
  const client = {
    id: 'robot',
    keyId: 'key-1',
    actsAs: '2',
    privateKey: rsaJwk(),
  };
  const redox = { organizations: smallSeed.redox?.organizations ?? [], clients: [client] };
  return await started({ seed: { ...smallSeed, redox }, now: () => clock.at });
}

describe('the Redox token endpoint of the sandbox', () => {
  it("gives a token that acts as the key's user for five minutes", async () => {
    const clock = { at: start };
    const sandbox = await withKey(clock);
    const reply = await ask(sandbox, assertion(sandbox, start));
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ token_type: 'Bearer', expires_in: 300 });
    const token: string = reply.json.access_token;
    const read = (): Promise<Reply> => sendAs(token, sandbox.url, 'GET', organization);
    expect((await read()).status).toBe(200);
    expect((await sendAs(token, sandbox.url, 'DELETE', organization, { json: {} })).status).toBe(403);
    clock.at += 299_999;
    expect((await read()).status).toBe(200);
    clock.at += 1;
    expect((await read()).status).toBe(401);
  });

  it('lets all tokens expire at once when told to', async () => {
    const sandbox = await withKey();
    const { access_token: token } = (await ask(sandbox, assertion(sandbox, start))).json;
    sandbox.expireTokens();
    expect((await sendAs(token, sandbox.url, 'GET', organization)).status).toBe(401);
  });

  it('accepts an assertion only once', async () => {
    const sandbox = await withKey();
    const jwt = assertion(sandbox, start);
    expect((await ask(sandbox, jwt)).status).toBe(200);
    const again = await ask(sandbox, jwt);
    expect([again.status, again.json.error_description]).toEqual([401, 'Unexpected jti claim value']);
  });

  it.each<[string, Parts, RegExp]>([
    ['another algorithm', { header: { alg: 'RS256' } }, /alg/],
    ['no kid', { header: { kid: undefined } }, /JWT header kid is required/],
    ['an unknown kid', { header: { kid: 'key-2' } }, /Public key not found/],
    ['another typ', { header: { typ: 'at+jwt' } }, /typ/],
    ['an unknown issuer', { claims: { iss: 'other', sub: 'other' } }, /Public key not found/],
    ['another subject', { claims: { sub: 'other' } }, /Unexpected sub claim/],
    ['the issuer as audience', { claims: { aud: 'http://127.0.0.1' } }, /Unexpected aud claim/],
    ['a list of audiences', { claims: { aud: ['a', 'b'] } }, /Unexpected aud claim/],
    ['an iat of 11 seconds ahead', { claims: { iat: start / 1000 + 11 } }, /Unexpected iat claim/],
    [
      'an iat of over five minutes ago',
      { claims: { iat: start / 1000 - 311, exp: start / 1000 - 11 } },
      /iat/,
    ],
    ['no iat', { claims: { iat: undefined } }, /Unexpected iat claim/],
    ['an exp beyond 300 seconds', { claims: { exp: start / 1000 + 301 } }, /Unexpected exp claim/],
    [
      'an exp in the past',
      { claims: { iat: start / 1000 - 200, exp: start / 1000 - 10 } },
      /Unexpected exp claim/,
    ],
    ['no exp', { claims: { exp: undefined } }, /Unexpected exp claim/],
    ['no jti', { claims: { jti: '' } }, /Unexpected jti claim/],
    ['the signature of another key', { key: stranger }, /signature/],
  ])('refuses an assertion with %s, in the documented body', async (_, parts, description) => {
    const sandbox = await withKey();
    const reply = await ask(sandbox, assertion(sandbox, start, parts));
    expect([400, 401]).toContain(reply.status);
    expect(reply.json).toEqual({
      error: 'invalid_request',
      error_description: expect.stringMatching(description),
      error_uri: 'https://docs.redoxengine.com/permalink/7sEi7MTFssZ1JuHpUYLeYJ',
    });
  });

  it('allows a clock that is ten seconds ahead', async () => {
    const sandbox = await withKey();
    const reply = await ask(sandbox, assertion(sandbox, start + 10_000));
    expect(reply.status).toBe(200);
  });

  it('refuses a body that is not the documented form', async () => {
    const sandbox = await withKey();
    const path = '/v2/auth/token';
    const good = fields(assertion(sandbox, start));
    const json = await send(sandbox.url, 'POST', path, { json: good });
    const description = async (changed: Record<string, string>): Promise<string> =>
      (await send(sandbox.url, 'POST', path, form({ ...good, ...changed }))).json.error_description;
    expect([json.status, json.json.error_description]).toEqual([
      400,
      'Content-Type must be application/x-www-form-urlencoded',
    ]);
    expect(await description({ grant_type: 'password' })).toBe('Missing or incorrect grant_type');
    expect(await description({ client_assertion_type: '' })).toBe('Missing or invalid client assertion type');
    expect(await description({ client_assertion: '' })).toBe('Missing client assertion');
    expect(await description({ client_assertion: 'a.b.c' })).toBe('Malformed client assertion');
    expect((await send(sandbox.url, 'GET', path)).status).toBe(405);
  });

  it('accepts the key that was made at the start and announced on one line', async () => {
    const clients = [{ id: 'robot', keyId: 'key-1' }];
    const sandbox = await started({ seed: { redox: { clients, organizations: [] } }, now: () => start });
    const { REDOX_CLIENT_ID: id, REDOX_KEY_ID: kid, REDOX_PRIVATE_KEY: jwk = '' } = sandbox.environment;
    expect([id, kid]).toEqual(['robot', 'key-1']);
    expect(jwk).not.toContain('\n');
    const key = createPrivateKey({ key: JSON.parse(jwk), format: 'jwk' });
    expect((await ask(sandbox, assertion(sandbox, start, { key }))).status).toBe(200);
  });
});
