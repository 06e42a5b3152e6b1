import { describe, expect, it } from 'vitest';
import { json, startLoopback } from './loopback.js';
import { failureOf, get, openTestClient, put, testRuntime, writerOf } from './world.js';

describe('a journal', () => {
  it("is told the path as it is sent, the base's included", async () => {
    const server = await startLoopback((response) => json(response, 200, {}));
    const told: string[] = [];
    const journal = {
      before: (path: string) => {
        told.push(path);
        return Promise.resolve();
      },
      after: () => undefined,
    };
    await writerOf(openTestClient(`${server.url}/platform`)).send(
      { ...put, path: '/v1/things?a=b' },
      journal,
    );
    expect(told).toEqual(['/platform/v1/things?a=b']);
    expect(server.received.map(({ path }) => path)).toEqual(told);
  });
});

describe('a reading client', () => {
  it('sends GET with its headers and gives the parsed answer', async () => {
    const server = await startLoopback((response) =>
      json(response, 200, { payload: [1] }, { 'x-request-id': 'r-1' }),
    );
    const answer = await openTestClient(`${server.url}/platform/`).reading.get(get);
    expect(answer).toMatchObject({ status: 200, body: { payload: [1] }, requestId: 'r-1', attempts: 1 });
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'GET', path: '/platform/v1/things', body: '' });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer token-of-the-tests',
      accept: 'application/json',
      'user-agent': 'rolecall/0.0.0',
    });
    expect(request?.headers).not.toHaveProperty('content-type');
  });

  it.each(['PUT', 'POST', 'DELETE'] as const)('throws on %s before anything is sent', async (method) => {
    const server = await startLoopback((response) => json(response, 200, {}));
    const { reading } = openTestClient(server.url);
    await expect(reading.get({ ...get, method })).rejects.toThrow(`sends only GET, not ${method}`);
    expect(reading).not.toHaveProperty('send');
    expect(server.received).toEqual([]);
  });

  it.each([429, 500, 502, 503, 504])('repeats after %i', async (status) => {
    const server = await startLoopback((response, _, nth) =>
      json(response, nth < 3 ? status : 200, { ok: nth }),
    );
    const client = openTestClient(server.url);
    expect(await client.reading.get(get)).toMatchObject({ status: 200, body: { ok: 3 }, attempts: 3 });
    expect(client.counts()).toEqual({ made: 3, retries: 2 });
  });

  it('repeats after a broken connection and after an answer that is not JSON', async () => {
    const server = await startLoopback((response, _, nth) => {
      if (nth === 1) response.destroy();
      else if (nth === 2) response.end('<html>');
      else json(response, 200, {});
    });
    expect(await openTestClient(server.url).reading.get(get)).toMatchObject({ attempts: 3 });
  });

  it.each([
    [400, 'refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [501, 'server'],
  ] as const)('does not repeat after %i, which is %s', async (status, kind) => {
    const server = await startLoopback((response) => json(response, status, { message: 'no such thing' }));
    const failure = await failureOf(openTestClient(server.url).reading.get(get));
    expect(failure).toMatchObject({
      kind,
      status,
      landed: 'no',
      excerpt: 'no such thing',
      request: 'GET /v1/things',
    });
    expect(failure.message).toBe(`redox: GET /v1/things was answered ${status}: no such thing`);
    expect(server.received).toHaveLength(1);
  });

  it('ends all repetitions within a minute', async () => {
    const server = await startLoopback((response) => json(response, 500, {}));
    const runtime = testRuntime();
    const failure = await failureOf(openTestClient(server.url, { runtime }).reading.get(get));
    expect(failure).toMatchObject({ kind: 'server', status: 500 });
    expect(runtime.monotonic()).toBeLessThanOrEqual(60_000);
    expect(runtime.monotonic()).toBeGreaterThan(45_000);
    expect(server.received.length).toBeLessThan(20);
  });

  it('gives up at once where the server asks for more than a minute, and says what it asks for', async () => {
    const server = await startLoopback((response) =>
      json(response, 429, {}, { 'retry-after': '300', 'x-ratelimit-limit': '7500' }),
    );
    const runtime = testRuntime();
    const client = openTestClient(server.url, { runtime });
    const failure = await failureOf(client.reading.get(get));
    expect(failure).toMatchObject({ kind: 'rate-limited', status: 429, retryAfterMs: 300_000, landed: 'no' });
    expect(failure.message).toContain('(limit 7500)');
    expect(failure.message).toContain('another 300 s');
    expect(runtime.monotonic()).toBe(0);
    const next = await failureOf(client.reading.get(get));
    expect(next).toMatchObject({ kind: 'rate-limited', status: null, retryAfterMs: 300_000 });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Sun, 22 Nov 2026 09:00:07 GMT', 7_000],
  ])('waits as long as Retry-After says in %s', async (_, value, ms) => {
    const server = await startLoopback((response, __, nth) =>
      json(response, nth === 1 ? 429 : 200, {}, { 'retry-after': value }),
    );
    const runtime = testRuntime();
    await openTestClient(server.url, { runtime }).reading.get(get);
    expect(runtime.monotonic()).toBeGreaterThanOrEqual(ms);
    expect(runtime.monotonic()).toBeLessThan(ms + 10);
  });

  const noneLeft = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795338007' };
  it.each([
    ['a Retry-After', { 'retry-after': '7' }],
    ['a window that has no request left and when it ends', noneLeft],
  ])('takes 403 with %s for a rate limit, and waits as long', async (_, headers) => {
    const server = await startLoopback((response, __, nth) =>
      json(response, nth === 1 ? 403 : 200, {}, headers),
    );
    const runtime = testRuntime();
    const client = openTestClient(server.url, { runtime });
    expect(await client.reading.get(get)).toMatchObject({ status: 200, attempts: 2 });
    expect(runtime.monotonic()).toBeGreaterThanOrEqual(7_000);
    expect(runtime.monotonic()).toBeLessThan(7_010);
  });

  it.each<[string, Record<string, string>]>([
    ['requests left', { ...noneLeft, 'x-ratelimit-remaining': '1' }],
    ['none left and no time', { 'x-ratelimit-remaining': '0' }],
    ['a window that has ended', { ...noneLeft, 'x-ratelimit-reset': '1795337999' }],
    ['a reset that is no time of day', { ...noneLeft, 'x-ratelimit-reset': '60' }],
    ['a Retry-After of nothing', { 'retry-after': '0' }],
    ['a Retry-After that cannot be read', { 'retry-after': 'soon' }],
  ])('takes 403 with %s for a refusal', async (_, headers) => {
    const server = await startLoopback((response) => json(response, 403, {}, headers));
    const failure = await failureOf(openTestClient(server.url).reading.get(get));
    expect(failure).toMatchObject({ kind: 'forbidden', status: 403 });
    expect(server.received).toHaveLength(1);
  });

  it('waits until the window ends after a 429 that says no more', async () => {
    const server = await startLoopback((response, _, nth) =>
      json(response, nth === 1 ? 429 : 200, {}, noneLeft),
    );
    const runtime = testRuntime();
    await openTestClient(server.url, { runtime }).reading.get(get);
    expect(runtime.monotonic()).toBeGreaterThanOrEqual(7_000);
    expect(runtime.monotonic()).toBeLessThan(7_010);
  });

  it('makes all requests wait when one meets a limit', async () => {
    const runtime = testRuntime();
    const times: number[] = [];
    const server = await startLoopback((response, _, nth) => {
      times.push(runtime.monotonic());
      json(response, nth === 1 ? 429 : 200, {}, { 'retry-after': '5' });
    });
    const client = openTestClient(server.url, { runtime, concurrency: 1 });
    await Promise.all([client.reading.get(get), client.reading.get(get), client.reading.get(get)]);
    expect(times[0]).toBe(0);
    expect(times.slice(1).every((time) => time >= 5_000)).toBe(true);
  });

  it('gives up on a server that does not answer in time', async () => {
    const server = await startLoopback((response, _, nth) => {
      if (nth > 1) json(response, 200, {});
    });
    const client = openTestClient(server.url, { timeoutMs: 60 });
    expect(await client.reading.get(get)).toMatchObject({ attempts: 2 });
  });

  it('does not take its own busy time for that of a slow server', async () => {
    const server = await startLoopback((response) => json(response, 200, {}));
    const { reading } = openTestClient(server.url, { timeoutMs: 60 });
    await reading.get(get);
    const pending = reading.get(get);
    await new Promise(setImmediate);
    const until = performance.now() + 150;
    while (performance.now() < until);
    expect(await pending).toMatchObject({ attempts: 1 });
  });

  it('refuses an unknown credential or base, a relative path and a base without https', async () => {
    const { reading } = openTestClient('http://127.0.0.1:1');
    await expect(reading.get({ ...get, credential: 'other' })).rejects.toThrow('no credential named "other"');
    await expect(reading.get({ ...get, base: 'users' })).rejects.toThrow('no base url is named "users"');
    await expect(reading.get({ ...get, path: 'v1' })).rejects.toThrow('starts with /');
    expect(() => openTestClient('http://api.example.com')).toThrow('must use https');
  });
});

