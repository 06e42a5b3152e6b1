import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  differInCase,
  namesDevice,
  type Renaming,
  replaceFile,
  stepsInside,
  withSlashes,
} from '../src/platform.js';

describe('what is inside of a folder', () => {
  test.each([
    ['/repo', '/repo/access/redox/1.yaml', ['access', 'redox', '1.yaml']],
    ['/repo', '/repo', []],
    ['/', '/etc', ['etc']],
    ['/repo', '/repo/..access/1.yaml', ['..access', '1.yaml']],
    ['/repo', '/repository', null],
    ['/repo', '/', null],
    ['/repo', '/Repo/access', null],
  ])('on POSIX, of %s: %s', (folder, path, steps) => {
    expect(stepsInside(folder, path, posix)).toEqual(steps);
  });

  test.each([
    ['C:\\repo', 'C:\\repo\\access\\1.yaml', ['access', '1.yaml']],
    ['C:\\repo', 'c:\\Repo\\Access', ['Access']],
    ['C:\\', 'C:\\repo', ['repo']],
    ['\\\\server\\share\\repo', '\\\\server\\share\\repo\\access', ['access']],
    ['C:\\repo', 'C:\\repository', null],
    ['C:\\repo', 'D:\\repo\\access', null],
    ['C:\\repo', '\\\\server\\share\\repo', null],
    ['\\\\server\\share\\repo', '\\\\server\\other\\repo', null],
  ])('on Windows, of %s: %s', (folder, path, steps) => {
    expect(stepsInside(folder, path, win32)).toEqual(steps);
  });
});

test('a path has slashes in every output, and a backslash of a POSIX name stays', () => {
  expect(withSlashes('access\\redox\\1.yaml', win32)).toBe('access/redox/1.yaml');
  expect(withSlashes('access/a\\b.yaml', posix)).toBe('access/a\\b.yaml');
});

test('paths that differ in letter case alone are told apart from others', () => {
  expect(differInCase('People.yaml', 'people.yaml')).toBe(true);
  expect(differInCase('people.yaml', 'people.yaml')).toBe(false);
  expect(differInCase('people.yaml', 'person.yaml')).toBe(false);
});

test.each([
  ['con', true],
  ['AUX.yaml', true],
  ['com1.tar.gz', true],
  ['console.yaml', false],
  ['com10.yaml', false],
  ['_con', false],
])('whether Windows takes %s for a device: %s', (name, device) => {
  expect(namesDevice(name)).toBe(device);
});

describe('replacing a file', () => {
  /** Fails with these codes, one an attempt, and then succeeds. */
  function renaming(platform: NodeJS.Platform, codes: readonly string[]) {
    const left = [...codes];
    const seen = { attempts: 0, waited: 0 };
    const given: Renaming = {
      platform,
      rename: () => {
        seen.attempts += 1;
        const code = left.shift();
        return code === undefined
          ? Promise.resolve()
          : Promise.reject(Object.assign(new Error(code), { code }));
      },
      pause: (ms) => {
        seen.waited += ms;
        return Promise.resolve();
      },
    };
    return { given, seen };
  }

  test('is tried again on Windows while somebody has the file open', async () => {
    const { given, seen } = renaming('win32', ['EPERM', 'EBUSY', 'EACCES']);
    await replaceFile('new', 'old', given);
    expect(seen).toEqual({ attempts: 4, waited: 70 });
  });

  test('ends after two seconds with what Windows said last', async () => {
    const { given, seen } = renaming(
      'win32',
      Array.from({ length: 20 }, () => 'EBUSY'),
    );
    await expect(replaceFile('new', 'old', given)).rejects.toThrow('EBUSY');
    expect(seen).toEqual({ attempts: 9, waited: 1910 });
  });

  test('is not tried again for another reason, nor on another system', async () => {
    for (const [platform, code] of [
      ['win32', 'ENOENT'],
      ['linux', 'EACCES'],
      ['darwin', 'EPERM'],
    ] as const) {
      const { given, seen } = renaming(platform, [code]);
      await expect(replaceFile('new', 'old', given)).rejects.toThrow(code);
      expect(seen).toEqual({ attempts: 1, waited: 0 });
    }
  });
});
