import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { diskTree } from '../../src/config/disk-tree.js';
import { loadConfig } from '../../src/config/load.js';
import { modules } from '../modules.js';
import { now } from './now.js';

test('the examples have no finding', async () => {
  const tree = diskTree(fileURLToPath(new URL('../../examples/complete/', import.meta.url)));
  const { desired, diagnostics } = await loadConfig({ tree, configFile: 'rolecall.yaml', modules, now });
  expect(diagnostics).toEqual([]);
  expect(desired.scopes.map(({ scope }) => scope.address)).toEqual([
    'aion/account/orbit',
    'aion/project/orbit/apollo',
    'aion/project/orbit/gemini',
    'redox/environment/7f0c2d6e-1111-4222-8333-944455556666',
    'redox/environment/7f0c2d6e-2222-4222-8333-944455556666',
    'redox/organization/1024',
  ]);
});
