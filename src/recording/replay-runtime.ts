import type { Runtime } from '../runtime.js';

/** A world in which a recording is replayed: nobody waits in it, and every variable is set. */
export function replayRuntime(): Runtime {
  const clock = { elapsed: 0 };
  return {
    now: () => clock.elapsed,
    monotonic: () => clock.elapsed,
    random: () => 0.5,
    uuid: () => '00000000-0000-4000-8000-000000000000',
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      clock.elapsed += ms;
    },
    env: (name) => (/_proxy$/i.test(name) ? undefined : 'recorded'),
  };
}
