import { describe, expect, it } from 'vitest';
import type { Runtime } from '../../../src/runtime.js';
import { get, openTestClient, testRuntime } from '../world.js';
import { startTokenServer, type TokenServer } from './token-server.js';

/** Opens a client whose clock moves on by so much each time somebody looks at it. */
function fastClockClient(server: TokenServer, msALook: number) {
  const runtime: Runtime = testRuntime();
  let now = 0;
  return openTestClient(server.url, {
    credentials: {
      main: {
        method: 'client-credentials',
        setting: 'providers.redox.auth',
        tokenUrl: `${server.url}/token`,
        clientId: { env: 'ID' },
        clientSecret: { env: 'SECRET' },
        audience: null,
      },
    },
    runtime: {
      ...runtime,
      monotonic: () => {
        now += msALook;
        return now;
      },
    },
  });
}

describe('a token endpoint that states an odd life', () => {
  it.each([1e-9, 1e-300, 0, -1, -1e300, 1e300, '1e-9', '0', 'soon', '', 'NaN', 'Infinity'])(
    'of %j is asked at most once for each request',
    { timeout: 5_000 },
    async (expiresIn) => {
      const server = await startTokenServer({ expiresIn });
      const { reading } = fastClockClient(server, 5_000);
      for (let nth = 0; nth < 6; nth += 1) await reading.get(get);
      expect(server.used()).toHaveLength(6);
      expect(server.forms().length).toBeLessThanOrEqual(6);
    },
  );

  it.each([{}, [], true, null, [300]])('of %j is taken to have said nothing', async (expiresIn) => {
    const token = (nth: number) => ({
      status: 200,
      body: { access_token: `token-${nth}-of-this-server`, expires_in: expiresIn },
    });
    const server = await startTokenServer({ token });
    const { reading } = fastClockClient(server, 1);
    for (let nth = 0; nth < 6; nth += 1) await reading.get(get);
    expect(server.forms()).toHaveLength(1);
  });

  it('is asked for one token by all requests of the same second', async () => {
    const server = await startTokenServer({ expiresIn: 1e-9 });
    const { reading } = fastClockClient(server, 0.1);
    for (let nth = 0; nth < 20; nth += 1) await reading.get(get);
    expect(server.used()).toHaveLength(20);
    expect(server.forms()).toHaveLength(1);
  });

  it('gets a request with each of its tokens, however many wait', { timeout: 5_000 }, async () => {
    const server = await startTokenServer({ expiresIn: 1e-9 });
    const { reading } = fastClockClient(server, 2_000);
    await Promise.all(Array.from({ length: 12 }, () => reading.get(get)));
    expect(server.used()).toHaveLength(12);
    expect(server.forms().length).toBeLessThanOrEqual(12);
    expect(new Set(server.used()).size).toBe(server.forms().length);
  });
});
