import { env, hrtime } from 'node:process';

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
  /** Resolves after so many milliseconds (under 1: as soon as possible); rejects with the signal's reason once it is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** The value of an environment variable. */
  readonly env: (name: string) => string | undefined;
}

/** The longest delay a Node.js timer takes, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(asError(signal.reason));
      return;
    }
    const stop = ms < 1 ? soon(() => finish()) : alarm(Math.min(ms, longestTimer), () => finish());
    const onAbort = (): void => {
      stop();
      reject(asError(signal?.reason));
    };
    const finish = (): void => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function soon(ring: () => void): () => void {
  const immediate = setImmediate(ring);
  return () => clearImmediate(immediate);
}

/** Lets signals, timers and answers have their turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted', { cause: reason });
}

/**
 * Rings once after so many real milliseconds; the answer cancels it. For real input and output only, whose deadlines
 * are real whatever clock was injected.
 */
export function alarm(ms: number, ring: () => void): () => void {
  const timer = setTimeout(ring, ms);
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
