import type { Runtime } from '../../../src/runtime.js';

import { type Limit, Pacer } from '../../../src/http/pacing/pacer.js';

/** A server that only counts: lets a request that arrives at `now` through, or not. */
export type Admission = (now: number) => boolean;

/** `rate` a second, `burst` at once. */
export function tokenBucket(rate: number, burst: number): Admission {
  let tokens = burst;
  let filledAt = 0;
  return (now) => {
    tokens = Math.min(burst, tokens + ((now - filledAt) * rate) / 1000);
    filledAt = now;
    // A hair less than one is one: a sum of many fractions.
    if (tokens < 1 - 1e-9) return false;
    tokens -= 1;
    return true;
  };
}

/** `requests` in any `perMs`; what is turned away is not counted. */
export function rollingWindow(requests: number, perMs: number): Admission {
  const arrivals: number[] = [];
  return (now) => {
    const blocking = arrivals[arrivals.length - requests];
    if (blocking !== undefined && blocking > now - perMs) return false;
    arrivals.push(now);
    return true;
  };
}

export interface World {
  readonly limits: readonly Limit[];
  readonly admit: Admission;
  readonly requests: number;
  readonly concurrency: number;
  /** There and back, in milliseconds. */
  readonly latencyMs: number;
  /** Up to so many milliseconds are added on the way there. */
  readonly jitterMs: number;
  readonly retryAfterMs: number | null;
  /** Every twentieth timer of the pacer rings up to so many milliseconds late. */
  readonly lateMs?: number;
  /** Every 730 ms the server stands still for so many milliseconds: what arrives then is counted at the end. */
  readonly stallMs?: number;
}

export interface Run {
  /** Until the last answer, in virtual seconds. */
  readonly seconds: number;
  readonly throttled: number;
  /** When requests were sent, in milliseconds. */
  readonly sends: readonly number[];
}

/** Time that passes only when everyone waits. */
class VirtualTime {
  now = 0;
  readonly #due: { at: number; order: number; wake: () => void }[] = [];
  #order = 0;

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#order += 1;
      this.#due.push({ at: this.now + Math.max(0, ms), order: this.#order, wake: resolve });
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  }

  async until(promise: Promise<unknown>): Promise<void> {
    let done = false;
    void promise.finally(() => {
      done = true;
    });
    for (;;) {
      for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
      if (done) return;
      this.#due.sort((a, b) => a.at - b.at || a.order - b.order);
      const next = this.#due.shift();
      if (next === undefined) throw new Error('everyone waits for nothing');
      this.now = Math.max(this.now, next.at);
      next.wake();
    }
  }
}

/** Numbers that look random and are the same each time. */
function fixedChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Sends all requests through a pacer, as a client with so many in flight would, and repeats what was throttled. */
export async function simulate(world: World): Promise<Run> {
  const time = new VirtualTime();
  const random = fixedChance(42);
  const lateness = fixedChance(7);
  const late = (): number => (lateness() < 0.05 ? lateness() * (world.lateMs ?? 0) : 0);
  const runtime: Runtime = {
    now: () => time.now,
    monotonic: () => time.now,
    random,
    uuid: () => '',
    sleep: (ms, signal) => time.sleep(ms + late(), signal),
    env: () => undefined,
  };
  const pacer = new Pacer(runtime, world.limits);
  const sends: number[] = [];
  let left = world.requests;
  let throttled = 0;

  async function worker(): Promise<void> {
    while (left > 0) {
      left -= 1;
      for (;;) {
        const sentAt = await pacer.turn(() => true);
        if (sentAt === 'again') continue;
        sends.push(sentAt);
        await time.sleep(world.latencyMs / 2 + random() * world.jitterMs);
        await time.sleep(Math.max(0, (world.stallMs ?? 0) - (time.now % 730)));
        const admitted = world.admit(time.now);
        await time.sleep(world.latencyMs / 2);
        if (admitted) {
          pacer.accepted(sentAt);
          break;
        }
        throttled += 1;
        pacer.throttled(sentAt, world.retryAfterMs);
      }
    }
  }

  await time.until(Promise.all(Array.from({ length: world.concurrency }, worker)));
  return { seconds: time.now / 1000, throttled, sends };
}
