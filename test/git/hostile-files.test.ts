import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBlame } from '../../src/git/blame.js';
import { headOf } from '../../src/git/working-tree.js';
import { fetchCommit, openRepository } from '../../src/git/locate.js';
import { revisionTree } from '../../src/git/revision-tree.js';
import { type ScratchRepository, scratchRepository } from './scratch-repository.js';

const LINE = 'organization: "1024"\n';
let outer: ScratchRepository;
let mark = '';
beforeEach(() => {
  outer = scratchRepository();
  outer.commit({ 'iam/rolecall.yaml': 'version: 1\n', 'iam/access.yaml': LINE });
  mark = join(mkdtempSync(join(tmpdir(), 'rolecall-mark-')), 'was here');
});
afterEach(() => {
  outer.remove();
  rmSync(join(mark, '..'), { recursive: true });
});

/** Commits `HEAD`, `objects`, `refs` and `config` below iam, which git takes for a repository where it is started there. */
function commitRepository(config: string): string {
  const iam = join(outer.folder, 'iam');
  const inner = scratchRepository(iam);
  inner.commit({});
  for (const name of readdirSync(join(iam, '.git'))) renameSync(join(iam, '.git', name), join(iam, name));
  rmSync(join(iam, '.git'), { recursive: true });
  writeFileSync(join(iam, 'config'), config);
  outer.commit({});
  return iam;
}

/** What somebody runs who starts git in the folder. */
function plainGit(folder: string, ...args: readonly string[]): void {
  try {
    execFileSync('git', [...args], { cwd: folder, stdio: 'pipe' });
  } catch {
    // The attacks end badly, once they have done what they came for.
  }
}

const bothWays = (folder: string) => [{ folder }, { folder, checkout: outer.folder }];

test('a committed repository does not say what a fetch runs', async () => {
  const iam = commitRepository(
    `[core]\n\trepositoryformatversion = 0\n[remote "origin"]\n\turl = .\n\tuploadpack = "touch '${mark}'; false"\n`,
  );
  plainGit(iam, 'fetch', 'origin');
  expect(existsSync(mark)).toBe(true);
  rmSync(mark);
  for (const place of bothWays(iam)) {
    const repository = await openRepository(place);
    expect(repository).toMatchObject({ gitDir: join(outer.folder, '.git'), path: 'iam' });
    await expect(fetchCommit(repository, 'f'.repeat(40))).rejects.toThrow('could not be fetched');
  }
  expect(existsSync(mark)).toBe(false);
});

test('a committed repository does not say what blame runs, and the lines are those of the real one', async () => {
  outer.write({ 'iam/.gitattributes': '*.yaml diff=evil\n' });
  const iam = commitRepository(
    `[core]\n\trepositoryformatversion = 0\n\tworktree = .\n[diff "evil"]\n\ttextconv = "touch '${mark}'; cat"\n`,
  );
  plainGit(iam, '-c', 'core.bare=false', '--git-dir=.', '--work-tree=.', 'blame', 'access.yaml');
  expect(existsSync(mark)).toBe(true);
  rmSync(mark);
  const first = outer.git('rev-list', '--max-parents=0', 'HEAD');
  for (const place of bothWays(iam)) {
    expect((await (await openBlame(place))('access.yaml', [1])).get(1)).toMatchObject({ sha: first });
  }
  expect(existsSync(mark)).toBe(false);
});

test('a committed repository does not say what status runs', async () => {
  const iam = commitRepository(
    `[core]\n\trepositoryformatversion = 0\n\tworktree = .\n\tfsmonitor = "touch '${mark}'; false"\n`,
  );
  plainGit(iam, 'status');
  expect(existsSync(mark)).toBe(true);
  rmSync(mark);
  const sha = outer.commit({});
  for (const place of bothWays(iam)) expect(await headOf(place)).toEqual({ sha, changed: false });
  expect(existsSync(mark)).toBe(false);
});

test('a committed repository does not say what a revision holds', async () => {
  const iam = commitRepository('[core]\n\trepositoryformatversion = 0\n');
  outer.commit({ 'iam/access.yaml': 'later\n' });
  for (const place of bothWays(iam)) {
    const tree = await revisionTree(await openRepository(place), 'HEAD~2');
    expect(Buffer.from((await tree.read('access.yaml')) ?? []).toString()).toBe(LINE);
    expect(await tree.glob(['refs/**', 'HEAD'])).toEqual([]);
  }
});

