import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Instruction, instructionsOf } from './dockerfile.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
const dockerfile = instructionsOf(read('Dockerfile'));
const textsOf = (name: string): readonly string[] =>
  dockerfile.filter((instruction) => instruction.name === name).map(({ text }) => text);

describe('the Dockerfile', () => {
  test('starts from one image, of an exact version and digest', () => {
    const [first, ...others] = textsOf('FROM');
    expect(first).toMatch(/^node:24\.\d+\.\d+-\w+-slim@sha256:[0-9a-f]{64} AS base$/u);
    expect(others).toEqual(['base AS build', 'base']);
  });

  test('ends with a user that is not root, and an entrypoint that signals reach', () => {
    expect(textsOf('USER')).toEqual(['1000:1000']);
    expect(dockerfile.at(-1)).toEqual({ name: 'ENTRYPOINT', text: '["rolecall"]' });
  });

  test('fetches nothing but what the lock file and Debian hold', () => {
    expect(textsOf('ADD')).toEqual([]);
    expect(read('Dockerfile')).not.toMatch(/npm i(?:nstall)?\b|\| *sh|https?:/u);
  });

  test('has scripts that a shell can read', () => {
    for (const script of textsOf('RUN')) {
      expect(spawnSync('sh', ['-n', '-c', script], { encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
      });
    }
  });
});

/** Whether .dockerignore keeps a path out of the build: a path with what is below it, or `**` and a name at any depth. */
function isIgnored(path: string): boolean {
  const patterns = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return patterns.some((pattern) => {
    if (!pattern.startsWith('**/')) return path === pattern || path.startsWith(`${pattern}/`);
    const name = pattern.slice(3);
    return path
      .split('/')
      .some((step) => (name.startsWith('*') ? step.endsWith(name.slice(1)) : step === name));
  });
}

test('the build gets each file that it reads or packs, and no dependency or secret of the checkout', () => {
  const { files }: { readonly files: readonly string[] } = JSON.parse(read('package.json'));
  const made = ['dist/cli', 'dist/lib'];
  // The changelog comes with the first version.
  const packed = files.filter((path) => ![...made, 'CHANGELOG.md'].includes(path) && !path.startsWith('!'));
  const config = ['.npmrc', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  for (const path of [...packed, ...config, 'build/package.json', 'scripts/build.mjs', 'src/cli/main.ts']) {
    expect([path, existsSync(`${root}${path}`), isIgnored(path)]).toEqual([path, true, false]);
  }
  expect(isIgnored('CHANGELOG.md')).toBe(false);
  for (const path of ['.git', 'node_modules', 'build/node_modules', 'test/x.ts', 'npm-debug.log', ...made]) {
    expect([path, isIgnored(path)]).toEqual([path, true]);
  }
});

/**
 * Follows the Dockerfile in a folder that stands for both stages' root, with what `npm test` built in place of `npm ci`.
 * What only an image has (Debian's packages, the system's git configuration) is left out.
 */
function follow(folder: string, { name, text }: Instruction): void {
  const inFolder = (script: string): string =>
    script.replaceAll(/(?<=\s)\/(?=(?:opt|tmp|usr)\b)/gu, `${folder}/`);
  const isLeftOut = /^(?:npm ci$|apt-get |git config )/u.test(text);
  if (name === 'RUN' && !isLeftOut) {
    const npm = {
      npm_config_offline: 'true',
      npm_config_loglevel: 'silent',
      npm_config_cache: `${folder}/npm`,
    };
    const env = { PATH: process.env['PATH'], HOME: folder, ...npm };
    execFileSync('sh', ['-e', '-c', inFolder(text)], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const [, from = '', to = ''] = /^--from=build (\S+) (\S+)$/u.exec(text) ?? [];
  if (name === 'COPY' && from !== to) cpSync(inFolder(` ${from}`).trim(), inFolder(` ${to}`).trim());
}

describe.skipIf(process.platform === 'win32')('what the Dockerfile puts together', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rolecall-image-'));
    for (const path of ['opt', 'tmp', 'usr/local/bin', 'work/access']) {
      mkdirSync(join(folder, path), { recursive: true });
    }
    for (const instruction of dockerfile) follow(folder, instruction);
    chmodSync(folder, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const [entrypoint] = textsOf('ENTRYPOINT');
  const run = (...argv: readonly string[]) => {
    const [program = '']: readonly string[] = JSON.parse(entrypoint ?? '[]');
    const asStranger = process.getuid?.() === 0 ? { uid: 12_345, gid: 12_345 } : {};
    return spawnSync(join(folder, 'usr/local/bin', program), argv, {
      cwd: join(folder, 'work'),
      env: { PATH: process.env['PATH'] },
      encoding: 'utf8',
      ...asStranger,
    });
  };

  test('runs without node_modules, as a user without a home or a folder to write to', () => {
    const { version }: { readonly version: string } = JSON.parse(read('package.json'));
    expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(run('validate')).toMatchObject({ status: 3, stderr: expect.stringContaining('rolecall.yaml') });
    cpSync(`${root}examples/minimal`, join(folder, 'work'), { recursive: true });
    expect(run('validate')).toMatchObject({ status: 0, stdout: 'The files are valid.\n' });
    expect(run('connector', 'check', '/nowhere.yaml')).toMatchObject({ status: 3 });
  });
});
