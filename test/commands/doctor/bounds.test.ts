import { expect, test } from 'vitest';
import { exampleFiles } from '../../e2e/examples.js';
import { makeWorld, runProgram } from '../../e2e/world.js';
import { startLoopback } from '../../http/loopback.js';
import { modules } from '../../modules.js';
import { skippedWaits } from '../../safety/quick-runtime.js';
import { patient, redoxAt } from './world.js';

test('of an account with thousands of users only some that the files name are asked about, and the line says so', {
  timeout: 60_000,
}, async () => {
  const users = Array.from({ length: 3000 }, (_, n) => ({
    id: `user-${n}-v1`,
    email: `user${n}@acme.test`,
    name: `User ${n}`,
  }));
  const named = users.slice(0, 60).map(({ email }) => `    - ${email}\n`);
  const world = await makeWorld({
    runtime: skippedWaits(),
    files: {
      'rolecall.yaml': 'version: 1',
      'access/a.yaml': `account: big\nroles:\n  account_admin:\n${named.join('')}`,
    },
    sandbox: {
      seed: {
        aion: {
          tokens: [{ variable: 'AION_TOKEN' }],
          clients: [],
          accounts: [{ id: 'big', projects: [], users, groups: [], customRoles: [], assignments: [] }],
        },
      },
    },
  });
  const { stdout } = await world.rolecall('doctor');
  const [line = ''] = stdout
    .split('\n')
    .filter((each) => /✓ ok +aion\/account\/big +can be read/u.test(each));
  expect(line).toContain('of 25 principals asked about, of the 60 that the files name');
  expect(world.sandbox.requests.length).toBeLessThan(90);
});

test('a server that allows ten requests a second answers no 429', { timeout: 60_000 }, async () => {
  const world = await makeWorld({
    files: exampleFiles('complete'),
    sandbox: { rateLimit: { requests: 10, perMs: 1000 } },
  });
  const { stdout } = await world.rolecall('doctor', '--scope', 'aion/**');
  expect(stdout).toContain('\nReady to plan: yes.');
  expect(world.sandbox.requests.filter(({ status }) => status === 429)).toEqual([]);
});

test('an interrupt ends it at once, with no line', async () => {
  const interrupt = new AbortController();
  const server = await startLoopback(() => interrupt.abort());
  const { folder, runtime } = patient({ redox: redoxAt(server.url) });
  const { code, stdout } = await runProgram(['doctor'], folder, runtime, modules, interrupt.signal);
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(server.received).toHaveLength(1);
});
