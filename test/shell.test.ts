import { expect, test } from 'vitest';
import { quotedFor, shellOf, shellWord, variableLine } from '../src/shell.js';

test('words for a shell are those of PowerShell on Windows, but not in the shell of Git', () => {
  expect(shellOf(() => undefined, 'win32')).toBe('powershell');
  expect(shellOf((name) => (name === 'MSYSTEM' ? 'MINGW64' : undefined), 'win32')).toBe('posix');
  expect(shellOf(() => undefined, 'darwin')).toBe('posix');
});

test('a quote does not end a text between quotes', () => {
  expect(variableLine('posix', 'A', quotedFor('posix', "it's"))).toBe(String.raw`export A='it'\''s'`);
  expect(variableLine('powershell', 'A', quotedFor('powershell', "it's"))).toBe("$env:A='it''s'");
});

test('a word is quoted only where a shell would read more in it', () => {
  expect(shellWord('iam/rolecall.yaml')).toBe('iam/rolecall.yaml');
  expect(shellWord('a b')).toBe("'a b'");
  expect(shellWord('')).toBe("''");
});