describe('a writing client', () => {
  it('sends bodies as JSON, with DELETE too, over a connection that stays open', async () => {
    const server = await startLoopback((response) => json(response, 200, { success: true }));
    const writing = writerOf(openTestClient(server.url, { concurrency: 1 }));
    await writing.send(put);
    await writing.send({ ...put, method: 'DELETE', body: { user: { id: '1' } } });
    await writing.send({ method: 'DELETE', path: '/v1/things?assigneeType=USER', credential: 'main' });
    expect(server.received.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PUT', '/v1/things', '{"role":"admin"}'],
      ['DELETE', '/v1/things', '{"user":{"id":"1"}}'],
      ['DELETE', '/v1/things?assigneeType=USER', ''],
    ]);
    expect(server.received.map(({ headers }) => headers['content-type'])).toEqual([
      'application/json',
      'application/json',
      undefined,
    ]);
    expect(server.connections()).toBe(1);
  });

  it('repeats after 429, when nothing has happened', async () => {
    const server = await startLoopback((response, _, nth) => json(response, nth < 4 ? 429 : 200, {}));
    expect(await writerOf(openTestClient(server.url)).send(put)).toMatchObject({ attempts: 4 });
    expect(server.received.every(({ body }) => body === '{"role":"admin"}')).toBe(true);
  });

  it('repeats after a 403 that is a rate limit, when nothing has happened', async () => {
    const server = await startLoopback((response, _, nth) =>
      json(response, nth < 3 ? 403 : 200, {}, { 'retry-after': '60' }),
    );
    const runtime = testRuntime();
    const answer = await writerOf(openTestClient(server.url, { runtime })).send(put);
    expect(answer).toMatchObject({ status: 200, attempts: 3 });
    expect(runtime.monotonic()).toBeGreaterThanOrEqual(120_000);
  });

  it('stops repeating after ten minutes of 429', async () => {
    const server = await startLoopback((response) => json(response, 429, {}, { 'retry-after': '120' }));
    const runtime = testRuntime();
    const failure = await failureOf(writerOf(openTestClient(server.url, { runtime })).send(put));
    expect(failure).toMatchObject({ kind: 'rate-limited', landed: 'no' });
    expect(server.received).toHaveLength(5);
    expect(runtime.monotonic()).toBeLessThanOrEqual(600_000);
  });

  it.each([500, 502, 503, 504])(
    'throws at once after %i, and cannot tell whether it landed',
    async (status) => {
      const server = await startLoopback((response) => json(response, status, {}));
      const failure = await failureOf(writerOf(openTestClient(server.url)).send(put));
      expect(failure).toMatchObject({ kind: 'server', status, landed: 'unknown' });
      expect(server.received).toHaveLength(1);
    },
  );

  it('slows everyone down after a 503', async () => {
    const server = await startLoopback((response, _, nth) =>
      json(response, nth === 1 ? 503 : 200, {}, { 'retry-after': '9' }),
    );
    const runtime = testRuntime();
    const client = openTestClient(server.url, { runtime });
    await failureOf(writerOf(client).send(put));
    expect(runtime.monotonic()).toBe(0);
    await client.reading.get(get);
    expect(runtime.monotonic()).toBeGreaterThanOrEqual(9_000);
  });

  it('cannot tell whether a write landed whose connection broke or whose answer is late or garbled', async () => {
    const server = await startLoopback((response, _, nth) => {
      if (nth === 1) response.destroy();
      if (nth === 3) response.end('oops');
    });
    const writing = writerOf(openTestClient(server.url, { timeoutMs: 60 }));
    expect(await failureOf(writing.send(put))).toMatchObject({
      kind: 'network',
      landed: 'unknown',
      status: null,
    });
    expect(await failureOf(writing.send(put))).toMatchObject({ kind: 'timeout', landed: 'unknown' });
    expect(await failureOf(writing.send(put))).toMatchObject({
      kind: 'garbled',
      landed: 'unknown',
      status: 200,
    });
    expect(server.received).toHaveLength(3);
  });

  it('bounds the time of a response that trickles in', async () => {
    const server = await startLoopback((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });
    const writing = writerOf(openTestClient(server.url, { timeoutMs: 80 }));
    expect(await failureOf(writing.send(put))).toMatchObject({ kind: 'timeout', landed: 'unknown' });
  });

  it('knows that a write which found no connection did not land', async () => {
    const failure = await failureOf(writerOf(openTestClient('http://127.0.0.1:1')).send(put));
    expect(failure).toMatchObject({ kind: 'unreachable', landed: 'no' });
    expect(failure.message).toContain('could not be sent');
  });

  it('never follows a redirect and names no more than its origin', async () => {
    const other = await startLoopback((response) => json(response, 200, {}));
    const server = await startLoopback((response) =>
      json(response, 307, {}, { location: `${other.url}/secret-path?x=1` }),
    );
    const failure = await failureOf(writerOf(openTestClient(server.url)).send(put));
    expect(failure).toMatchObject({ kind: 'redirect', status: 307 });
    expect(failure.message).toContain(other.url);
    expect(failure.message).not.toContain('secret-path');
    expect(other.received).toEqual([]);
  });

  it('opens no more connections than requests may be in flight, and keeps them', async () => {
    const server = await startLoopback((response) => setTimeout(() => json(response, 200, {}), 2));
    const writing = writerOf(openTestClient(server.url, { concurrency: 3 }));
    for (let burst = 0; burst < 2; burst += 1)
      await Promise.all(Array.from({ length: 12 }, () => writing.send(put)));
    expect(server.received).toHaveLength(24);
    expect(server.connections()).toBe(3);
  });

  it('shares one bound with reads, and confirms a write without queueing behind other tasks', async () => {
    let [open, most] = [0, 0];
    const server = await startLoopback((response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        json(response, 200, {});
      }, 2);
    });
    const client = openTestClient(server.url, { concurrency: 2 });
    const task = (path: string): Promise<unknown> =>
      client.whileWriting(async (writing) => {
        await writing.send({ ...put, path });
        await Promise.all([writing.get({ ...get, path }), writing.get({ ...get, path })]);
      });
    const { reading } = client;
    await Promise.all([task('/1'), reading.get(get), task('/2'), reading.get(get), task('/3')]);
    expect(most).toBe(2);
    const paths = server.received.map(({ path }) => path);
    expect(paths.lastIndexOf('/1')).toBeLessThan(paths.indexOf('/3'));
    expect(paths).toHaveLength(11);
  });

  it('refuses a response that is too large', async () => {
    const server = await startLoopback((response) => {
      response.writeHead(200, { 'content-length': '64000001' });
      response.write('[');
    });
    expect(await failureOf(writerOf(openTestClient(server.url)).send(put))).toMatchObject({
      kind: 'too-large',
      landed: 'unknown',
    });
  });

  it('tells how long a repetition rested', async () => {
    const server = await startLoopback((response, _, nth) => json(response, nth === 1 ? 500 : 200, {}));
    const waits: number[] = [];
    const runtime = { ...testRuntime(), random: () => 0.5 };
    await openTestClient(server.url, { runtime, onRequest: ({ waitMs }) => waits.push(waitMs) }).reading.get(
      get,
    );
    expect(waits).toEqual([0, expect.closeTo(125, -1)]);
  });

  it('reports each attempt without secrets', async () => {
    const server = await startLoopback((response, _, nth) =>
      json(response, nth === 1 ? 429 : 200, {}, { 'x-request-id': `r-${nth}`, 'retry-after': '2' }),
    );
    const events: unknown[] = [];
    await writerOf(openTestClient(server.url, { onRequest: (event) => events.push(event) })).send({
      ...put,
      path: '/v1/token-of-the-tests',
    });
    const common = {
      provider: 'redox',
      kind: 'request',
      method: 'PUT',
      path: '/v1/[redacted]',
      ms: 0,
      latencyMs: 0,
      bytes: expect.any(Number),
    };
    expect(events).toEqual([
      { ...common, attempt: 1, status: 429, requestId: 'r-1', waitMs: 0 },
      { ...common, attempt: 2, status: 200, requestId: 'r-2', waitMs: expect.closeTo(2000, -1) },
    ]);
  });
});

