import { expect, it } from 'vitest';
import { systemRuntime } from '../../../src/runtime.js';
import { json, startLoopback } from '../loopback.js';
import { openTestClient, put } from '../world.js';
import { tokenBucket } from './simulation.js';

it('a declared limit is kept and used in real time against a small bucket', async () => {
  const admit = tokenBucket(200, 5);
  let bounced = 0;
  const start = performance.now();
  const server = await startLoopback((response) => {
    const admitted = admit(performance.now() - start);
    if (!admitted) bounced += 1;
    json(response, admitted ? 200 : 429, {});
  });
  const runtime = systemRuntime({ env: { TOKEN: 'token-of-the-tests' } });
  const client = openTestClient(server.url, {
    runtime,
    rateLimit: { requests: 200, perMs: 1_000 },
    concurrency: 8,
  });
  const writing = client.forWriting();
  const from = performance.now();
  await Promise.all(Array.from({ length: 200 }, () => writing.send(put)));
  const rate = 200 / ((performance.now() - from) / 1_000);
  expect(bounced).toBeLessThanOrEqual(8);
  expect(rate).toBeGreaterThan(0.7 * 200);
});
