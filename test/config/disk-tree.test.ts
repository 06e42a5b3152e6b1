import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskTree } from '../../src/config/disk-tree.js';
import { loadConfig } from '../../src/config/load.js';
import { modules } from '../modules.js';
import { now } from './now.js';

let root = '';
const text = 'organization: "1"\nroles: { owner: [ada@acme.test] }\n';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rolecall-disk-'));
  const files = [
    'inside/rolecall.yaml',
    'inside/access/a.yaml',
    'inside/access/b/c.yaml',
    'inside/access/b/d.yml',
    'inside/access/.e.yaml',
    'inside/access/node_modules/f.yaml',
    'inside/.git/g.yaml',
    'outside/h.yaml',
  ];
  for (const file of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), file.endsWith('rolecall.yaml') ? 'providers: { redox: {} }\n' : text);
  }
  await symlink('../../outside', join(root, 'inside/access/linked'));
  await symlink('../../outside/h.yaml', join(root, 'inside/access/linked.yaml'));
  await symlink('a.yaml', join(root, 'inside/access/same.yaml'));
  await symlink('b', join(root, 'inside/access/again'));
});
afterAll(async () => await rm(root, { recursive: true }));

test.each([
  [
    ['access/**/*.yaml'],
    [
      'access/a.yaml',
      'access/again',
      'access/b/c.yaml',
      'access/linked',
      'access/linked.yaml',
      'access/same.yaml',
    ],
  ],
  [
    ['./access/*.{yaml,yml}', 'access/b/*.yml'],
    ['access/a.yaml', 'access/b/d.yml', 'access/linked.yaml', 'access/same.yaml'],
  ],
  [['access/a.yaml'], ['access/a.yaml']],
  [
    ['access/**/*.yaml', '!access/[ls]*', '!access/**/c.yaml'],
    ['access/a.yaml', 'access/again', 'access/linked'],
  ],
  [['nowhere/**'], []],
  [['access/linked/*.yaml'], ['access/linked']],
  [['access/linked/deep/**'], ['access/linked']],
  [
    ['access/again/*.yaml', 'access/a.yaml'],
    ['access/a.yaml', 'access/again'],
  ],
])('the globs %j find %j', async (globs, found) => {
  expect(await diskTree(join(root, 'inside')).glob(globs)).toEqual(found);
});

test('a folder that cannot be read is named', async () => {
  const tree = diskTree(join(root, 'inside'));
  const long = `access/${'y'.repeat(300)}/z`;
  await expect(tree.glob([`${long}/*.yaml`])).rejects.toThrow(`the folder "${long}" cannot be read`);
});

test('a link to the folder itself is not said to lead out of it', async () => {
  await symlink('..', join(root, 'inside/sub'));
  const refused = diskTree(join(root, 'inside/sub/inside')).read('sub/inside');
  await expect(refused).rejects.toThrow(/a link to a folder/);
  await rm(join(root, 'inside/sub'));
});

test('a link leads to a file of the folder, never out of it', async () => {
  const tree = diskTree(join(root, 'inside'));
  expect(new TextDecoder().decode((await tree.read('access/same.yaml')) ?? undefined)).toBe(text);
  for (const path of [
    'access/linked.yaml',
    'access/linked',
    'access/linked/h.yaml',
    '../outside/h.yaml',
    'access/again',
  ]) {
    await expect(tree.read(path)).rejects.toMatchObject({ name: 'FileRefused', code: 'link-refused' });
  }
  expect(await tree.read('access/none.yaml')).toBeNull();
});

test('links that are not followed are findings at their own path', async () => {
  const { diagnostics } = await loadConfig({
    tree: diskTree(join(root, 'inside')),
    configFile: 'rolecall.yaml',
    modules,
    now,
  });
  expect(diagnostics.filter(({ code }) => code === 'link-refused').map(({ file }) => file)).toEqual([
    'access/again',
    'access/linked',
    'access/linked.yaml',
  ]);
});

test("nothing is read from git's own folder, not even through a link", async () => {
  const tree = diskTree(join(root, 'inside'));
  await symlink('../.git/g.yaml', join(root, 'inside/access/of-git.yaml'));
  for (const path of ['.git/g.yaml', '.GIT/g.yaml', 'access/of-git.yaml'])
    await expect(tree.read(path)).rejects.toMatchObject({
      name: 'FileRefused',
      message: expect.stringMatching(/the folder \.git/),
    });
  await rm(join(root, 'inside/access/of-git.yaml'));
});
