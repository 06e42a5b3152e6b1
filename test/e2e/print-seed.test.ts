import { expect, test } from 'vitest';
import { makeWorld } from './world.js';

test('the seed that sandbox prints can be given back to it', async () => {
  const world = await makeWorld({ files: { 'rolecall.yaml': 'version: 1' } });
  const printed = await world.rolecall('sandbox', '--print-seed');
  expect(printed).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(printed.stdout)).toHaveProperty('redox.organizations');

  world.write('seed.json', printed.stdout);
  const again = await world.rolecall('sandbox', '--seed', 'seed.json', '--print-seed');
  expect(again).toEqual(printed);
});
