import { expect, test } from 'vitest';
import { soak } from './soak/soak.js';
import { hurriedRuntime } from './soak/hurried-runtime.js';

test('hundreds of writes with every fault at a few per cent end in exactly the wanted state within three runs', async () => {
  const figures = await soak({
    roots: 2,
    people: 38,
    seed: 20_261_122,
    runtime: hurriedRuntime(20),
    readLagMs: 500,
    expireEach: 150,
  });
  expect(figures.writes).toBeGreaterThan(300);
  expect(figures.exits.at(-1)).toBe(0);
  expect(figures.wrong).toEqual([]);
  expect(figures.disagreements).toEqual([]);
  expect(figures.blindRepetitions).toEqual([]);
  expect(Object.keys(figures.faults).length).toBeGreaterThan(8);
}, 60_000);
