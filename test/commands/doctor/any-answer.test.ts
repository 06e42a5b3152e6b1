import { assert, asyncProperty, constantFrom, jsonValue, record } from 'fast-check';
import { expect, test } from 'vitest';
import { modules } from '../../../src/cli/modules.js';
import { runProgram } from '../../e2e/world.js';
import { type Answerer, startLoopback } from '../../http/loopback.js';
import { patient, redoxAt } from './world.js';

const answers = record({
  status: constantFrom(200, 204, 400, 403, 404, 500),
  body: jsonValue(),
  date: constantFrom('Sat, 28 Nov 2026 12:00:00 GMT', 'yesterday', ''),
});

test('a doctor comes to an end whatever an API answers to the right credential', {
  timeout: 60_000,
}, async () => {
  await assert(
    asyncProperty(answers, async ({ status, body, date }) => {
      const answer: Answerer = (response, { headers, path }) => {
        const isRefused = headers.authorization !== 'Bearer good' || path.includes('no-such-id');
        response.writeHead(isRefused ? 401 : status, { date });
        response.end(status === 204 ? undefined : JSON.stringify(body));
      };
      const server = await startLoopback(answer);
      const { folder, runtime } = patient({
        redox: redoxAt(server.url, 'rateLimit: { requests: 1000, per: 1s }'),
      });
      const { stdout, stderr, code } = await runProgram(['doctor'], folder, runtime, modules);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.not.stringContaining('error:') });
      expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^Ready to plan: /u);
    }),
    { numRuns: 15 },
  );
});
