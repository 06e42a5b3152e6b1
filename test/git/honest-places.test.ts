import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RolecallError } from '../../src/errors.js';
import { headOf } from '../../src/git/working-tree.js';
import { openRepository } from '../../src/git/locate.js';
import { revisionTree } from '../../src/git/revision-tree.js';
import { runGit } from '../../src/git/run.js';
import { type ScratchRepository, scratchRepository } from './scratch-repository.js';

let scratch: ScratchRepository;
let beside = '';
beforeEach(() => {
  scratch = scratchRepository();
  scratch.commit({ 'iam/rolecall.yaml': 'one' });
  beside = realpathSync(mkdtempSync(join(tmpdir(), 'rolecall-beside-')));
});
afterEach(() => {
  scratch.remove();
  rmSync(beside, { recursive: true });
});

async function settingsAt(place: { folder: string; checkout?: string }): Promise<string> {
  const tree = await revisionTree(await openRepository(place), 'HEAD');
  return Buffer.from((await tree.read('rolecall.yaml')) ?? []).toString();
}

test('a worktree, whose .git is a file, is a repository of its own', async () => {
  const worktree = join(beside, 'tree');
  scratch.git('worktree', 'add', '--quiet', '-b', 'other', worktree);
  execFileSync('git', ['rm', '--quiet', '--cached', '-r', '.'], { cwd: worktree });
  expect(await settingsAt({ folder: join(worktree, 'iam') })).toBe('one');
  expect(await openRepository({ folder: worktree })).toMatchObject({ top: worktree, path: '' });
});

test('a worktree whose repository is gone is in none, and says so', async () => {
  const worktree = join(beside, 'tree');
  scratch.git('worktree', 'add', '--quiet', '-b', 'other', worktree);
  rmSync(join(scratch.folder, '.git', 'worktrees'), { recursive: true });
  const failure: unknown = await openRepository({ folder: worktree }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RolecallError);
  expect(failure).toHaveProperty('message', expect.stringContaining('leads to no git directory'));
  expect(await headOf({ folder: worktree })).toBeNull();
});

test('nothing is said about grafts, nor anything else, where all is well', async () => {
  const { code, stderr } = await runGit(await openRepository(scratch), ['log', '-1']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a submodule is the repository of the files in it', async () => {
  const around = scratchRepository(beside);
  around.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', scratch.folder, 'roles');
  const folder = join(beside, 'roles', 'iam');
  expect(await settingsAt({ folder })).toBe('one');
  expect(await openRepository({ folder })).toMatchObject({ top: join(beside, 'roles'), path: 'iam' });
});

test('links on the way to the repository are followed', async () => {
  symlinkSync(scratch.folder, join(beside, 'way'));
  symlinkSync(join(scratch.folder, 'iam'), join(beside, 'roles'));
  expect(await settingsAt({ folder: join(beside, 'way', 'iam') })).toBe('one');
  expect(await settingsAt({ folder: join(beside, 'roles') })).toBe('one');
});

test.runIf(process.getuid?.() === 0)(
  "another user's repository is refused as git refuses it, but for the checkout of the runner",
  async () => {
    execFileSync('chown', ['-R', '12345', scratch.folder]);
    const folder = join(scratch.folder, 'iam');
    await expect(openRepository({ folder })).rejects.toThrow('dubious ownership');
    expect(await settingsAt({ folder, checkout: scratch.folder })).toBe('one');
  },
);
