import { expect, test } from 'vitest';
import { slipOf } from '../../src/model/nearest.js';

test.each([
  ['enginer', 'engineer'],
  ['Admin', 'admin'],
  ['ro', null],
  ['x', null],
])('of these roles %j is a slip of %j', (text, role) => {
  expect(slipOf(text, ['admin', 'b', 'engineer', 'rw'])).toBe(role);
});
