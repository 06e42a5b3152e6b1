import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkoutTop, nearestTop } from '../../src/git/locate.js';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'rolecall-top-')));
});
afterEach(() => rmSync(root, { recursive: true }));

const folder = (path: string): string => {
  mkdirSync(join(root, path), { recursive: true });
  return join(root, path);
};

test('the top is the nearest folder with a .git, a folder or a file, never one that looks like a repository', () => {
  folder('.git');
  for (const name of ['iam/objects', 'iam/refs', 'iam/access']) folder(name);
  writeFileSync(join(root, 'iam', 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(root, 'iam', 'config'), '[core]\n\tbare = true\n');
  expect(nearestTop(join(root, 'iam', 'access'))).toBe(root);
  writeFileSync(join(folder('tree'), '.git'), 'gitdir: ../.git/worktrees/tree\n');
  expect(nearestTop(folder('tree/access'))).toBe(join(root, 'tree'));
});

test('the checkout of a config is inside of the workspace, and no submodule of it', () => {
  const workspace = folder('workspace');
  folder('.git');
  expect(checkoutTop(workspace, workspace)).toBeNull();
  expect(checkoutTop(workspace, root)).toBeNull();
  folder('workspace/repo/.git');
  expect(checkoutTop(workspace, folder('workspace/repo/iam'))).toBe(join(workspace, 'repo'));
  writeFileSync(join(root, 'workspace/repo/iam/.git'), 'gitdir: ../.git/modules/iam\n');
  expect(checkoutTop(workspace, folder('workspace/repo/iam/deep'))).toBe(join(workspace, 'repo'));
  folder('workspace/.git');
  expect(checkoutTop(workspace, join(workspace, 'repo'))).toBe(join(workspace, 'repo'));
});
