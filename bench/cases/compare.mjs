// How the comparison of desired and live state grows, and what it holds in memory.
import { fileURLToPath } from 'node:url';
import { node, timed } from '../processes/timed.mjs';
import { median } from '../statistics.mjs';

const comparePlan = fileURLToPath(new URL('../loops/compare-plan.mjs', import.meta.url));

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function compare({ quick }) {
  const small = quick ? 20_000 : 100_000;
  const pairs = [];
  for (let round = 0; round < (quick ? 1 : 2); round += 1) {
    pairs.push({ few: await measured(small), many: await measured(10 * small) });
  }
  const few = median(pairs.map((pair) => pair.few.ms));
  const many = median(pairs.map((pair) => pair.many.ms));
  return [
    {
      bench: 'compare',
      what: `comparison of ${10 * small} assignments, growth over ${small}`,
      value: median(pairs.map((pair) => pair.many.ms / pair.few.ms)),
      unit: '×',
      target: 11,
      sense: 'at most',
      note: `${Math.round(many)} ms against ${Math.round(few)} ms`,
    },
    {
      bench: 'compare',
      what: `memory at its most, ${10 * small} assignments`,
      value: median(pairs.map((pair) => pair.many.megabytes)),
      unit: 'MiB',
      target: 1500,
      sense: 'at most',
      note: 'desired, live and plan together',
    },
  ];
}

/**
 * @param {number} assignments
 * @returns {Promise<{ ms: number, megabytes: number }>}
 */
async function measured(assignments) {
  return JSON.parse((await timed(node, [comparePlan, String(assignments)])).stdout);
}
