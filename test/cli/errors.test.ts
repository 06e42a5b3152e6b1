import { expect, test } from 'vitest';
import { type ExitCode, worstExit } from '../../src/errors.js';

test.each<[readonly ExitCode[], ExitCode]>([
  [[], 0],
  [[0, 2], 2],
  [[2, 1], 1],
  [[1, 6, 0], 6],
  [[6, 4], 4],
  [[4, 5], 5],
  [[5, 3, 1], 3],
  [[0, 1, 2, 3, 4, 5, 6, 130], 130],
])('of the exit codes %j the one that counts is %i', (codes, worst) => {
  expect(worstExit(codes)).toBe(worst);
});
