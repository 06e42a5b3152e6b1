import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { type ScratchRepository, scratchRepository } from '../git/scratch-repository.js';
import { modules } from '../modules.js';
import { Workspace } from '../../src/workspace/workspace.js';

const SETTINGS = 'version: 1\n';
const ACCOUNT = 'account: orbit\nroles: { account_admin: [ada] }\n';

let repository: ScratchRepository;
let loads = 0;
beforeEach(() => {
  repository = scratchRepository();
  repository.commit({ 'rolecall.yaml': SETTINGS, 'access/orbit.yaml': ACCOUNT, 'notes.md': 'one' });
  loads = 0;
});
afterEach(() => repository.remove());

const open = (config = 'rolecall.yaml'): Workspace =>
  new Workspace({
    config,
    cwd: repository.folder,
    at: Date.parse('2026-11-22'),
    modules,
    load: (options) => {
      loads += 1;
      return loadConfig(options);
    },
  });

test('a revision is loaded once, by whatever name', async () => {
  const workspace = open();
  const [one, other] = [await workspace.revision('main'), await workspace.revision('HEAD')];
  expect(one?.desired.scopes).toHaveLength(1);
  expect(other).toBe(one);
  expect(await workspace.revision(repository.git('rev-parse', 'main'))).toBe(one);
  expect(loads).toBe(1);
});

test('a revision without the settings has no files', async () => {
  expect(await open('iam/rolecall.yaml').revision('main').catch(String)).toContain('there is no folder');
  repository.commit({ 'iam/notes.md': '' });
  expect(await open('iam/rolecall.yaml').revision('main')).toBeNull();
});

test('other texts are a tree of their own, and none is the working tree', async () => {
  const workspace = open();
  const head = await workspace.head();
  expect(await workspace.withTexts(new Map())).toBe(head);
  const more = new Map([['access/apollo.yaml', 'project: apollo\naccount: orbit\nroles: {}\n']]);
  const edited = await workspace.withTexts(more);
  expect(edited.desired.scopes).toHaveLength(2);
  expect(await workspace.withTexts(new Map(more))).toBe(edited);
  expect(loads).toBe(2);
});

test('settings that are not there are said to be missing, and a folder in their place too', async () => {
  await expect(open('other.yaml').head()).rejects.toThrow('there is no "other.yaml" here');
  await expect(open('access').head()).rejects.toThrow('"access" is a folder');
});

test('two revisions read the same where they agree in every file that the settings name', async () => {
  const first = repository.git('rev-parse', 'HEAD');
  const steps: readonly (readonly [Readonly<Record<string, string | null>>, boolean])[] = [
    [{ 'notes.md': 'two' }, true],
    [{ 'access/orbit.yaml': `${ACCOUNT}# a comment\n` }, false],
    [{ 'access/orbit.yaml': ACCOUNT }, true],
    [{ 'access/apollo.yaml': 'project: apollo\naccount: orbit\nroles: {}\n' }, false],
    [{ 'access/apollo.yaml': null, 'access/orbit.yaml': null }, false],
    [{ 'access/orbit.yaml': ACCOUNT, 'rolecall.yaml': `${SETTINGS}prune: listed\n` }, false],
  ];
  for (const [files, same] of steps) {
    const next = repository.commit(files);
    expect(await open().readsTheSame(first, next)).toBe(same);
    expect(loads).toBe(1);
    loads = 0;
  }
});
