import { join } from 'node:path';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { headOf, trackedFiles } from '../../src/git/working-tree.js';
import { scratchRepository } from './scratch-repository.js';

test('files count as uncommitted where they differ or are read and untracked, not what a run leaves', async () => {
  const scratch = scratchRepository();
  onTestFinished(() => scratch.remove());
  const sha = scratch.commit({ 'iam/rolecall.yaml': 'version: 1\n', 'other.txt': 'x' });
  const location = { folder: join(scratch.folder, 'iam') };
  const read = new Set(['rolecall.yaml', 'access/new.yaml']);
  scratch.write({ 'iam/audit.jsonl': '{}', 'other.txt': 'y' });
  expect(await headOf(location, read)).toEqual({ sha, changed: false });
  expect(await headOf(location)).toEqual({ sha, changed: true });
  scratch.write({ 'iam/access/new.yaml': 'account: a' });
  expect(await headOf(location, read)).toEqual({ sha, changed: true });
  scratch.write({ 'iam/access/new.yaml': null, 'iam/rolecall.yaml': 'version: 1 # changed' });
  expect(await headOf(location, read)).toEqual({ sha, changed: true });
});

test('what git tracks is found in every checkout around a file, whatever its name means to git', async () => {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'rolecall-workspace-')));
  expect(await trackedFiles(workspace, ['plans/1.json'])).toEqual([]);
  const outer = scratchRepository(workspace);
  outer.commit({ 'plans/1.json': 'committed', 'plans/[2].json': 'committed' });
  mkdirSync(join(workspace, 'inner'));
  const inner = scratchRepository(join(workspace, 'inner'));
  inner.commit({ 'plans/1.json': 'committed' });
  writeFileSync(join(workspace, 'plans', '2.json'), 'written');
  inner.write({ 'plans/3.json': 'written' });
  const paths = [
    'plans/1.json',
    'plans/2.json',
    'plans/[2].json',
    'inner/plans/1.json',
    'inner/plans/3.json',
  ];
  expect(await trackedFiles(workspace, paths)).toEqual([
    'plans/1.json',
    'plans/[2].json',
    'inner/plans/1.json',
  ]);
  rmSync(workspace, { recursive: true });
});
