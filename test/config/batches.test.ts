import { expect, test } from 'vitest';
import { inBatches } from '../../src/config/batches.js';

test('signals and timers have their turn between batches of steps that wait for nothing', async () => {
  const seen: (number | string)[] = [];
  setImmediate(() => seen.push('turn'));
  await inBatches([1, 2, 3, 4], 2, async (item) => void seen.push(item));
  expect(seen).toEqual([1, 2, 'turn', 3, 4]);
});
