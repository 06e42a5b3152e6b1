import { describe, expect, test } from 'vitest';
import { expectAgreement } from './agreement.js';
import { makeFlow } from './flow.js';
import { holdings, settled } from './hospital.js';

/** The virtual milliseconds that lists still show the state before a write; the sandbox keeps the program's clock. */
async function lagging(readLagMs: number) {
  const clock = { now: (): number => 0 };
  const flow = await makeFlow({ sandbox: { readLagMs, now: () => clock.now() } });
  clock.now = flow.runtime.now;
  return flow;
}

describe('lists that show a write late', () => {
  test('are read again until they do', async () => {
    const flow = await lagging(5_000);
    const { code, result } = await flow.apply();
    expect([code, result.converged, result.summary.applied]).toEqual([0, true, 11]);
    expect(flow.wire.writes()).toHaveLength(11);
  });

  test('for longer than the deadline leave the run not converged, and nothing is written twice', async () => {
    const flow = await lagging(3_600_000);
    const { code, result } = await flow.apply();
    expect([code, result.converged, result.summary.applied]).toEqual([6, false, 11]);
    expect(flow.wire.writes()).toHaveLength(11);
    expect(holdings(flow.sandbox.state())).toEqual(settled);
  });

  test('settle a lost answer once they show it', async () => {
    const flow = await lagging(400);
    flow.wire.twist(({ method, url }, before) =>
      method !== 'GET' && !url.endsWith('/token') && before === 0 ? 'cut-after' : 'pass',
    );
    const { code, result } = await flow.apply();
    expect([code, result.converged]).toEqual([0, true]);
    expect(flow.wire.writes().filter((write) => write.startsWith('POST'))).toHaveLength(3);
    expect(holdings(flow.sandbox.state())).toEqual(settled);
    expectAgreement(flow);
  });
});
