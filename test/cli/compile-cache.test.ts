import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type CacheHost, privateFolder } from '../../src/cli/cache-folder.js';
import { start } from '../safety/built.js';

const main = fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url));

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function hostIn(home: string, overrides: Partial<CacheHost> = {}): CacheHost {
  return { platform: 'linux', env: {}, uid: process.getuid?.(), home, ...overrides };
}

describe('compiled code is kept', () => {
  test.each([
    ['linux', {}, ['.cache']],
    ['darwin', {}, ['Library', 'Caches']],
    ['win32', {}, ['AppData', 'Local']],
  ] as const)('on %s in the cache directory of the user', (platform, env, below) => {
    const home = scratch();
    expect(privateFolder(hostIn(home, { platform, env }), 'compiled')).toBe(
      join(home, ...below, 'rolecall', 'compiled'),
    );
  });

  test('in the folder that XDG_CACHE_HOME names, if that is absolute', () => {
    const [home, named] = [scratch(), scratch()];
    expect(privateFolder(hostIn(home, { env: { XDG_CACHE_HOME: named } }), 'compiled')).toContain(named);
    expect(privateFolder(hostIn(home, { env: { XDG_CACHE_HOME: 'here' } }), 'compiled')).toContain(home);
  });

  test.skipIf(process.platform === 'win32')('in a folder that only the user can read', () => {
    const folder = privateFolder(hostIn(scratch()), 'compiled');
    expect(statSync(folder ?? '').mode & 0o777).toBe(0o700);
  });
});

describe('compiled code is not kept', () => {
  test('where a file stands in the way', () => {
    const home = scratch();
    writeFileSync(join(home, '.cache'), '');
    expect(privateFolder(hostIn(home), 'compiled')).toBeNull();
  });

  test.skipIf(process.platform === 'win32')('in a folder that others may write to', () => {
    const home = scratch();
    const folder = join(home, '.cache/rolecall/compiled');
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o777);
    expect(privateFolder(hostIn(home), 'compiled')).toBeNull();
  });

  test.skipIf(process.platform === 'win32')("in another user's folder", () => {
    expect(privateFolder(hostIn(scratch(), { uid: (process.getuid?.() ?? 0) + 1 }), 'compiled')).toBeNull();
  });

  test('where the user has no home', () => {
    expect(privateFolder(hostIn(''), 'compiled')).toBeNull();
  });
});

test('a start leaves compiled code behind where Node.js can keep it, and starts all the same where it cannot', async () => {
  const home = scratch();
  const run = (env: Readonly<Record<string, string>>) =>
    start(main, ['help', 'plan'], home, { XDG_CACHE_HOME: home, ...env }).ended;
  expect(await run({})).toMatchObject({ code: 0, stderr: '' });
  const folder = join(home, 'rolecall/compiled');
  const kept = existsSync(folder) ? readdirSync(folder) : [];
  expect(kept.length > 0).toBe('enableCompileCache' in nodeModule);

  writeFileSync(join(home, 'file'), '');
  expect(await run({ XDG_CACHE_HOME: join(home, 'file') })).toMatchObject({ code: 0, stderr: '' });
});
