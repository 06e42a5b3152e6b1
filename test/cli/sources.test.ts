import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { repositoryFolder } from '../../src/cli/sources.js';

test('findings name files from the top of the repository, or from the current folder where there is none', () => {
  const top = mkdtempSync(join(tmpdir(), 'rolecall-top-'));
  onTestFinished(() => rmSync(top, { recursive: true }));
  const folder = join(top, 'ops', 'access');
  mkdirSync(folder, { recursive: true });
  expect(repositoryFolder(folder, join(top, 'ops'))).toBe('access');
  mkdirSync(join(top, '.git'));
  expect([top, folder].map((cwd) => repositoryFolder(folder, cwd))).toEqual(['ops/access', 'ops/access']);
  expect(repositoryFolder(top, folder)).toBe('');
});
