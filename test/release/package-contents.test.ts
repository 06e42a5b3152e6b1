import { expect, test } from 'vitest';

interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly size: number;
  readonly unpackedSize: number;
}
interface Contents {
  readonly packageProblems: (
    packed: Packed,
    manifest: { readonly scripts?: Readonly<Record<string, string>> },
    read: (path: string) => string,
  ) => readonly string[];
}

const { packageProblems } = (await import(
  new URL('../../scripts/release/package-contents.mjs', import.meta.url).href
)) as Contents;

const paths = [
  'LICENSE',
  'README.md',
  'connectors/github.yaml',
  'dist/cli/LICENSES.txt',
  'dist/cli/main.cjs',
  'dist/lib/index.d.ts',
  'dist/lib/index.js',
  'docs/guides/everyday.md',
  'package.json',
  'schemas/access.schema.json',
  'schemas/plan.schema.json',
];
const packed = (names: readonly string[]): Packed => ({
  files: names.map((path) => ({ path })),
  size: 1_000_000,
  unpackedSize: 5_000_000,
});
const linked = '[everyday](docs/guides/everyday.md#a) [all](schemas/) [web](https://example.com)';

test('a package with what it needs, and texts whose links stay in it, has no problem', () => {
  const read = (path: string): string => (path === 'README.md' ? linked : '[up](../../README.md)');
  expect(packageProblems(packed(paths), { scripts: { test: 'x', 'release:dry': 'x' } }, read)).toEqual([]);
});

test('whatever is missing, does not belong, runs unasked, leads nowhere or is too large is named', () => {
  const names = [...paths.filter((path) => path !== 'LICENSE'), 'test/a.test.ts', '.env'];
  const read = (path: string): string => (path === 'README.md' ? '[gone](docs/gone.md)' : '');
  const huge = { ...packed(names), size: 9_000_000 };
  expect(packageProblems(huge, { scripts: { prepare: 'x', postinstall: 'x' } }, read)).toEqual([
    'LICENSE is missing',
    'test/a.test.ts does not belong in the package',
    '.env does not belong in the package',
    'the script prepare runs unasked',
    'the script postinstall runs unasked',
    'README.md links docs/gone.md, which is not in the package',
    'the tarball has 9000000 bytes, more than 2500000',
  ]);
});
