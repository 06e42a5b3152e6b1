import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRepository } from '../../src/git/locate.js';
import { revisionTree } from '../../src/git/revision-tree.js';
import { Workspace } from '../../src/workspace/workspace.js';
import { type ScratchRepository, scratchRepository } from './scratch-repository.js';
import { modules } from '../modules.js';

const settings = (url: string): string =>
  `version: 1\nproviders:\n  redox: { url: "${url}", auth: { method: bearer, token: { env: TOKEN } } }\n`;
let own: ScratchRepository;
let other: ScratchRepository;
beforeEach(() => {
  own = scratchRepository();
  own.commit({ 'iam/rolecall.yaml': settings('https://own.test') });
  other = scratchRepository(mkdtempSync(join(tmpdir(), 'rolecall-other-')));
  other.commit({ 'rolecall.yaml': settings('https://other.test') });
});
afterEach(() => {
  own.remove();
  other.remove();
});

/** Puts a submodule of the other repository at a path, in place of what is there. */
function addSubmodule(path: string): void {
  own.git('rm', '--quiet', '-r', 'iam');
  own.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.folder, path);
}

const providersOf = (folder: string) =>
  new Workspace({
    config: 'rolecall.yaml',
    cwd: join(own.folder, folder),
    at: 0,
    modules,
  }).trusted('main');

test('a submodule does not say where credentials go, since a change can bring it along', async () => {
  expect((await providersOf('iam')).settings.providers.get('redox')?.url).toBe('https://own.test');
  addSubmodule('iam');
  await expect(providersOf('iam')).rejects.toThrow('iam" is a submodule');
});

test.each([
  ['a submodule', 'vendor/other'],
  ['the top of the repository itself', '.'],
])("a link in the place of the config's folder does not lead to %s", async (_, target) => {
  addSubmodule('vendor/other');
  own.commit({ 'rolecall.yaml': settings('https://trial.test') });
  own.link('iam', target);
  await expect(providersOf('iam')).rejects.toThrow(
    `leads through a link below ${JSON.stringify(own.folder)}`,
  );
  const repository = await openRepository({ folder: join(own.folder, 'iam') });
  await expect(revisionTree(repository, 'main')).rejects.toThrow('leads through a link');
});

test('a worktree within the repository says where they go', async () => {
  own.git('worktree', 'add', '--quiet', '-b', 'change', 'trees/change');
  expect((await providersOf('trees/change/iam')).settings.providers.get('redox')?.url).toBe(
    'https://own.test',
  );
});
