import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressGlob, branchGlob, roleGlob } from '../../src/model/glob.js';

describe('globs', () => {
  test.each([
    ['**', 'redox/organization/1024', true],
    ['**', '', true],
    ['redox/**', 'redox/organization/1024', true],
    ['redox/**', 'redox', true],
    ['redox/*', 'redox/organization/1024', false],
    ['redox/*/1024', 'redox/organization/1024', true],
    ['redox/organization/10*4', 'redox/organization/1024', true],
    ['redox/organization/10*24', 'redox/organization/1024', true],
    ['redox/organization/102*24', 'redox/organization/1024', false],
    ['**/1024', 'redox/organization/1024', true],
    ['**/organization/**/1024', 'redox/organization/1024', true],
    ['**/apollo', 'aion/project/orbit/apollo', true],
    ['aion/**/apollo', 'aion/project/orbit/gemini', false],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
    ['', 'a', false],
  ])('%j on %j: %j', (glob, address, fits) => expect(addressGlob(glob)(address)).toBe(fits));

  test.each([
    ['release/*', 'release/v1+2', true],
    ['release/*', 'release/a/b', false],
    ['release/**', 'release/a/b', true],
    ['prod@eu', 'prod@eu', true],
    ['größe', 'größe', true],
    ['50%', '50%', true],
    ['prod@eu', 'prod%40eu', false],
    ['a%62c', 'abc', false],
    ['main', 'Main', false],
  ])('%j on the branch %j: %j', (glob, branch, fits) => expect(branchGlob(glob)(branch)).toBe(fits));

  test('of roles ignore case, in any script', () => {
    expect(roleGlob('*ADMIN*')('project_admin')).toBe(true);
    expect(roleGlob('*straße')('HAUPTSTRASSE')).toBe(true);
    expect(roleGlob('a*a')('a')).toBe(false);
    expect(roleGlob('*.*')('owner')).toBe(false);
  });

  test('agree with regular expressions on short texts', () => {
    const text = string({ unit: constantFrom('a', 'b', '/'), maxLength: 8 });
    const globs = array(constantFrom('a', 'b', '*', 'a*', '*b', '**'), { minLength: 1, maxLength: 4 });
    assert(
      property(globs, text, (parts, address) => {
        expect(addressGlob(parts.join('/'))(address)).toBe(reference(parts).test(address));
      }),
      { numRuns: 2000 },
    );
  });

  test('give up on hostile patterns over long texts before the test gives up on them', () => {
    const address = `redox/${'a/'.repeat(2_000)}${'a'.repeat(2_000)}`;
    expect(addressGlob(`${'**/'.repeat(500)}${'*a'.repeat(500)}b`)(address)).toBe(false);
    expect(addressGlob(`${'**/a/'.repeat(300)}b`)(address)).toBe(false);
    expect(roleGlob(`${'*a'.repeat(1_000)}b`)('a'.repeat(20_000))).toBe(false);
  });
});

function reference(parts: readonly string[]): RegExp {
  const pattern = parts.map((part, index) => {
    const last = index === parts.length - 1;
    if (part === '**') return last ? '.*' : '(?:[^/]*/)*';
    return (
      part.replaceAll('*', '[^/]*') +
      (last ? '' : parts.slice(index + 1).every((one) => one === '**') ? '(?:/|$)' : '/')
    );
  });
  return new RegExp(`^${pattern.join('')}$`, 'su');
}
