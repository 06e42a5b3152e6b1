import { expect, test } from 'vitest';
import { addressGlob, anyRole, roleGlob } from '../../src/model/glob.js';

test.each([
  ['redox/organization/*', 'redox/organization/1', true],
  ['redox/organization/*', 'redox/environment/1', false],
  ['aion/project/*', 'aion/project/a/web', false],
  ['aion/project/*/web', 'aion/project/a/web', true],
  ['**', 'aion/project/a/web', true],
  ['aion/**', 'aion/account/a', true],
  ['aion/**', 'aionx/account/a', false],
  ['**/web', 'aion/project/a/web', true],
  ['aion/**/web', 'aion/project/a/web', true],
  ['aion/**/aion', 'aion/aion', true],
  ['redox/organization/1*', 'redox/organization/1024', true],
  ['redox/organization/1.24', 'redox/organization/1024', false],
  ['redox/organization/(1', 'redox/organization/(1', true],
  ['redox/organization/A', 'redox/organization/a', false],
  ['*/*/*', 'redox/organization/a%2Fb', true],
])('%s over %s', (glob, address, fits) => {
  expect(addressGlob(glob)(address)).toBe(fits);
});

test('role globs ignore case, and a star is any text', () => {
  expect(roleGlob('*Admin*')('ACCOUNT_administrator')).toBe(true);
  expect(roleGlob('admin')('admins')).toBe(false);
  expect(roleGlob('a*z')('a/\nz')).toBe(true);
  expect(roleGlob('a+')('aa')).toBe(false);
  const high = anyRole(['*admin*', '*owner*']);
  expect(['Owner', 'owner', 'reader', 'Owner'].map(high)).toEqual([true, true, false, true]);
});
