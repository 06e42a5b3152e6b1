import { ExitCode, Interrupted } from '../errors.js';
import { stopSignals } from '../platform.js';
import { systemRuntime } from '../runtime.js';
import { cacheHostOf } from './cache-folder.js';
import { commandTable } from './command-table.js';
import { makeIo } from './io.js';
import { modules } from './modules.js';
import { roleCacheFile } from './role-cache-file.js';
import { run } from './run.js';

/** Runs the program in a real process and exits with its code once all output is written. */
export async function start(host: NodeJS.Process, version: string): Promise<void> {
  const io = makeIo({
    // Created on first use: few runs read it.
    get stdin() {
      return host.stdin;
    },
    stdout: host.stdout,
    stderr: host.stderr,
    env: host.env,
    cwd: host.cwd(),
  });
  const signal = watchSignals(
    host,
    () => host.stderr.write('\nStopping: requests in flight finish. Interrupt once more to stop at once.\n'),
    () => host.exit(ExitCode.interrupted),
  );
  const runtime = systemRuntime(host);
  const roleCache = roleCacheFile(cacheHostOf(host));
  const input = { io, table: commandTable, modules, runtime, signal, roleCache, version };
  // A run ends the process itself. If the event loop runs empty before, the run has stalled: that is an error.
  host.on('beforeExit', () => {
    host.exitCode = ExitCode.error;
  });
  const exitCode = await run(host.argv.slice(2), input);
  host.exit(signal.aborted ? ExitCode.interrupted : exitCode);
}

/** The part of `process` that reports signals. */
export interface SignalSource {
  readonly platform: NodeJS.Platform;
  on(event: NodeJS.Signals, listener: () => void): unknown;
}

/**
 * The first signal to stop (SIGINT, SIGTERM) aborts the signal that is returned: nothing new is begun, what is in flight finishes.
 * `atOnce` is called on the second. The listeners stay for as long as the process lives: without one, a signal in its
 * last milliseconds would end the process by itself.
 */
export function watchSignals(source: SignalSource, first: () => void, atOnce: () => void): AbortSignal {
  const controller = new AbortController();
  const listener = (): void => {
    if (controller.signal.aborted) {
      atOnce();
      return;
    }
    controller.abort(new Interrupted());
    first();
  };
  for (const signal of stopSignals(source.platform)) source.on(signal, listener);
  return controller.signal;
}
