import { array, assert, constantFrom, property } from 'fast-check';
import picomatch from 'picomatch';
import { expect, test } from 'vitest';
import { globProblem, leadsIntoGit, pathProblem } from '../../src/config/file-tree.js';
import { pathGlob } from '../../src/config/path-glob.js';
import { cpuTime } from '../cpu-time.js';

test.each([
  ['access/**/*.yaml', 'access/a.yaml', true],
  ['access/**/*.yaml', 'access/b/c/a.yaml', true],
  ['access/**/*.yaml', 'access/.b/a.yaml', false],
  ['access/**/*.yaml', 'access/.a.yaml', false],
  ['access/**/*.yaml', 'accessory/a.yaml', false],
  ['access/**', 'access/b/a.yaml', true],
  ['access/**', 'access', false],
  ['**', 'a/b', true],
  ['**/.hidden/*', 'a/.hidden/b', true],
  ['a**b', 'a/b', false],
  ['a**b', 'axb', true],
  ['*.{yaml,yml}', 'a.yml', true],
  ['{access,roles/{x,y}}/*', 'roles/y/a', true],
  ['{access,roles/{x,y}}/*', 'roles/a', false],
  ['{**/x,y}/a', 'p/q/x/a', true],
  ['a{,b}c', 'ac', true],
  ['a{b}c', 'a{b}c', true],
  ['a{b,c', 'a{b,c', true],
  ['team-?.yaml', 'team-1.yaml', true],
  ['team-?.yaml', 'team-😀.yaml', true],
  ['team-?.yaml', 'team-.yaml', false],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[^a-c]x', 'dx', true],
  ['[]-]', ']', true],
  ['[a', '[a', true],
  ['a[/]b', 'a/b', false],
  ['?a', '.a', false],
  ['A/*', 'a/b', false],
  ['', '', true],
  ['a (old)/*.yaml', 'a (old)/b.yaml', true],
])('%j over %j: %j', (glob, path, expected) => {
  expect(pathGlob(glob)(path)).toBe(expected);
});

test('agrees with picomatch on what both understand', () => {
  const piece = constantFrom('a', 'b', '.', '*', '?', '/', '[ab]', '[^a]', '{a,b}', '{a/b,?}', '**/', '/**/');
  const globs = array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces) =>
      pieces
        .join('')
        .replace(/\/{2,}/gu, '/')
        .replace(/^\/|\/$/gu, ''),
    )
    .filter(
      (glob) => glob !== '' && !/\*{3}|\*\*(?!\/)|[^/]\*\*|(?:^|\/)\.+(?:\/|$)|\.\*|\.\?|\.[[{]/u.test(glob),
    );
  const paths = array(constantFrom('a', 'b', 'ab', 'a.b', 'ba'), { minLength: 1, maxLength: 4 });
  assert(
    property(globs, paths, (glob, segments) => {
      const path = segments.join('/');
      expect([glob, path, pathGlob(glob)(path)]).toEqual([glob, path, picomatch(glob)(path)]);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['stars', '*a'.repeat(30)],
  ['folders', '**/a/'.repeat(150)],
  ['classes', '[a-z]*'.repeat(150)],
  ['nested alternatives', `${'{a,'.repeat(200)}b${'}'.repeat(200)}*`],
  ['alternatives in a row', '{a,aa,aaa}'.repeat(90)],
  ['alternatives of stars', '{*a,a*,**/}'.repeat(80)],
  ['classes that never end', '['.repeat(1000)],
  ['braces that never end', '{,'.repeat(500)],
])('a hostile glob of %s over long paths ends soon', (_, glob) => {
  const long = ['a'.repeat(4000), 'a/'.repeat(2000), `${'ab'.repeat(1000)}/${'a'.repeat(1000)}`];
  const computed = cpuTime();
  const fits = pathGlob(`${glob}#`);
  for (const path of long) expect(fits(`${path}!`)).toBe(false);
  expect(computed()).toBeLessThan(2000);
});

test.each([
  ['access/+(a|b).yaml', /write \{a,b\}/],
  ['access/!(a).yaml', /write \{a,b\}/],
  [`access/${'*'.repeat(1000)}`, /longer than 1000 characters/],
  ['.git/**', /the folder \.git/],
  ['a/.GIT/*.yaml', /the folder \.git/],
  ['{.Git,access}/*', /the folder \.git/],
])('the glob %j is refused', (glob, reason) => {
  expect(globProblem(glob)).toMatch(reason);
});

test('whatever a file system may take for .git is refused, and nothing else', () => {
  for (const path of [
    '.git',
    '.git/config',
    '.GIT/x',
    'a/.gIt/x',
    '.git./x',
    '.git /x',
    '.g\u200cit/x',
    'GIT~1/x',
    '.git::$INDEX_ALLOCATION/x',
    '.git:stream',
  ])
    expect([path, leadsIntoGit(path), pathProblem(path)]).toEqual([path, true, expect.any(String)]);
  for (const path of ['.github/x', 'a.git/x', 'git/x', '.gitignore', 'x/.gitkeep'])
    expect([path, leadsIntoGit(path), pathProblem(path)]).toEqual([path, false, null]);
});
