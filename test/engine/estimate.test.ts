import { describe, expect, test } from 'vitest';
import type { Connection } from '../../src/engine/connection.js';
import { estimateRequests } from '../../src/engine/estimate.js';
import { aionTraits } from '../../src/providers/aion/traits.js';
import { account, aionRoot, document, planOf, settings } from '../planning/world.js';

const users = Array.from({ length: 100 }, (_, index) => String(index));
const live = aionRoot('a', users, {});

function estimate(rateLimit: Connection['settings']['rateLimit'], latency: number | null, stepsEach = 1) {
  const run = planOf({
    documents: [document(account('a'), { auditor: [...users, 'nobody'] })],
    live: [live],
  });
  const own = settings().providers.get('aion');
  if (own === undefined) throw new Error('no settings');
  const step = {
    request: { method: 'POST' as const, path: '/', credential: 'aion' },
    gives: null,
    takes: null,
    doneStatuses: [],
  };
  const never = () => Promise.reject(new Error('an estimate sends nothing'));
  const connection: Connection = {
    provider: {
      traits: aionTraits,
      read: never,
      discover: never,
      writes: () => Array.from({ length: stepsEach }, () => step),
      refusal: () => null,
    },
    client: {
      probing: { ask: () => Promise.reject(new Error('no probe is expected')) },
      reading: { get: never },
      whileWriting: never,
      counts: () => ({ made: 50, retries: 0 }),
      redact: (text) => text,
      close: () => Promise.resolve(),
      destroy: () => Promise.resolve(),
    },
    settings: { ...own, rateLimit },
  };
  return estimateRequests(
    run,
    new Map([[live.root.address, live]]),
    new Map([['aion', connection]]),
    latency,
  );
}

describe('the cost of a plan', () => {
  test('is its writes, not what is blocked, at the measured latency and the concurrency', () => {
    expect(estimate(null, 200)).toEqual({ made: 50, toApply: 100, estimatedSeconds: 2.6 });
    expect(estimate(null, null).estimatedSeconds).toBe(1.3);
  });

  test('counts every request of a change', () => {
    expect(estimate(null, 200, 2).toApply).toBe(200);
  });

  test('waits for windows of the declared limit, what was read included', () => {
    expect(estimate({ requests: 50, perMs: 60_000 }, 200).estimatedSeconds).toBe(120);
  });

  test('is spread evenly under the limit of a short window', () => {
    expect(estimate({ requests: 11, perMs: 1_000 }, 200).estimatedSeconds).toBe(9.1);
  });
});
