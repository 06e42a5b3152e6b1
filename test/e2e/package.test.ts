import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

function packedFiles(): ReadonlySet<string> {
  const cache = mkdtempSync(join(tmpdir(), 'rolecall-pack-'));
  try {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline', '--cache', cache];
    const packed: Readonly<Record<string, Packed>> = JSON.parse(
      execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    const [only] = Object.values(packed);
    return new Set(only?.files.map(({ path }) => path));
  } finally {
    rmSync(cache, { recursive: true });
  }
}

test('the package holds what it needs, all that its texts link, and nothing that runs unasked', () => {
  const files = packedFiles();
  for (const path of [
    'action.yml',
    'dist/action.js',
    'dist/cli/main.cjs',
    'dist/lib/index.js',
    'docs/apis.md',
  ])
    expect(files).toContain(path);
  const isThere = (path: string): boolean =>
    files.has(path) || [...files].some((each) => each.startsWith(`${path}/`));
  for (const text of ['README.md', 'SECURITY.md', 'CONTRIBUTING.md']) {
    const links = [...readFileSync(`${root}${text}`, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)];
    for (const [, link = ''] of links) {
      const path = normalize(join(dirname(text), link)).replace(/\/$/u, '');
      expect([text, path, isThere(path)]).toEqual([text, path, true]);
    }
  }
  expect([...files].filter((path) => /cache|^(?:build|scripts|src|test)\//u.test(path))).toEqual([]);
  const { scripts = {} }: { readonly scripts?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(`${root}package.json`, 'utf8'),
  );
  const unasked = /^(?:pre|post)?(?:install|prepare|publish|pack)$|^dependencies$/u;
  expect(Object.keys(scripts).filter((name) => unasked.test(name))).toEqual([]);
});
