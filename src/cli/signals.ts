import { Interrupted } from '../errors.js';

/** The part of `process` that tells of signals. */
export interface SignalSource {
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

export interface SignalWatch {
  /** Aborted by the first signal: nothing new is begun, what is in flight finishes. */
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

/** The first SIGINT or SIGTERM aborts; `atOnce` is called on the second. */
export function watchSignals(source: SignalSource, first: () => void, atOnce: () => void): SignalWatch {
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
  return {
    signal: controller.signal,
    stop: () => {
      source.off('SIGINT', listener);
      source.off('SIGTERM', listener);
    },
  };
}
