import { env, hrtime } from 'node:process';
import { setImmediate, setTimeout } from 'node:timers/promises';

/**
 * What the outside world offers: clocks, chance, sleep and the environment. Everything that needs one of them
 * takes a Runtime, so that tests decide what time it is.
 */
export interface Runtime {
  /** The time of day, in milliseconds since the epoch. */
  readonly now: () => number;
  /** A clock that never jumps, in milliseconds (fractions included), for measuring and waiting. */
  readonly monotonic: () => number;
  /** A number from 0 (included) to 1 (left out). */
  readonly random: () => number;
  /** A fresh UUID. */
  readonly uuid: () => string;
  /** Resolves after so many milliseconds (under 1: as soon as possible); rejects once the signal is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** The value of an environment variable. */
  readonly env: (name: string) => string | undefined;
}

/** The longest delay a Node.js timer takes, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const options = signal === undefined ? {} : { signal };
  if (ms < 1) await setImmediate(undefined, options);
  else await setTimeout(Math.min(ms, longestTimer), undefined, options);
}

/** Lets signals, timers and answers have their turn. */
export async function nextTurn(): Promise<void> {
  await setImmediate();
}

/**
 * Rings once after so many real milliseconds; the answer cancels it. For real input and output only, whose deadlines
 * are real whatever clock was injected.
 */
export function alarm(ms: number, ring: () => void): () => void {
  const timer = globalThis.setTimeout(ring, ms);
  return () => clearTimeout(timer);
}

/** A variable that a program started by this one inherits. For starting programs only, which find theirs by it. */
export function inherited(name: string): string | undefined {
  return env[name];
}

/** The machine's own clocks, chance and environment; `host` is Node's `process` or anything with its variables. */
export function systemRuntime(host: { readonly env: Readonly<Record<string, string | undefined>> }): Runtime {
  return {
    now: () => Date.now(),
    // Not performance.now(): loading that module takes a hundredth of a short run.
    monotonic: () => Number(hrtime.bigint()) / 1e6,
    random: () => Math.random(),
    // Not from node:crypto: loading that module takes a tenth of a short run.
    uuid: () => globalThis.crypto.randomUUID(),
    sleep,
    env: (name) => host.env[name],
  };
}
