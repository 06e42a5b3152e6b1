import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { SandboxSeedError } from '../../src/sandbox/parse-seed.js';
import { sandboxOptions, type SandboxSwitches } from '../../src/sandbox/switches.js';

describe('the switches of the sandbox', () => {
  it('leave everything as it is when none is given', () => {
    expect(sandboxOptions({})).toEqual({});
  });

  it('become options', () => {
    const switches = { port: '4010', latency: '20', rateLimit: '20/s', fail: '0.25', tokenTtl: '5' };
    expect(sandboxOptions(switches, '{"aion":{"accounts":[]}}')).toEqual({
      port: 4010,
      latencyMs: 20,
      rateLimit: { requests: 20, perMs: 1000, kind: 'bucket' },
      failRate: 0.25,
      tokenTtlSeconds: 5,
      seed: { aion: { accounts: [] } },
    });
  });

  it('take a rolling window for any period but a second', () => {
    const { rateLimit } = sandboxOptions({ rateLimit: '7500/5m' });
    expect(rateLimit).toEqual({ requests: 7500, perMs: 300_000, kind: 'window' });
  });

  it.each<SandboxSwitches>([
    { port: '70000' },
    { port: 'http' },
    { latency: '-1' },
    { latency: '1.5' },
    { rateLimit: '20' },
    { rateLimit: '0/s' },
    { rateLimit: '5/0s' },
    { fail: '1.1' },
    { fail: 'half' },
    { tokenTtl: '0' },
  ])('refuse %j', (switches) => {
    expect(() => sandboxOptions(switches)).toThrow(UsageError);
  });

  it('refuse a seed that is none', () => {
    expect(() => sandboxOptions({}, '[]')).toThrow(SandboxSeedError);
  });
});
