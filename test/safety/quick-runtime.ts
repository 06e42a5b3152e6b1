import { type Runtime, systemRuntime } from '../../src/runtime.js';

/** The test's clock starts here. */
const start = Date.parse('2026-11-22T09:00:00Z');

/**
 * A clock on which waiting takes no time: whoever sleeps is woken at once, and the clock says that the time has passed.
 * Sleeps that begin together end together, as real ones do; what really takes time takes it here too.
 */
export function quickRuntime(env: Readonly<Record<string, string | undefined>>): Runtime {
  const system = systemRuntime({ env });
  const began = system.monotonic();
  let skipped = 0;
  const monotonic = (): number => system.monotonic() - began + skipped;
  return {
    ...system,
    monotonic,
    now: () => start + monotonic(),
    sleep: async (ms, signal) => {
      const until = monotonic() + ms;
      await system.sleep(0, signal);
      skipped += Math.max(0, until - monotonic());
    },
  };
}

/** What a runtime waits with where waiting takes no time and the time of day is the real one. */
export function skippedWaits(): Pick<Runtime, 'monotonic' | 'sleep'> {
  const { monotonic, sleep } = quickRuntime({});
  return { monotonic, sleep };
}
