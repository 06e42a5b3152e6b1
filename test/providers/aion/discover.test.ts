import { afterEach, expect, test } from 'vitest';
import { aion } from '../../../src/providers/aion/index.js';
import { aionTraits } from '../../../src/providers/aion/traits.js';
import { startSandbox } from '../../sandbox/start.js';
import { rigFor, scopeOf, settingsFor, token } from '../rig.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function discover(accountId: string) {
  const sandbox = await startSandbox({
    seed: {
      aion: {
        tokens: [{ variable: 'TOKEN', token }],
        accounts: [
          {
            id: 'orbit',
            projects: ['gemini', 'apollo', 'unused'],
            users: [
              { id: 'ada', email: 'ada@acme.test', name: 'Ada' },
              { id: 'lin', email: 'lin@acme.test', name: 'Lin' },
            ],
            groups: [],
            customRoles: [],
            assignments: [
              { user: 'ada', role: 'account_admin' },
              { user: 'ada', role: 'project_admin', project: 'gemini' },
              { user: 'lin', role: 'project_reader', project: 'gemini' },
              { user: 'lin', role: 'project_reader', project: 'apollo' },
            ],
          },
        ],
      },
    },
  });
  const { provider, client } = rigFor(aion, settingsFor(aion, sandbox.url));
  closing.push(sandbox.close, client.destroy);
  return provider.discover(scopeOf(aion, 'account', accountId), client.reading);
}

test('the projects in which a user holds a role are found, sorted', async () => {
  const { scopes, problems } = await discover('orbit');
  expect(scopes).toEqual([
    { scope: scopeOf(aion, 'project', 'apollo', 'orbit'), name: null },
    { scope: scopeOf(aion, 'project', 'gemini', 'orbit'), name: null },
  ]);
  expect(problems).toEqual([]);
  expect(aionTraits.cannotList.join()).toMatch(/no IAM groups.*no projects/u);
});

test('an account that cannot be read is a problem', async () => {
  const { scopes, problems } = await discover('elsewhere');
  expect(scopes).toEqual([]);
  expect(problems).toHaveLength(1);
});
