import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.js';
import {
  fetchCommit,
  findCommit,
  mergeBase,
  openRepository,
  parentsOf,
  resolveRevision,
} from '../../src/git/locate.js';
import { revisionTree } from '../../src/git/revision-tree.js';
import { type ScratchRepository, scratchRepository } from './scratch-repository.js';

const made: ScratchRepository[] = [];

function scratch(): ScratchRepository {
  const repository = scratchRepository();
  made.push(repository);
  return repository;
}

afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString();

test('reads the files of a revision, whatever the working tree holds', async () => {
  const { folder, commit, write } = scratch();
  commit({ 'rolecall.yaml': 'one', 'access/a.yaml': 'first', 'access/deep/ü b.yaml': 'named' });
  commit({ 'access/a.yaml': 'second' });
  write({ 'access/a.yaml': 'third', 'access/new.yaml': 'new' });
  const tree = await revisionTree(await openRepository({ folder }), 'HEAD~1');
  expect(await tree.glob(['access/**/*.yaml'])).toEqual(['access/a.yaml', 'access/deep/ü b.yaml']);
  expect(text(await tree.read('access/a.yaml'))).toBe('first');
  expect(text(await tree.read('access/deep/ü b.yaml'))).toBe('named');
  expect(text(await tree.read('rolecall.yaml'))).toBe('one');
  expect(await tree.read('access/new.yaml')).toBeNull();
});

test('a folder of the repository is a tree of its own, and one that was not there yet is empty', async () => {
  const { folder, commit } = scratch();
  commit({ 'rolecall.yaml': 'top' });
  commit({ 'team a/rolecall.yaml': 'own', 'team ab/rolecall.yaml': 'other' });
  const repository = await openRepository({ folder: join(folder, 'team a') });
  const own = await revisionTree(repository, 'HEAD');
  expect(await own.glob(['**/*.yaml'])).toEqual(['rolecall.yaml']);
  expect(text(await own.read('rolecall.yaml'))).toBe('own');
  const before = await revisionTree(repository, 'HEAD~1');
  expect(await before.glob(['**/*.yaml'])).toEqual([]);
  expect(await before.read('rolecall.yaml')).toBeNull();
});

test('links lead to files inside the folder, and nowhere else', async () => {
  const { folder, commit, link } = scratch();
  link('config/access/inside.yaml', '../shared/real.yaml');
  link('config/access/outside.yaml', '../../secret.yaml');
  link('config/access/absolute.yaml', '/etc/passwd');
  link('config/access/folder.yaml', '../shared');
  link('config/access/round.yaml', 'round.yaml');
  link('config/access/broken.yaml', 'nowhere.yaml');
  commit({ 'config/shared/real.yaml': 'real', 'secret.yaml': 'secret' });
  const tree = await revisionTree(await openRepository({ folder: join(folder, 'config') }), 'HEAD');
  expect(text(await tree.read('access/inside.yaml'))).toBe('real');
  expect(await tree.read('access/broken.yaml')).toBeNull();
  for (const path of [
    'access/outside.yaml',
    'access/absolute.yaml',
    'access/folder.yaml',
    'access/round.yaml',
  ]) {
    await expect(tree.read(path)).rejects.toMatchObject({ code: 'link-refused' });
  }
});

test('an unknown revision is named, and an option in disguise never reaches git', async () => {
  const { folder, commit } = scratch();
  commit({ a: 'a' });
  const repository = await openRepository({ folder });
  await expect(resolveRevision(repository, 'no-such')).rejects.toThrow('git knows no revision "no-such"');
  for (const revision of ['--output=/tmp/x', '-h', '', 'HEAD\0']) {
    await expect(resolveRevision(repository, revision)).rejects.toBeInstanceOf(UsageError);
  }
  await expect(resolveRevision(repository, 'HEAD:a')).rejects.toBeInstanceOf(UsageError);
  await expect(resolveRevision(repository, '^HEAD')).rejects.toBeInstanceOf(UsageError);
});

test('a folder outside of any repository is said to be none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-plain-'));
  await expect(openRepository({ folder })).rejects.toThrow('git finds no repository at');
  rmSync(folder, { recursive: true });
});

test('a shallow clone says fetch-depth, tells the parents it hides, and fetches the one that is missing', async () => {
  const { folder, commit, git } = scratch();
  const first = commit({ 'rolecall.yaml': 'one' });
  commit({ 'rolecall.yaml': 'two' });
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const clone = mkdtempSync(join(tmpdir(), 'rolecall-clone-'));
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${folder}`, clone], { stdio: 'pipe' });
  const repository = await openRepository({ folder: clone });
  expect(repository.shallow).toBe(true);
  expect(await parentsOf(repository, 'HEAD')).toEqual([first]);
  expect(await findCommit(repository, first)).toBeNull();
  await expect(resolveRevision(repository, first)).rejects.toMatchObject({
    hint: expect.stringContaining('fetch-depth: 0') as string,
  });
  await fetchCommit(repository, first);
  const tree = await revisionTree(repository, first);
  expect(text(await tree.read('rolecall.yaml'))).toBe('one');
  await expect(fetchCommit(repository, 'f'.repeat(40))).rejects.toMatchObject({
    hint: expect.stringContaining('fetch-depth: 0') as string,
  });
  rmSync(clone, { recursive: true });
});

test('a clone that is whole stays so when it fetches what a force push left behind', async () => {
  const { folder, commit, git } = scratch();
  const first = commit({ 'rolecall.yaml': 'one' });
  const lost = commit({ 'rolecall.yaml': 'lost' });
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  git('reset', '--quiet', '--hard', first);
  const clone = mkdtempSync(join(tmpdir(), 'rolecall-clone-'));
  execFileSync('git', ['clone', '--quiet', `file://${folder}`, clone], { stdio: 'pipe' });
  const repository = await openRepository({ folder: clone });
  await fetchCommit(repository, lost);
  expect(await mergeBase(repository, lost, 'HEAD')).toBe(first);
  expect(await openRepository({ folder: clone })).toMatchObject({ shallow: false });
  rmSync(clone, { recursive: true });
});

test('a thousand files are read by one process each of listing and reading', async () => {
  const { folder, commit } = scratch();
  const files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`access/${index}.yaml`, `n ${index}`]),
  );
  commit(files);
  const tree = await revisionTree(await openRepository({ folder }), 'HEAD');
  const paths = await tree.glob(['access/*.yaml']);
  const read = await Promise.all(paths.map(async (path) => text(await tree.read(path))));
  expect(read).toEqual(paths.map((path) => files[path]));
});
