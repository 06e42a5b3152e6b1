import type * as Api from '@opentelemetry/api';
import type { EventSink } from '../engine/events.js';
import { alarm } from '../runtime.js';
import { metricSink, spanSink } from './spans.js';

/** A run as OpenTelemetry sees it. */
export interface Telemetry {
  readonly sink: EventSink;
  /** Has the providers export what they hold, so that the process can end. Rejects where they cannot in time. */
  readonly flush: () => Promise<void>;
}

export interface TelemetryOptions {
  /** The time of day, epoch milliseconds. */
  readonly now: () => number;
  /** Told why nothing is traced although something registered for it. */
  readonly note?: (message: string) => Promise<void>;
}

/** How long exporters may take at the end of a run, milliseconds. */
const LONGEST_FLUSH = 5000;

/**
 * Spans and metrics of one run for whatever is registered with OpenTelemetry's API in this process. Null where nothing
 * is: then nothing is loaded either.
 */
export async function telemetrySink({ now, note }: TelemetryOptions): Promise<Telemetry | null> {
  if (!isRegistered()) return null;
  const api = await loadApi();
  if (api === null) {
    await note?.('OpenTelemetry is registered, but @opentelemetry/api is not installed beside rolecall.');
    return null;
  }
  const [spans, metrics] = [spanSink(api, now), metricSink(api)];
  return {
    sink: (event) => {
      spans(event);
      metrics(event);
    },
    flush: () => flush([api.trace.getTracerProvider(), api.metrics.getMeterProvider()]),
  };
}

/** The API keeps what is registered under this symbol, whichever copy of it was asked. */
function isRegistered(): boolean {
  return Reflect.get(globalThis, Symbol.for('opentelemetry.js.api.1')) !== undefined;
}

async function loadApi(): Promise<typeof Api | null> {
  try {
    return await import('@opentelemetry/api');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Node.js names it by another code where the bundle made a require of the import. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND';
}

async function flush(providers: readonly object[]): Promise<void> {
  let stop = (): void => {};
  const late = new Promise<never>((_, reject) => {
    stop = alarm(LONGEST_FLUSH, () => reject(new Error(`no end after ${LONGEST_FLUSH} ms`)));
  });
  try {
    await Promise.race([Promise.all(providers.map(flushOne)), late]);
  } finally {
    stop();
  }
}

/** The API has no flush; the providers of its SDK do, behind the API's own stand-in. */
async function flushOne(provider: object): Promise<void> {
  const delegate = call(provider, 'getDelegate');
  await call(typeof delegate === 'object' && delegate !== null ? delegate : provider, 'forceFlush');
}

function call(target: object, name: string): unknown {
  const method: unknown = Reflect.get(target, name);
  return typeof method === 'function' ? Reflect.apply(method, target, []) : undefined;
}
