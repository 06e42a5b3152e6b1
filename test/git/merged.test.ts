import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRepository } from '../../src/git/locate.js';
import { headUnderReview, holdsChange } from '../../src/git/merged.js';
import { type ScratchRepository, scratchRepository } from './scratch-repository.js';

/** Twelve lines, so that changes at both ends merge. */
const LINES = Array.from({ length: 12 }, (_, index) => `line ${index}`);
const text = (changed: Readonly<Record<number, string>> = {}): string =>
  `${LINES.map((line, index) => changed[index] ?? line).join('\n')}\n`;
const isRead = (path: string): boolean => path.startsWith('access/');

function scratch(): ScratchRepository {
  const repository = scratchRepository();
  onTestFinished(() => repository.remove());
  repository.commit({ 'access/a.yaml': text(), 'access/b.yaml': 'b\n', 'src/code': text() });
  return repository;
}

/** Commits to a branch that begins at main. */
function propose({ git, commit }: ScratchRepository, files: Readonly<Record<string, string | null>>): string {
  git('checkout', '--quiet', '-b', 'change', 'main');
  const head = commit(files);
  git('checkout', '--quiet', 'main');
  return head;
}

async function holds({ folder, git }: ScratchRepository, head: string): Promise<boolean> {
  return await holdsChange(await openRepository({ folder }), head, git('rev-parse', 'HEAD'), isRead);
}

test('a squash is seen where main changed other lines of the same file, and is seen later on', async () => {
  const repository = scratch();
  const head = propose(repository, { 'access/a.yaml': text({ 1: 'granted' }) });
  repository.commit({ 'access/a.yaml': text({ 10: 'meanwhile' }) });
  expect(await holds(repository, head)).toBe(false);
  repository.git('merge', '--quiet', '--squash', 'change');
  repository.commit({}, 'squash');
  expect(await holds(repository, head)).toBe(true);
  repository.commit({ 'access/a.yaml': text({ 1: 'granted and more', 10: 'meanwhile' }) });
  expect(await holds(repository, head)).toBe(true);
});

test('a squash that was not of the whole change is none, nor is a commit alike', async () => {
  const repository = scratch();
  const head = propose(repository, { 'access/a.yaml': text({ 1: 'granted' }), 'access/c.yaml': 'new\n' });
  repository.commit({ 'access/a.yaml': text({ 1: 'granted' }) });
  expect(await holds(repository, head)).toBe(false);
  repository.commit({ 'access/c.yaml': 'new, and otherwise\n' });
  expect(await holds(repository, head)).toBe(false);
  repository.commit({ 'access/c.yaml': 'new\n' });
  expect(await holds(repository, head)).toBe(true);
});

test('a deletion that was not merged is seen, and conflicts elsewhere do not matter', async () => {
  const repository = scratch();
  const head = propose(repository, { 'access/b.yaml': null, 'src/code': text({ 1: 'one' }) });
  repository.commit({ 'src/code': text({ 1: 'other' }) });
  expect(await holds(repository, head)).toBe(false);
  repository.commit({ 'access/b.yaml': null });
  expect(await holds(repository, head)).toBe(true);
});

test('what git does not merge line by line is not merged', async () => {
  const repository = scratch();
  repository.commit({ '.gitattributes': '* -merge\n' });
  const head = propose(repository, { 'access/a.yaml': text({ 1: 'granted' }) });
  repository.commit({ 'access/a.yaml': text({ 10: 'meanwhile' }) });
  expect(await holds(repository, head)).toBe(false);
});

test('no program of the machine merges anything', async () => {
  const repository = scratch();
  const mark = join(repository.folder, 'ran');
  repository.git('config', 'merge.ours.driver', `touch ${mark}; true`);
  repository.commit({ '.gitattributes': '* merge=ours\n' });
  const head = propose(repository, { 'access/a.yaml': text({ 1: 'granted' }) });
  repository.commit({ 'access/a.yaml': text({ 10: 'meanwhile' }) });
  expect(await holds(repository, head)).toBe(false);
  expect(repository.git('status', '--porcelain')).toBe('');
});

test('a shallow clone without the head gets what it needs from its origin', async () => {
  const origin = scratch();
  const head = propose(origin, { 'access/a.yaml': text({ 1: 'granted' }) });
  origin.commit({ 'access/a.yaml': text({ 10: 'meanwhile' }) });
  origin.git('merge', '--quiet', '--squash', 'change');
  origin.commit({}, 'squash');
  const clone = mkdtempSync(join(tmpdir(), 'rolecall-clone-'));
  onTestFinished(() => rmSync(clone, { recursive: true }));
  const source = `file://${origin.folder}`;
  execFileSync('git', ['clone', '--quiet', '--depth=1', '--single-branch', source, clone], {
    stdio: 'ignore',
  });
  const repository = await openRepository({ folder: clone });
  expect(repository.shallow).toBe(true);
  const tip = origin.git('rev-parse', 'main');
  expect(await holdsChange(repository, head, tip, isRead)).toBe(true);
  await expect(holdsChange(repository, 'f'.repeat(40), tip, isRead)).rejects.toThrow(/could not be fetched/u);
});

test('the head of a merge that a CI made into the target is the change, and of any other merge it is the merge', async () => {
  const repository = scratch();
  const head = propose(repository, { 'access/a.yaml': text({ 1: 'granted' }) });
  const main = repository.commit({ 'src/code': 'meanwhile\n' });
  const here = await openRepository({ folder: repository.folder });
  repository.git('checkout', '--quiet', '--detach', 'main');
  repository.git('merge', '--quiet', '--no-ff', '--message', 'by a CI', 'change');
  const byCi = repository.git('rev-parse', 'HEAD');
  expect(await headUnderReview(here, byCi, main)).toBe(head);
  expect(await headUnderReview(here, byCi, null)).toBe(byCi);
  expect(await headUnderReview(here, head, main)).toBe(head);
  repository.git('checkout', '--quiet', 'change');
  repository.git('merge', '--quiet', '--message', 'main into the change', 'main');
  const merged = repository.git('rev-parse', 'HEAD');
  expect(await headUnderReview(here, merged, main)).toBe(merged);
});
