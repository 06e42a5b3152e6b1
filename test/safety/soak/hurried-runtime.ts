import { type Runtime, systemRuntime } from '../../../src/runtime.js';

/** A clock that runs so many times as fast as the real one, sleeps included. What really takes time takes longer on it. */
export function hurriedRuntime(times: number): (env: Readonly<Record<string, string>>) => Runtime {
  return (env) => {
    const system = systemRuntime({ env });
    const [began, start] = [system.monotonic(), system.now()];
    const monotonic = (): number => (system.monotonic() - began) * times;
    return {
      ...system,
      monotonic,
      now: () => start + monotonic(),
      sleep: (ms, signal) => system.sleep(ms / times, signal),
    };
  };
}
