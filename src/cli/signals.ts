import { Interrupted } from '../errors.js';

/** The part of `process` that tells of signals. */
export interface SignalSource {
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/**
 * The first SIGINT or SIGTERM aborts the signal that is returned: nothing new is begun, what is in flight finishes.
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
  source.on('SIGINT', listener);
  source.on('SIGTERM', listener);
  return controller.signal;
}
