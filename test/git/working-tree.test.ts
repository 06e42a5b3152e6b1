import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { headOf } from '../../src/git/working-tree.js';
import { scratchRepository } from './scratch-repository.js';

test('files count as uncommitted where they differ or are read and untracked, not what a run leaves', async () => {
  const scratch = scratchRepository();
  onTestFinished(() => scratch.remove());
  const sha = scratch.commit({ 'iam/rolecall.yaml': 'version: 1\n', 'other.txt': 'x' });
  const place = { folder: join(scratch.folder, 'iam') };
  const read = new Set(['rolecall.yaml', 'access/new.yaml']);
  scratch.write({ 'iam/audit.jsonl': '{}', 'other.txt': 'y' });
  expect(await headOf(place, read)).toEqual({ sha, changed: false });
  expect(await headOf(place)).toEqual({ sha, changed: true });
  scratch.write({ 'iam/access/new.yaml': 'account: a' });
  expect(await headOf(place, read)).toEqual({ sha, changed: true });
  scratch.write({ 'iam/access/new.yaml': null, 'iam/rolecall.yaml': 'version: 1 # changed' });
  expect(await headOf(place, read)).toEqual({ sha, changed: true });
});
