import type { Connection, Connections } from '../engine/connection.js';
import type { EventSink } from '../engine/events.js';
import { RolecallError } from '../errors.js';
import { version } from '../generated/version.js';
import { openHttpClient } from '../http/client.js';
import type { RequestEvent } from '../http/options.js';
import type { ProviderSettings, Settings } from '../model/settings.js';
import { httpOptionsOf } from '../providers/http-options.js';
import type { ProviderModules } from '../providers/provider.js';
import type { Runtime } from '../runtime.js';

export interface ConnectOptions {
  readonly settings: Settings;
  readonly modules: ProviderModules;
  /** Names of the providers that the run needs. Others need neither settings nor variables. */
  readonly needed: ReadonlySet<string>;
  /** `--concurrency`, which replaces each provider's own; null if it was not given. */
  readonly concurrency: number | null;
  /** Bounds how long reads and token requests are repeated; within a minute if left out. */
  readonly repeatForMs?: number;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly events: EventSink;
}

/** Open connections, and the time a small response takes. */
export interface Opened {
  readonly connections: Connections;
  /**
   * Milliseconds that a small answer takes: the first byte of the read that was answered soonest, less what a server needs
   * to make an answer of its size. Null before the first.
   */
  readonly latency: () => number | null;
  readonly close: () => Promise<void>;
}

/** Milliseconds that a server usually needs to produce a megabyte of JSON. */
const megabyteMs = 16;

/** Takes the part out of a latency that is due to the size of the response, at most half: writes have short responses. */
function ofSmallAnswer(latencyMs: number, bytes: number): number {
  return Math.max(latencyMs / 2, latencyMs - (bytes / 1_000_000) * megabyteMs);
}

/** Opens a client for each needed provider. Sends nothing. @throws RolecallError for a provider without settings */
export function connect(options: ConnectOptions): Opened {
  const soonest = { ms: Number.POSITIVE_INFINITY };
  const onRequest = (event: RequestEvent): void => {
    if (event.method === 'GET' && event.status === 200 && event.latencyMs !== null) {
      soonest.ms = Math.min(soonest.ms, ofSmallAnswer(event.latencyMs, event.bytes ?? 0));
    }
    const { provider, method, path, status, ms, attempt, waitMs } = event;
    options.events({ kind: 'request', provider, method, path, status, ms, attempt, waitMs });
  };
  const connections = new Map(
    [...options.needed].sort().map((name) => [name, open(name, options, onRequest)] as const),
  );
  return {
    connections,
    latency: () => (Number.isFinite(soonest.ms) ? soonest.ms : null),
    close: async () => {
      await Promise.all([...connections.values()].map(({ client }) => client.close()));
    },
  };
}

function open(name: string, options: ConnectOptions, onRequest: (event: RequestEvent) => void): Connection {
  const module = options.modules.get(name);
  const settings = settingsOf(name, options);
  if (module === undefined || settings === null) {
    throw new RolecallError(`the settings do not configure the provider ${JSON.stringify(name)}`, {
      hint: `Add providers.${name} to rolecall.yaml.`,
    });
  }
  const client = openHttpClient({
    name,
    ...httpOptionsOf(settings, module.traits),
    concurrency: settings.concurrency,
    rateLimit: settings.rateLimit,
    timeoutMs: settings.timeoutMs,
    repeatForMs: options.repeatForMs,
    runtime: options.runtime,
    userAgent: `rolecall/${version}`,
    signal: options.signal,
    onRequest,
  });
  return { provider: module.create(settings), client, settings };
}

function settingsOf(name: string, { settings, concurrency }: ConnectOptions): ProviderSettings | null {
  const own = settings.providers.get(name);
  if (own === undefined) return null;
  return concurrency === null ? own : { ...own, concurrency };
}
