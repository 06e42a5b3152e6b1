import { describe, expect, it } from 'vitest';
import { limitsFor } from '../../../src/http/pacing/limits.js';
import { WindowLimit } from '../../../src/http/pacing/window-limit.js';
import { type Admission, rollingWindow, simulate, tokenBucket, type World } from './simulation.js';

const usual = { requests: 2_000, concurrency: 8, latencyMs: 20, jitterMs: 0.5, retryAfterMs: null } as const;

async function run(
  admit: Admission,
  limits: World['limits'],
  more: Partial<World> = {},
): Promise<{ rate: number; throttled: number; sends: readonly number[] }> {
  const requests = more.requests ?? usual.requests;
  const { seconds, throttled, sends } = await simulate({ ...usual, admit, limits, ...more });
  return { rate: requests / seconds, throttled: throttled / requests, sends };
}

describe('a declared limit of 200 a second', () => {
  const declared = { requests: 200, perMs: 1_000 };

  it.each([2, 5, 20, 100, 200])(
    'is used to 97 % without a 429 where the server keeps a bucket of %i',
    async (burst) => {
      for (const concurrency of [8, 32]) {
        const { rate, throttled } = await run(tokenBucket(200, burst), limitsFor(declared), { concurrency });
        expect(rate).toBeGreaterThan(0.97 * 200);
        expect(throttled).toBe(0);
      }
    },
  );

  it('is used to 97 % even where the bucket holds one, as long as requests arrive as evenly as they left', async () => {
    const { rate, throttled } = await run(tokenBucket(200, 1), limitsFor(declared), { jitterMs: 0 });
    expect(rate).toBeGreaterThan(0.97 * 200);
    expect(throttled).toBe(0);
  });

  it('is used to 97 % without a 429 where the server keeps a rolling window', async () => {
    const { rate, throttled, sends } = await run(rollingWindow(200, 1_000), limitsFor(declared), {
      jitterMs: 4,
    });
    expect(rate).toBeGreaterThan(0.97 * 200);
    expect(throttled).toBe(0);
    expect(most(sends, 1_000)).toBeLessThanOrEqual(200);
  });

  it.each([
    ['a bucket of 10', () => tokenBucket(200, 10)],
    ['a rolling window', () => rollingWindow(200, 1_000)],
  ])(
    'is used nearly whole on a machine whose timers ring late, where the server keeps %s',
    async (_, admit) => {
      const { rate, throttled, sends } = await run(admit(), limitsFor(declared), {
        requests: 4_000,
        concurrency: 16,
        jitterMs: 4,
        lateMs: 20,
      });
      expect(rate).toBeGreaterThan(0.97 * 200);
      expect(throttled).toBeLessThan(0.01);
      expect(most(sends, 1_000)).toBeLessThanOrEqual(200);
    },
  );

  it.each([
    ['a bucket of 10', () => tokenBucket(200, 10), 20],
    ['a rolling window', () => rollingWindow(200, 1_000), 40],
  ])(
    'is used to 97 %% without a 429 where a server with %s stands still at times',
    async (_, admit, stallMs) => {
      const { rate, throttled } = await run(admit(), limitsFor(declared), {
        requests: 4_000,
        concurrency: 16,
        jitterMs: 2,
        stallMs,
      });
      expect(rate).toBeGreaterThan(0.97 * 200);
      expect(throttled).toBe(0);
    },
  );

  it('that is twice what the server allows is answered 429 at most 2 %', async () => {
    const { rate, throttled } = await run(rollingWindow(100, 1_000), limitsFor(declared), {
      requests: 3_000,
    });
    expect(throttled).toBeLessThan(0.02);
    expect(rate).toBeGreaterThan(0.7 * 100);
  });
});

describe('a declared limit over a long window', () => {
  it('does not hold what was asked before the first answer against the requests', () => {
    const limit = new WindowLimit({ requests: 2, perMs: 300_000 });
    limit.sent(0);
    limit.sent(1);
    expect(limit.delay(2)).toBeGreaterThan(300_000);
    limit.accepted(0, 20);
    limit.accepted(1, 21);
    expect(limit.delay(21) + 21).toBeLessThan(300_100);
  });

  const declared = { requests: 300, perMs: 10_000 };

  it('is used in bursts, and never exceeded in any window', async () => {
    const { sends, throttled } = await run(rollingWindow(300, 10_000), limitsFor(declared), {
      requests: 1_000,
    });
    expect(throttled).toBe(0);
    expect(sends.filter((at) => at < 1_000)).toHaveLength(300);
    expect(most(sends, 10_000)).toBe(300);
    expect(sends.at(-1)).toBeLessThan(3 * 10_000 + 1_000);
  });

  it('keeps to it where requests arrive late', async () => {
    const { throttled } = await run(rollingWindow(300, 10_000), limitsFor(declared), {
      requests: 1_000,
      jitterMs: 150,
    });
    expect(throttled).toBeLessThan(0.01);
  });
});

