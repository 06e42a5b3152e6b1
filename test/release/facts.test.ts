import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

interface Facts {
  readonly releaseMode: (state: {
    readonly changesets: readonly string[];
    readonly version: string;
    readonly before: string | null;
    readonly tags: readonly string[];
  }) => string;
  readonly movingTagOf: (version: string) => string;
  readonly distTagOf: (version: string) => string;
  readonly notesOf: (changelog: string, version: string) => string;
}

const { releaseMode, movingTagOf, distTagOf, notesOf } = (await import(
  new URL('../../scripts/release/facts.mjs', import.meta.url).href
)) as Facts;

const pushed = { changesets: [], version: '1.2.0', before: '1.1.0', tags: ['v1.1.0', 'v1'] };

test('a push that brings a version releases it, once', () => {
  expect(releaseMode(pushed)).toBe('publish');
  expect(releaseMode({ ...pushed, tags: ['v1.2.0'] })).toBe('none');
});

test('a push that leaves the version as it was releases nothing; a run by hand does', () => {
  expect(releaseMode({ ...pushed, before: '1.2.0' })).toBe('none');
  expect(releaseMode({ ...pushed, before: null })).toBe('publish');
});

test('while changesets wait, nothing is released and the next version is proposed', () => {
  for (const before of ['1.2.0', null])
    expect(releaseMode({ ...pushed, before, changesets: ['faster.md'] })).toBe('version');
});

test('a push that brings a version and newer changesets, as a merge queue makes it, releases the version', () => {
  const both = { ...pushed, changesets: ['faster.md'] };
  expect(releaseMode(both)).toBe('publish');
  expect(releaseMode({ ...both, tags: ['v1.2.0'] })).toBe('version');
});

test('a tag moves within a stable major version alone', () => {
  expect(['1.0.0', '12.3.4', '0.9.0', '2.0.0-next.1'].map(movingTagOf)).toEqual(['v1', 'v12', '', '']);
  expect(['1.0.0', '2.0.0-next.1'].map(distTagOf)).toEqual(['latest', 'next']);
});

test('the notes of a release are what the changelog says about that version', () => {
  const changelog =
    '# rolecall\n\n## 1.2.0\n\n### Minor Changes\n\n- 1a: Faster.\n\n## 1.1.0\n\n### Patch Changes\n\n- 2b: Mended.\n';
  expect(notesOf(changelog, '1.2.0')).toBe('### Minor Changes\n\n- 1a: Faster.\n');
  expect(notesOf(changelog, '1.1.0')).toBe('### Patch Changes\n\n- 2b: Mended.\n');
  expect(() => notesOf(changelog, '1.3.0')).toThrow('says nothing about 1.3.0');
});

test('each changeset names this package, how far it goes, and says something', () => {
  const folder = fileURLToPath(new URL('../../.changeset/', import.meta.url));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')) {
    expect([name, readFileSync(folder + name, 'utf8')]).toEqual([
      name,
      expect.stringMatching(/^---\n['"]rolecall['"]: (?:major|minor|patch)\n---\n\n\S/u),
    ]);
  }
});
