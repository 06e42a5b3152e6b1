import { expect, test } from 'vitest';
import { refuseElsewhere } from '../../../src/commands/edit/elsewhere.js';
import { type LoadedConfig, loadConfig } from '../../../src/config/load.js';
import { modules } from '../../modules.js';
import { NOW, textTree } from './edit-world.js';

function loaded(roles: string): Promise<LoadedConfig> {
  const files = { 'rolecall.yaml': 'version: 1\n', 'access/a.yaml': `account: orbit\nroles: ${roles}\n` };
  return loadConfig({ tree: textTree(files), configFile: 'rolecall.yaml', modules, now: NOW });
}

test('an edit may change what it is about, and nothing of anybody else', async () => {
  const before = await loaded('{ admin: [ada, bob], viewer: [bob] }');
  const isAda = ({ label }: { readonly label: string }): boolean => label === 'ada';
  const check = async (roles: string): Promise<void> => refuseElsewhere(before, await loaded(roles), isAda);
  await expect(check('{ viewer: [ada, bob], admin: [bob] }')).resolves.toBeUndefined();
  await expect(check('{ admin: [ada, bob], viewer: [] }')).rejects.toThrow(
    'this edit would also change who has viewer in aion/account/orbit, so nothing was written',
  );
  await expect(check('{ admin: [ada, bob, eve], viewer: [bob] }')).rejects.toThrow(
    'admin in aion/account/orbit',
  );
});
