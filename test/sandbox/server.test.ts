import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/faults.js';
import { type Reply, send, sendAs, smallSeed, started } from './client.js';

const users = '/api/v1/accounts/orbit/users';
const organization = '/platform/v1/organizations/1024/role-assignment';
const assignments = '/api/v1/accounts/orbit/roles/assignments';
const grant = { json: { assigneeId: 'ada', assigneeType: 'USER', roleId: 'billing' } };

function holdsBilling(state: unknown): boolean {
  return JSON.stringify(state).includes('"user":"ada","role":"billing"');
}

describe('the sandbox under load', () => {
  it('answers 429 with the limit once its bucket is empty, and refills it evenly', async () => {
    const clock = { at: 0 };
    const sandbox = await started({ rateLimit: { requests: 2, perMs: 1000 }, now: () => clock.at });
    const read = (): Promise<Reply> => sendAs('redox-admin', sandbox.url, 'GET', organization);
    expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
    const refused = await read();
    expect([refused.status, refused.headers['x-ratelimit-limit']]).toEqual([429, '2']);
    expect(refused.headers).not.toHaveProperty('retry-after');
    expect((await sendAs('aion', sandbox.url, 'GET', users)).status).toBe(200);
    clock.at = 500;
    expect([(await read()).status, (await read()).status]).toEqual([200, 429]);
  });

  it('counts the last period where the window rolls, and says when to come back where told to', async () => {
    const clock = { at: 0 };
    const rateLimit = { requests: 2, perMs: 60_000, kind: 'window', retryAfter: true } as const;
    const { url } = await started({ rateLimit, now: () => clock.at });
    const read = (): Promise<Reply> => sendAs('aion', url, 'GET', users);
    await read();
    clock.at = 30_000;
    await read();
    const refused = await read();
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '30']);
    clock.at = 60_000;
    expect([(await read()).status, (await read()).status]).toEqual([200, 429]);
    clock.at = 90_000;
    expect((await read()).status).toBe(200);
  });

  it('holds each answer back by its latency', async () => {
    const { url } = await started({ latencyMs: 30 });
    const before = performance.now();
    await Promise.all(Array.from({ length: 20 }, () => sendAs('aion', url, 'GET', users)));
    const took = performance.now() - before;
    expect(took).toBeGreaterThan(28);
  });
});

describe('the sandbox with a read lag', () => {
  it('shows a write once the lag has passed, though it counts at once', async () => {
    const clock = { at: 0 };
    const sandbox = await started({ readLagMs: 1000, now: () => clock.at });
    const path = '/api/v1/accounts/orbit/roles/users/ada';
    const total = async (): Promise<number> =>
      (await sendAs('aion', sandbox.url, 'GET', path)).json.meta.total;
    expect((await sendAs('aion', sandbox.url, 'POST', assignments, grant)).status).toBe(201);
    expect((await sendAs('aion', sandbox.url, 'POST', assignments, grant)).status).toBe(409);
    expect([await total(), holdsBilling(sandbox.state())]).toEqual([1, true]);
    clock.at = 999;
    expect(await total()).toBe(1);
    clock.at = 1000;
    expect(await total()).toBe(2);
    expect((await sendAs('unknown', sandbox.url, 'GET', path)).status).toBe(401);
  });
});