describe('an interrupt', () => {
  it('rejects what waits and lets what is in flight finish', async () => {
    const interrupt = new AbortController();
    const server = await startLoopback((response) => {
      interrupt.abort();
      setTimeout(() => json(response, 200, { done: true }), 5);
    });
    const writing = writerOf(openTestClient(server.url, { concurrency: 1, signal: interrupt.signal }));
    const [first, second] = await Promise.allSettled([writing.send(put), writing.send(put)]);
    expect(first).toMatchObject({ status: 'fulfilled', value: { body: { done: true } } });
    expect(second).toMatchObject({ status: 'rejected', reason: { kind: 'interrupted', landed: 'no' } });
    expect(server.received).toHaveLength(1);
  });

  it('breaks off a read that nobody answers', async () => {
    const interrupt = new AbortController();
    const server = await startLoopback(() => interrupt.abort());
    const { reading } = openTestClient(server.url, { signal: interrupt.signal });
    expect(await failureOf(reading.get(get))).toMatchObject({ kind: 'interrupted' });
    expect(server.received).toHaveLength(1);
  });

  it('ends the wait after a 429', async () => {
    const interrupt = new AbortController();
    const server = await startLoopback((response) => {
      json(response, 429, {}, { 'retry-after': '500' });
      setTimeout(() => interrupt.abort(), 5);
    });
    const runtime = {
      ...testRuntime(),
      sleep: (_: number, signal?: AbortSignal) =>
        new Promise<void>((__, reject) => signal?.addEventListener('abort', () => reject(new Error('stop')))),
    };
    const writing = writerOf(openTestClient(server.url, { signal: interrupt.signal, runtime }));
    expect(await failureOf(writing.send(put))).toMatchObject({ kind: 'interrupted', landed: 'no' });
  });

  it('lets reads through that confirm a write', async () => {
    const interrupt = new AbortController();
    interrupt.abort();
    const server = await startLoopback((response) => json(response, 200, {}));
    const { reading } = openTestClient(server.url, { signal: interrupt.signal });
    expect(await failureOf(reading.get(get))).toMatchObject({ kind: 'interrupted' });
    expect(await reading.get({ ...get, confirmsWrite: true })).toMatchObject({ status: 200 });
  });

  it('breaks everything off when destroyed', async () => {
    const server = await startLoopback(() => {});
    const client = openTestClient(server.url);
    const failing = failureOf(writerOf(client).send(put));
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await client.destroy();
    expect(await failing).toMatchObject({ kind: 'interrupted', landed: 'unknown' });
  });
});
