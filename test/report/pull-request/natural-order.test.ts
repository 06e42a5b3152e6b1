import { expect, test } from 'vitest';
import { byNatural } from '../../../src/report/pull-request/facts.js';

test('numbers sort by their value and letters without regard to case', () => {
  const names = ['p10', 'P2', 'p1', 'p02', 'q', 'a', 'p', 'p2x', '10', '9'];
  expect([...names].sort(byNatural)).toEqual(['9', '10', 'a', 'p', 'p1', 'P2', 'p02', 'p2x', 'p10', 'q']);
});

test('it is an order: of two texts that differ one comes first', () => {
  expect(byNatural('p02', 'p2') + byNatural('p2', 'p02')).toBe(0);
  expect(byNatural('p02', 'p2')).not.toBe(0);
  expect(byNatural('same', 'same')).toBe(0);
});
