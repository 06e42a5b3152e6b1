import { expect, test } from 'vitest';
import { APOLLO, MARGARET, probeWorld, STAGING } from './world.js';

/** Numbers from 0 to 1 that are the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

test.each(Array.from({ length: 8 }, (_, seed) => seed + 1))(
  'whatever goes wrong (%i), a cycle ends where it began, or the same command ends it later',
  async (seed) => {
    const random = chance(seed * 7919);
    let isCalm = false;
    const kinds = ['error-before', 'error-after', 'reset-before', 'reset-after'] as const;
    const world = await probeWorld({
      sandbox: {
        fault: ({ method, path }) =>
          isCalm || path.endsWith('/token') || method === 'GET' || random() > 0.5
            ? undefined
            : kinds[Math.floor(random() * kinds.length)],
      },
    });
    const before = world.sandbox.state();
    const [scope, principal] = seed % 2 === 0 ? [STAGING, MARGARET] : [APOLLO, 'newcomer'];
    const { checks } = await world.probe('cycle', scope, principal, '--yes');
    expect(checks.map(({ id }) => id)).toContain('write-probe');
    expect(world.isOpen() || JSON.stringify(world.sandbox.state()) === JSON.stringify(before)).toBe(true);
    isCalm = true;
    await world.probe('cycle', scope, principal, '--yes');
    expect([world.isOpen(), world.sandbox.state()]).toEqual([false, before]);
  },
);
