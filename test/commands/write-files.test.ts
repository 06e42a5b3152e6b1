import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { replaceTexts, writeTexts } from '../../src/commands/write-files.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-write-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

test('texts take the place of the old ones with their permissions, and leave nothing beside them', async () => {
  const folder = folderWith({ 'a.yaml': 'a' });
  chmodSync(join(folder, 'a.yaml'), 0o640);
  await replaceTexts(
    new Map([
      ['a.yaml', 'A'],
      ['sub/b.yaml', 'B'],
    ]),
    folder,
  );
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('A');
  expect(lstatSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o640);
  expect(new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }))).toEqual(
    new Set(['a.yaml', 'sub', 'sub/b.yaml']),
  );
});

test.each(['before', 'after'])(
  'where a folder stands in place of a file %s the others, nothing is replaced',
  async (place) => {
    const folder = folderWith({ 'b.yaml': 'b' });
    const odd = place === 'before' ? 'a.yaml' : 'c.yaml';
    mkdirSync(join(folder, odd));
    const texts = [
      ['b.yaml', 'B'],
      [odd, 'X'],
      ['d.yaml', 'D'],
    ] as const;
    const ordered = place === 'before' ? [texts[1], texts[0], texts[2]] : texts;
    await expect(replaceTexts(new Map(ordered), folder)).rejects.toThrow(
      `"${odd}" cannot be written, so no file was changed`,
    );
    expect(readFileSync(join(folder, 'b.yaml'), 'utf8')).toBe('b');
    expect(new Set(readdirSync(folder))).toEqual(new Set([odd, 'b.yaml']));
  },
);

test('where one new file cannot be written, none is left', async () => {
  const folder = folderWith({ sub: 'a file' });
  await expect(
    writeTexts(
      new Map([
        ['a.yaml', 'A'],
        ['sub/b.yaml', 'B'],
      ]),
      folder,
    ),
  ).rejects.toThrow('"sub/b.yaml" cannot be written, so no file was changed');
  expect(readdirSync(folder)).toEqual(['sub']);
});
