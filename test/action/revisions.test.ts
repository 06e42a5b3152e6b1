import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { branchBase, pullBase, trustedBase } from '../../src/action/revisions.js';
import type { PullRequest } from '../../src/action/runner.js';
import { openRepository } from '../../src/git/locate.js';
import { type ScratchRepository, scratchRepository } from '../git/scratch-repository.js';

const made: ScratchRepository[] = [];
afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

/** main with two commits, a branch off the first, and the merge commit GitHub would make, checked out. */
function proposed(): {
  readonly scratch: ScratchRepository;
  readonly pull: PullRequest;
  readonly tip: string;
} {
  const scratch = scratchRepository();
  made.push(scratch);
  scratch.commit({ file: 'one' });
  scratch.git('checkout', '--quiet', '-b', 'branch');
  const evil = scratch.commit({ other: 'aimed elsewhere' });
  const head = scratch.commit({ other: 'change' });
  scratch.git('checkout', '--quiet', 'main');
  const tip = scratch.commit({ file: 'two' });
  scratch.git('checkout', '--quiet', '--detach', 'main');
  scratch.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'branch');
  expect(evil).not.toBe(tip);
  return {
    scratch,
    tip,
    pull: { number: 7, head, base: tip, baseBranch: 'main', isTextEdit: false, author: null, isFork: false },
  };
}

const headOf = ({ git }: ScratchRepository): string => git('rev-parse', 'HEAD');

test('the base of a pull request is the first parent of the merge commit, also where the branch moved on', async () => {
  const { scratch, pull, tip } = proposed();
  const repository = await openRepository(scratch);
  expect(await pullBase(repository, pull, headOf(scratch))).toBe(tip);
  const older = scratch.git('rev-parse', 'main~1');
  expect(await pullBase(repository, { ...pull, base: older }, headOf(scratch))).toBe(tip);
});

test('a merge commit that is not the one of the run says nothing about the base', async () => {
  const { scratch, pull } = proposed();
  const other = { ...pull, base: 'f'.repeat(40) };
  await expect(pullBase(await openRepository(scratch), other, pull.head)).rejects.toThrow(
    'neither the merge',
  );
});

test('where the head itself is checked out it is compared with the merge base, and the tip is trusted', async () => {
  const { scratch, pull, tip } = proposed();
  const repository = await openRepository(scratch);
  expect(await trustedBase(repository, pull, tip)).toBe(tip);
  scratch.git('checkout', '--quiet', '--detach', pull.head);
  const base = await pullBase(repository, pull, headOf(scratch));
  expect(base).toBe(scratch.git('rev-parse', 'main~1'));
  expect(await trustedBase(repository, pull, base)).toBe(tip);
  scratch.git('checkout', '--quiet', '--detach', `${pull.head}~1`);
  await expect(pullBase(repository, pull, headOf(scratch))).rejects.toThrow('neither the merge of #7');
});

test('a merge of something else on the base is not taken for the merge of the pull request', async () => {
  const { scratch, pull } = proposed();
  scratch.git('checkout', '--quiet', '--detach', 'main');
  scratch.git('merge', '--quiet', '--no-ff', '--message', 'other', `${pull.head}~1`);
  const repository = await openRepository(scratch);
  await expect(pullBase(repository, pull, headOf(scratch))).rejects.toThrow('neither the merge of #7');
});

test('a shallow clone of the head is made whole, or says fetch-depth', async () => {
  const { scratch, pull } = proposed();
  scratch.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const clone = mkdtempSync(join(tmpdir(), 'rolecall-clone-'));
  const args = ['clone', '--quiet', '--depth=1', '--branch=branch', `file://${scratch.folder}`, clone];
  execFileSync('git', args, { stdio: 'pipe' });
  execFileSync('git', ['remote', 'set-url', 'origin', join(clone, 'nowhere')], { cwd: clone });
  await expect(pullBase(await openRepository({ folder: clone }), pull, pull.head)).rejects.toMatchObject({
    hint: expect.stringContaining('fetch-depth: 0') as string,
  });
  execFileSync('git', ['remote', 'set-url', 'origin', `file://${scratch.folder}`], { cwd: clone });
  const base = await pullBase(await openRepository({ folder: clone }), pull, pull.head);
  expect(base).toBe(scratch.git('rev-parse', 'main~1'));
  rmSync(clone, { recursive: true });
});

test('what a force push left behind needs credentials, not a deeper clone', async () => {
  const { scratch, tip } = proposed();
  scratch.git('remote', 'add', 'origin', join(scratch.folder, 'nowhere'));
  const event = { kind: 'push', before: 'f'.repeat(40), commits: [] } as const;
  const failure: unknown = await branchBase(await openRepository(scratch), event).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ hint: expect.stringContaining('persist-credentials') as string });
  expect(failure).toMatchObject({ hint: expect.not.stringContaining('fetch-depth') as string });
  expect(await branchBase(await openRepository(scratch), { ...event, before: tip })).toBe(tip);
});

test('a shallow clone fetches the base that is missing', async () => {
  const { scratch, pull, tip } = proposed();
  scratch.git('branch', 'merged', 'HEAD');
  scratch.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const clone = mkdtempSync(join(tmpdir(), 'rolecall-clone-'));
  const args = ['clone', '--quiet', '--depth=1', '--branch=merged', `file://${scratch.folder}`, clone];
  execFileSync('git', args, { stdio: 'pipe' });
  const repository = await openRepository({ folder: clone });
  expect(repository.shallow).toBe(true);
  expect(await pullBase(repository, pull, headOf(scratch))).toBe(tip);
  expect(await branchBase(repository, { kind: 'push', before: tip, commits: [] })).toBe(tip);
  expect(await branchBase(repository, { kind: 'push', before: null, commits: [] })).toBeNull();
  rmSync(clone, { recursive: true });
});
