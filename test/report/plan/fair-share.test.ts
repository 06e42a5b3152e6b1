import { array, assert, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { fairShares } from '../../../src/report/plan/fair-share.js';

test('gives all that is wanted where there is enough', () => {
  expect(fairShares([3, 0, 4], 7)).toEqual([3, 0, 4]);
});

test('gives those who want little all of it, and the others the same', () => {
  expect(fairShares([100, 2, 50], 22)).toEqual([10, 2, 10]);
});

test('gives what does not divide to the first', () => {
  expect(fairShares([9, 9, 9], 5)).toEqual([2, 2, 1]);
  expect(fairShares([9, 9, 9], 2)).toEqual([1, 1, 0]);
  expect(fairShares([9, 9], 0)).toEqual([0, 0]);
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

test('gives out the whole amount, never more than is wanted, and nobody gets less than another who wanted less', () => {
  assert(
    property(array(nat(50)), nat(500), (wanted, amount) => {
      const shares = fairShares(wanted, amount);
      expect(sum(shares)).toBe(Math.min(amount, sum(wanted)));
      const unmet = shares.filter((share, index) => share < (wanted[index] ?? 0));
      expect(shares.every((share, index) => share <= (wanted[index] ?? 0))).toBe(true);
      expect(Math.min(...unmet, 500)).toBeGreaterThanOrEqual(Math.min(500, Math.max(0, ...shares)) - 1);
    }),
  );
});
