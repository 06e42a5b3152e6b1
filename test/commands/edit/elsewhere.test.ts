import { expect, test } from 'vitest';
import type { CommandContext } from '../../../src/commands/context.js';
import type { EditOutcome } from '../../../src/commands/edit/edit.js';
import { refuseElsewhere } from '../../../src/commands/edit/elsewhere.js';
import { grantCommand } from '../../../src/commands/edit/grant.js';
import { revokeCommand } from '../../../src/commands/edit/revoke.js';
import { type LoadedConfig, loadConfig, type LoadOptions } from '../../../src/config/load.js';
import { Workspace } from '../../../src/workspace/workspace.js';
import { modules } from '../../modules.js';
import { contextIn } from '../context.js';
import { type Files, folderOf, NOW, readAll, textTree } from './edit-world.js';

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

const FILES: Files = { 'access/a.yaml': 'account: orbit\nroles: { admin: [ada, alan], viewer: [alan] }\n' };
const who = { who: 'ada', in: ['aion/account/orbit'], dryRun: false };
const granted = { ...who, from: null, until: null, reason: null };
const commands: Readonly<Record<string, (context: CommandContext) => Promise<EditOutcome>>> = {
  revoke: (context) => revokeCommand({ ...who, role: 'admin' }, context),
  grant: (context) => grantCommand({ ...granted, role: 'viewer', like: null }, context),
  'grant --like': (context) => grantCommand({ ...granted, in: [], role: null, like: 'alan' }, context),
};

/** Reads files as they are, but for the edited ones, of which it misses what alan is there. */
const defective = async (options: LoadOptions): Promise<LoadedConfig> => {
  const text = new TextDecoder().decode((await options.tree.read('access/a.yaml')) ?? undefined);
  const config = await loadConfig(options);
  if (text === FILES['access/a.yaml']) return config;
  const scopes = config.desired.scopes.map((each) => ({
    ...each,
    assignments: each.assignments.filter(({ person }) => person !== 'alan'),
  }));
  return { ...config, desired: { ...config.desired, scopes } };
};

test.each(Object.keys(commands))(
  '%s writes nothing if the edited files would take something from somebody else',
  async (command) => {
    const folder = folderOf(FILES);
    const workspace = (load: typeof loadConfig): Workspace =>
      new Workspace({ config: 'rolecall.yaml', cwd: folder, at: NOW, modules, load });
    const context = contextIn(folder, { at: NOW });
    const run = (load: typeof loadConfig): Promise<EditOutcome> | undefined =>
      commands[command]?.({ ...context, workspace: workspace(load) });
    await expect(run(defective)).rejects.toThrow('this edit would also change who has');
    expect(readAll(folder)['access/a.yaml']).toBe(FILES['access/a.yaml']);
    await expect(run(loadConfig)).resolves.toMatchObject({ isWritten: true });
  },
);
