import { describe, expect, it } from 'vitest';
import { form, send, sendAs, started } from '../../../sandbox/client.js';

const organization = '/platform/v1/organizations/1024/role-assignment';

describe('the Aion token endpoint of the sandbox', () => {
  const good = { grant_type: 'client_credentials', audience: 'https://aion.test' };
  const inBody = { ...good, client_id: 'robot', client_secret: 'hush/hush:1' };
  const basic = (id: string, secret: string): Record<string, string> => {
    const pair = [id, secret].map(encodeURIComponent).join(':');
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
  };

  it.each([
    ['in the body', inBody, {}],
    ['by HTTP Basic', good, basic('robot', 'hush/hush:1')],
  ])('takes the client %s', async (_, sent, headers) => {
    const { url } = await started({ tokenTtlSeconds: 60 });
    const request = form(sent);
    const reply = await send(url, 'POST', '/oauth/token', {
      ...request,
      headers: { ...request.headers, ...headers },
    });
    expect(reply.json).toMatchObject({ token_type: 'Bearer', expires_in: 60 });
    expect((await sendAs(reply.json.access_token, url, 'GET', '/api/v1/accounts/orbit/users')).status).toBe(
      200,
    );
    expect((await sendAs(reply.json.access_token, url, 'GET', organization)).status).toBe(401);
  });

  it.each([
    ['a wrong secret', { ...inBody, client_secret: 'no' }, {}, 401, 'invalid_client'],
    ['no client', good, {}, 401, 'invalid_client'],
    ['another grant', { ...inBody, grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    ['no grant', { client_id: 'robot', client_secret: 'hush/hush:1' }, {}, 400, 'invalid_request'],
    ['another audience', { ...inBody, audience: 'https://other.test' }, {}, 400, 'invalid_request'],
    ['the client twice', inBody, basic('robot', 'hush/hush:1'), 400, 'invalid_request'],
  ])('refuses %s as RFC 6749 says', async (_, sent, headers, status, error) => {
    const { url } = await started();
    const request = form(sent);
    const reply = await send(url, 'POST', '/oauth/token', {
      ...request,
      headers: { ...request.headers, ...headers },
    });
    expect([reply.status, reply.json.error]).toEqual([status, error]);
  });
});