describe('a limit that nobody declared', () => {
  it.each([
    ['a bucket of 10', () => tokenBucket(200, 10), null],
    ['a bucket of 50', () => tokenBucket(200, 50), null],
    ['a bucket of 200', () => tokenBucket(200, 200), null],
    ['a bucket of 200 that says to wait a second', () => tokenBucket(200, 200), 1_000],
    ['a rolling window', () => rollingWindow(200, 1_000), null],
  ])(
    'is learned: %s is used to nearly 90 %% with less than 2 %% answered 429',
    async (_, admit, retryAfterMs) => {
      for (const concurrency of [8, 32]) {
        const { rate, throttled } = await run(admit(), limitsFor(null), {
          requests: 5_000,
          concurrency,
          retryAfterMs,
        });
        expect(rate).toBeGreaterThan(0.89 * 200);
        expect(throttled).toBeLessThan(0.02);
      }
    },
  );

  it.each([1, 5, 20, 200, 1_000])(
    'once learned, is met by pacing: %i a second are used to 90 %% with less than 5 %% answered 429',
    async (perSecond) => {
      const bucket = tokenBucket(perSecond, Math.max(1, perSecond / 10));
      const asked: { at: number; admitted: boolean }[] = [];
      const admit: Admission = (at) => {
        const admitted = bucket(at);
        asked.push({ at, admitted });
        return admitted;
      };
      await run(admit, limitsFor(null), { requests: Math.max(1_000, 20 * perSecond), concurrency: 32 });
      const late = asked.slice(asked.length / 2);
      const admitted = late.filter((each) => each.admitted).length;
      const seconds = ((late.at(-1)?.at ?? 0) - (late[0]?.at ?? 0)) / 1_000;
      expect(admitted / seconds).toBeGreaterThan(0.9 * perSecond);
      expect(admitted).toBeGreaterThan(0.95 * late.length);
    },
  );

  it('is learned where the server stands still at times', async () => {
    const { rate, throttled } = await run(tokenBucket(200, 10), limitsFor(null), {
      requests: 3_000,
      concurrency: 16,
      jitterMs: 2,
      stallMs: 40,
      retryAfterMs: 1_000,
    });
    expect(rate).toBeGreaterThan(0.7 * 200);
    expect(throttled).toBeLessThan(0.02);
  });

  it('is learned where the very first request is answered 429', async () => {
    let asked = 0;
    const bucket = tokenBucket(200, 10);
    const admit: Admission = (now) => {
      asked += 1;
      return asked > 1 && bucket(now);
    };
    const { rate, throttled } = await run(admit, limitsFor(null), { requests: 5_000 });
    expect(rate).toBeGreaterThan(0.85 * 200);
    expect(throttled).toBeLessThan(0.02);
  });

  it('is found again after a slow phase', async () => {
    const [usually, slowly] = [tokenBucket(200, 10), tokenBucket(40, 10)];
    const admitted: number[] = [];
    const admit: Admission = (now) => {
      const passes = now > 20_000 && now < 50_000 ? slowly(now) : usually(now);
      if (passes) admitted.push(now);
      return passes;
    };
    const { throttled } = await run(admit, limitsFor(null), { requests: 14_000 });
    const slow = admitted.filter((at) => at > 20_000 && at < 50_000);
    expect(slow.length / 30).toBeGreaterThan(0.85 * 40);
    const recovered = admitted.filter((at) => at > 75_000 && at < 85_000);
    expect(recovered.length / 10).toBeGreaterThan(0.85 * 200);
    expect(throttled).toBeLessThan(0.02);
  });

  it('holds nothing back before the first 429', async () => {
    const { rate } = await run(() => true, limitsFor(null), { jitterMs: 0 });
    expect(rate).toBeCloseTo(8 / 0.02, 5);
  });

  it('is forgotten step by step once the server lets more through', async () => {
    let asked = 0;
    const narrow = tokenBucket(50, 5);
    const admit: Admission = (now) => {
      asked += 1;
      return asked > 300 || narrow(now);
    };
    const { sends } = await run(admit, limitsFor(null), { requests: 20_000 });
    const last = sends.slice(-1_000);
    expect(1_000 / (((last.at(-1) ?? 0) - (last[0] ?? 0)) / 1_000)).toBeGreaterThan(150);
  });
});

/** The most requests sent in any window of so many milliseconds. */
function most(sends: readonly number[], windowMs: number): number {
  let first = 0;
  let highest = 0;
  for (const [index, at] of sends.entries()) {
    while ((sends[first] ?? 0) <= at - windowMs) first += 1;
    highest = Math.max(highest, index - first + 1);
  }
  return highest;
}
