import { afterEach, expect, test } from 'vitest';
import { redox } from '../../../src/providers/redox/index.js';
import { redoxTraits } from '../../../src/providers/redox/traits.js';
import { type Sandbox, startSandbox } from '../../sandbox/start.js';
import { rigFor, scopeOf, settingsFor, token } from '../rig.js';

const organization = scopeOf(redox, 'organization', '1024');
const ada = { id: '1', name: 'Ada', email: 'ada@acme.test', role: 'owner' };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(actsAs?: string): Promise<Sandbox> {
  const environment = (id: string, roles: Record<string, string[]>) => ({
    id,
    name: `Env ${id}`,
    flag: 'Staging' as const,
    roles,
  });
  const environments = [
    environment('b', { engineer: ['1'] }),
    environment('a', { engineer: ['1'] }),
    environment('c', {}),
  ];
  const sandbox = await startSandbox({
    seed: {
      redox: {
        tokens: [{ variable: 'TOKEN', token, ...(actsAs === undefined ? {} : { actsAs }) }],
        organizations: [{ id: '1024', name: 'Acme', members: [ada], environments }],
      },
    },
  });
  closing.push(sandbox.close);
  return sandbox;
}

function discover(url: string) {
  const { provider, client } = rigFor(redox, settingsFor(redox, `${url}/platform`));
  closing.push(client.destroy);
  return provider.discover(organization, client.reading);
}

test('the environments that the API lists are found, sorted, with their names', async () => {
  const sandbox = await start();
  const { scopes, problems } = await discover(sandbox.url);
  expect(scopes.map(({ scope, name }) => [scope.address, scope.rootAddress, name])).toEqual([
    ['redox/environment/a', 'redox/organization/1024', 'Env a'],
    ['redox/environment/b', 'redox/organization/1024', 'Env b'],
    ['redox/environment/c', 'redox/organization/1024', 'Env c'],
  ]);
  expect(problems).toEqual([]);
  expect(redoxTraits.cannotList.join()).toContain('member of');
  expect(sandbox.requests.map(({ path }) => path)).toEqual(['/platform/v1/organizations/1024/environments']);
});

test('an environment the credential does not belong to is not found, as the traits say', async () => {
  const { scopes, problems } = await discover((await start('1')).url);
  expect(scopes.map(({ scope }) => scope.id)).toEqual(['a', 'b']);
  expect(problems).toEqual([]);
});

test('a listing that fails is a problem', async () => {
  const sandbox = await start();
  const { provider, client } = rigFor(redox, settingsFor(redox, `${sandbox.url}/platform`));
  closing.push(client.destroy);
  const { scopes, problems } = await provider.discover(scopeOf(redox, 'organization', '9'), client.reading);
  expect(scopes).toEqual([]);
  expect(problems[0]?.message).toContain('404');
});