describe('a fault of the sandbox', () => {
  it.each<[Fault, number, boolean]>([
    ['error-before', 500, false],
    ['error-after', 500, true],
    ['reset-before', 0, false],
    ['reset-after', 0, true],
    [{ status: 200, json: { success: false } }, 200, false],
  ])('the fault %j is answered with status %i', async (fault, status, acted) => {
    const sandbox = await started({ fault: ({ index }) => (index === 0 ? fault : undefined) });
    expect((await sendAs('aion', sandbox.url, 'POST', assignments, grant)).status).toBe(status);
    expect(holdsBilling(sandbox.state())).toBe(acted);
    expect(sandbox.requests.map((request) => request.status)).toEqual([status]);
    expect((await sendAs('aion', sandbox.url, 'GET', users)).status).toBe(200);
  });

  it('comes at the rate asked for, each kind alike', async () => {
    const numbers = [0.5, 0.1, 0, 0.1, 0.99, 0.9];
    const sandbox = await started({ failRate: 0.2, random: () => numbers.shift() ?? 1 });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      statuses.push((await sendAs('aion', sandbox.url, 'GET', users)).status);
    }
    expect(statuses).toEqual([200, 500, 0, 200, 200]);
  });
});

describe('the recording of the sandbox', () => {
  it('keeps what was sent, without credentials', async () => {
    const sandbox = await started({ now: () => 1000 });
    await sendAs('aion', sandbox.url, 'POST', `${assignments}?x=%2F`, grant);
    await send(sandbox.url, 'GET', users, { headers: { 'x-api-key': 'aion-key' } });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await send(sandbox.url, 'POST', '/oauth/token', { body: 'client_secret=hush', headers });
    expect(sandbox.requests[0]).toMatchObject({
      method: 'POST',
      path: assignments,
      query: 'x=%2F',
      body: JSON.stringify(grant.json),
      status: 400,
      at: 1000,
    });
    const text = JSON.stringify(sandbox.requests);
    expect(sandbox.requests).toHaveLength(3);
    expect(text).not.toMatch(/Bearer aion|aion-key|hush/);
  });

  it('forgets the oldest requests beyond its limit', async () => {
    const sandbox = await started({ recordLimit: 8 });
    for (let page = 1; page <= 10; page += 1) {
      await sendAs('aion', sandbox.url, 'GET', `/api/v1/accounts/orbit/roles?page=${page}`);
    }
    expect(sandbox.requests.map(({ query }) => query)).toEqual(
      [3, 4, 5, 6, 7, 8, 9, 10].map((page) => `page=${page}`),
    );
  });

  it('is read under /_sandbox/, as the state is, and both can be reset there', async () => {
    const { url } = await started();
    await sendAs('aion', url, 'POST', assignments, grant);
    expect(holdsBilling((await send(url, 'GET', '/_sandbox/state')).json)).toBe(true);
    expect((await send(url, 'GET', '/_sandbox/requests')).json).toHaveLength(1);
    expect((await send(url, 'POST', '/_sandbox/reset')).status).toBe(200);
    expect(holdsBilling((await send(url, 'GET', '/_sandbox/state')).json)).toBe(false);
    expect((await send(url, 'GET', '/_sandbox/requests')).json).toEqual([]);
    expect((await send(url, 'GET', '/_sandbox/secrets')).status).toBe(404);
  });

  it('goes with a state that can be the seed of another sandbox', async () => {
    const first = await started();
    const second = await started({ seed: first.state() });
    expect(second.state()).toEqual(first.state());
    expect(JSON.stringify(first.state())).not.toContain('redox-owner');
  });
});

describe('an answer of the sandbox', () => {
  it("carries a request id, the client's own where it sent one", async () => {
    const { url } = await started();
    const own = await sendAs('aion', url, 'GET', users, { headers: { 'x-request-id': 'trace-7' } });
    const made = await sendAs('aion', url, 'GET', users);
    expect([own.headers['x-request-id'], made.headers['x-request-id']]).toEqual(['trace-7', 'sandbox-2']);
  });

  it('has status 413 where the body of the request is larger than a mebibyte', async () => {
    const { url } = await started();
    const body = 'x'.repeat(1024 * 1024 + 1);
    expect((await sendAs('aion', url, 'POST', assignments, { body })).status).toBe(413);
  });

  it('never comes from a port that is taken: the sandbox does not start', async () => {
    const { url } = await started();
    await expect(started({ seed: smallSeed, port: Number(new URL(url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
