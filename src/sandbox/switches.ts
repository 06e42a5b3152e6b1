import { UsageError } from '../errors.js';
import type { SandboxOptions } from './options.js';
import { parseSeedText } from './parse-seed.js';
import type { RateLimit } from './rate-limit.js';

/** The switches of `rolecall sandbox`, as they were written. */
export interface SandboxSwitches {
  readonly port?: string | undefined;
  readonly latency?: string | undefined;
  readonly rateLimit?: string | undefined;
  readonly fail?: string | undefined;
  readonly tokenTtl?: string | undefined;
}

const periods: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * The options that the switches ask for, `seedText` being what the file of `--seed` holds.
 * @throws UsageError for a value that is none of its switch; SandboxSeedError for the seed
 */
export function sandboxOptions(switches: SandboxSwitches, seedText?: string): SandboxOptions {
  const { port, latency, rateLimit, fail, tokenTtl } = switches;
  return {
    ...(port === undefined ? {} : { port: whole('--port', port, 0, 65_535) }),
    ...(latency === undefined ? {} : { latencyMs: whole('--latency', latency, 0, 600_000) }),
    ...(rateLimit === undefined ? {} : { rateLimit: parseRateLimit(rateLimit) }),
    ...(fail === undefined ? {} : { failRate: share('--fail', fail) }),
    ...(tokenTtl === undefined ? {} : { tokenTtlSeconds: whole('--token-ttl', tokenTtl, 1, 86_400) }),
    ...(seedText === undefined ? {} : { seed: parseSeedText(seedText) }),
  };
}

/**
 * `20/s` is a bucket of 20 that refills evenly; any other period, such as `7500/5m`, is a rolling window.
 * @throws UsageError
 */
export function parseRateLimit(text: string): RateLimit {
  const match = /^([1-9]\d{0,6})\/(\d{0,4})(ms|s|m|h)$/.exec(text);
  const [, requests = '', count = '', unit = ''] = match ?? [];
  const perMs = Number(count === '' ? '1' : count) * (periods[unit] ?? 0);
  if (perMs === 0) throw wrong('--rate-limit', text, 'a number a period, such as 20/s or 7500/5m');
  return { requests: Number(requests), perMs, kind: perMs === 1000 ? 'bucket' : 'window' };
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value < min || value > max) throw wrong(name, text, `a whole number from ${min} to ${max}`);
  return value;
}

function share(name: string, text: string): number {
  const value = /^(\d+(\.\d+)?|\.\d+)$/.test(text) ? Number(text) : -1;
  if (value < 0 || value > 1) throw wrong(name, text, 'a number from 0 to 1');
  return value;
}

function wrong(name: string, text: string, expected: string): UsageError {
  return new UsageError(`${name} must be ${expected}, not "${text}".`);
}
