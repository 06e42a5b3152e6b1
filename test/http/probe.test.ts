import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.js';
import { json, startLoopback } from './loopback.js';
import { get, openTestClient } from './world.js';

describe('a probe', () => {
  it.each([404, 429, 500])('returns an answer with the status %i, and is sent once', async (status) => {
    const server = await startLoopback((response) => json(response, status, { no: 1 }, { 'x-limit': '7' }));
    const { probing } = openTestClient(server.url);
    const answer = await probing.ask({ path: '/v1/things', credential: get.credential });
    expect(answer).toMatchObject({ status, body: { no: 1 }, headers: { 'x-limit': '7' } });
    expect(server.received).toHaveLength(1);
  });

  it('tells a failure where 403 is a rate limit', async () => {
    const server = await startLoopback((response) => json(response, 403, {}, { 'retry-after': '60' }));
    const { probing } = openTestClient(server.url);
    const { failure } = await probing.ask({ path: '/v1/things', credential: get.credential });
    expect(failure).toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
  });

  it('sends an invalid credential that is made from no secret', async () => {
    const server = await startLoopback((response) => json(response, 401, {}));
    const { probing } = openTestClient(server.url);
    await probing.ask({ path: '/v1/things', credential: get.credential, authorization: 'invalid' });
    expect(server.received.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer rolecall-doctor-invalid',
    ]);
  });

  it('tells a failure where no response comes', async () => {
    const server = await startLoopback((response) => response.destroy());
    const { probing } = openTestClient(server.url);
    const { failure } = await probing.ask({ path: '/v1/things', credential: get.credential });
    expect(failure?.kind).toBe('network');
    expect(server.received).toHaveLength(1);
  });

  it('is told to whoever listens, as is every read', async () => {
    const server = await startLoopback((response) => json(response, 200, { a: 1 }));
    const seen: Exchange[] = [];
    const client = openTestClient(server.url, { onExchange: (exchange) => seen.push(exchange) });
    await client.probing.ask({ path: '/v1/things', credential: get.credential, authorization: 'invalid' });
    await client.reading.get({ ...get, path: '/v1/others?a=b' });
    expect(seen.map(({ path, authorization, response }) => [path, authorization, response?.text])).toEqual([
      ['/v1/things', 'invalid', '{"a":1}'],
      ['/v1/others?a=b', 'own', '{"a":1}'],
    ]);
  });
});