test("a .git that is broken does not bring a repository's look into play", async () => {
  const iam = commitRepository(`[core]\n\tbare = true\n`);
  const loose = mkdtempSync(join(tmpdir(), 'rolecall-loose-'));
  execFileSync('cp', ['-r', `${iam}/.`, loose]);
  execFileSync('mkdir', [join(loose, '.git')]);
  await expect(openRepository({ folder: loose })).rejects.toThrow('git finds no repository at');
  rmSync(loose, { recursive: true });
});

test('objects are what they are, whatever is set in their place', async () => {
  const base = outer.git('rev-parse', 'HEAD');
  const evil = outer.commit({ 'iam/rolecall.yaml': 'version: 1 # aimed elsewhere\n' });
  outer.git('replace', base, evil);
  for (const place of bothWays(join(outer.folder, 'iam'))) {
    const tree = await revisionTree(await openRepository(place), base);
    expect(Buffer.from((await tree.read('rolecall.yaml')) ?? []).toString()).toBe('version: 1\n');
  }
});

test('.gitattributes start no program that the machine has for other files, nor do hooks run', async () => {
  outer.git('config', 'filter.own.clean', `touch '${mark}'; cat`);
  outer.git('config', 'filter.own.required', 'true');
  outer.git('config', 'filter.other.process', `touch '${mark}'; false`);
  outer.git('config', 'diff.own.textconv', `touch '${mark}'; cat`);
  outer.git('config', 'diff.external', `touch '${mark}'; false`);
  outer.git('config', 'core.fsmonitor', `touch '${mark}'; false`);
  outer.git('config', 'core.pager', `touch '${mark}'; cat`);
  const hook = join(outer.folder, '.git', 'hooks', 'post-index-change');
  mkdirSync(dirname(hook), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\ntouch '${mark}'\n`);
  chmodSync(hook, 0o755);
  outer.write({
    'iam/.gitattributes': 'access.yaml filter=own diff=own\nrolecall.yaml filter=other diff=own\n',
    'iam/access.yaml': LINE,
  });
  const folder = join(outer.folder, 'iam');
  expect((await headOf({ folder }))?.changed).toBe(true);
  expect((await (await openBlame({ folder }))('access.yaml', [1])).size).toBe(1);
  expect((await (await openBlame({ folder }))('rolecall.yaml', [1])).size).toBe(1);
  expect(existsSync(mark)).toBe(false);
  plainGit(folder, 'blame', 'access.yaml');
  expect(existsSync(mark)).toBe(true);
});

test('a file of the tree does not decide whom blame names', async () => {
  const second = outer.commit({ 'iam/access.yaml': LINE.replace('1024', '2048') });
  outer.commit({ '.git-blame-ignore-revs': `${second}\n` });
  outer.git('config', 'blame.ignoreRevsFile', '.git-blame-ignore-revs');
  const folder = join(outer.folder, 'iam');
  expect((await (await openBlame({ folder }))('access.yaml', [1])).get(1)).toMatchObject({ sha: second });
});

test('a file of the tree does not decide whose name a line bears', async () => {
  outer.commit({ '.mailmap': 'Grace <grace@acme.test> <ada@acme.test>\n' });
  const folder = join(outer.folder, 'iam');
  expect((await (await openBlame({ folder }))('access.yaml', [1])).get(1)).toMatchObject({ author: 'Ada' });
});

test('a file of the tree that the configuration includes is refused before it runs anything', async () => {
  const evil = `[remote "evil"]\n\tpromisor = true\n\turl = .\n\tuploadpack = "touch '${mark}'; false"\n`;
  outer.commit({ 'iam/.gitconfig': evil });
  const folder = join(outer.folder, 'iam');
  for (const included of ['../iam/.gitconfig', join(folder, '.gitconfig')]) {
    outer.git('config', 'include.path', included);
    for (const place of bothWays(folder)) {
      await expect(openRepository(place)).rejects.toThrow('.gitconfig", a file of the working tree');
    }
  }
  expect(existsSync(mark)).toBe(false);
  plainGit(folder, 'cat-file', '-e', 'f'.repeat(40));
  expect(existsSync(mark)).toBe(true);
  outer.write({ '.git/own.config': '[core]\n\tabbrev = 12\n' });
  outer.git('config', 'include.path', 'own.config');
  for (const place of bothWays(folder)) expect(await openRepository(place)).toMatchObject({ path: 'iam' });
});

test('a link in the place of a folder does not lead to the files of another', async () => {
  outer.link('linked', 'iam');
  outer.commit({});
  for (const place of bothWays(join(outer.folder, 'linked'))) {
    const repository = await openRepository(place);
    await expect(revisionTree(repository, 'HEAD')).rejects.toThrow('leads through a link');
    expect((await (await openBlame(place))('access.yaml', [1])).size).toBe(0);
  }
});
