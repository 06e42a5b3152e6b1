import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ExitCode, RolecallError, UsageError } from '../../errors.js';
import { exceptionFor } from '../../http/proxies.js';
import { decodeText } from '../../model/decode-text.js';
import type { ProviderModule } from '../../providers/provider.js';
import { defaultSeedOf, parseSeedText, readSeed, SandboxSeedError } from '../../sandbox/seed.js';
import { type Sandbox, startSandbox } from '../../sandbox/server.js';
import type { SandboxSystem } from '../../sandbox/system.js';
import type { CommandContext } from '../context.js';
import { connectorSystems } from './connector-systems.js';
import { recordedConnectorText, systemsOfRecording } from './recorded-systems.js';

export interface SandboxCommandOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Path of a seed; null: the default one. */
  readonly seed: string | null;
  /** Path of a recording to serve in place of a seed; null: none. */
  readonly from: string | null;
  /** Connectors whose examples are served too: names of those that ship with rolecall, or paths. */
  readonly connectors: readonly string[];
  /** Give the seed and end, in place of serving it. */
  readonly printSeed: boolean;
  /** Give the connector file of this provider, which a recording holds, and end; null: serve. */
  readonly printConnector: string | null;
  /** Milliseconds before each answer. */
  readonly latency: number;
  /** Requests a second; null: no limit. */
  readonly rateLimit: number | null;
  /** Share of requests that fail, from 0 to 1. */
  readonly fail: number;
  /** Seconds; null: as the API documents. */
  readonly tokenTtl: number | null;
  /** Called once it listens, with further variables that its users must set to reach it, and what its recording holds. */
  readonly listening: (
    sandbox: Sandbox,
    variables: Readonly<Record<string, string>>,
    recorded: readonly string[],
  ) => Promise<void>;
}

export interface SandboxOutcome {
  /** The seed that was asked for; null where it was served. */
  readonly seed: unknown;
  /** The text of the connector that was asked for; null where none was. */
  readonly connector: string | null;
  readonly exitCode: ExitCode;
}

/**
 * Serves the APIs of all systems until the signal aborts, which is how it is meant to end.
 * @throws UsageError for a seed that cannot be read or used; RolecallError where the port is taken
 */
export async function sandboxCommand(
  options: SandboxCommandOptions,
  context: CommandContext,
): Promise<SandboxOutcome> {
  if (options.printConnector !== null) {
    const connector = await recordedConnectorText(options.printConnector, options.from, context);
    return { seed: null, connector, exitCode: ExitCode.done };
  }
  const { modules } = context.workspace;
  const known = [
    ...(await sandboxSystems(modules)),
    ...(await connectorSystems(options.connectors, modules, context.cwd)),
  ];
  const { systems, recorded } =
    options.from === null
      ? { systems: known, recorded: [] }
      : await systemsOfRecording(options.from, known, modules, context);
  const seed = options.seed === null ? defaultSeedOf(systems) : await seedFile(context.cwd, options.seed);
  if (options.printSeed) {
    readSeed(seed, systems);
    return { seed, connector: null, exitCode: ExitCode.done };
  }
  const sandbox = await listen(systems, seed, options);
  try {
    await options.listening(sandbox, exceptionFor(sandbox.url, context.runtime.env), recorded);
    await aborted(context.signal);
  } finally {
    await sandbox.close();
  }
  return { seed: null, connector: null, exitCode: ExitCode.interrupted };
}

/** The systems of those modules that the sandbox can serve. */
export async function sandboxSystems(modules: readonly ProviderModule[]): Promise<readonly SandboxSystem[]> {
  return Promise.all(modules.flatMap(({ sandbox }) => (sandbox === undefined ? [] : [sandbox()])));
}

async function seedFile(cwd: string, file: string): Promise<unknown> {
  const path = resolve(cwd, file);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new UsageError(`cannot read the seed ${path}`, {
      cause: error,
      hint: 'Leave --seed out to start from the default one.',
    });
  }
  const decoded = decodeText(bytes);
  if ('refused' in decoded) throw new SandboxSeedError([decoded.refused]);
  return parseSeedText(decoded.text);
}

async function listen(
  systems: readonly SandboxSystem[],
  seed: unknown,
  { port, latency, rateLimit, fail, tokenTtl }: SandboxCommandOptions,
): Promise<Sandbox> {
  try {
    return await startSandbox({
      systems,
      seed,
      port,
      latencyMs: latency,
      failRate: fail,
      ...(rateLimit === null ? {} : { rateLimit: { requests: rateLimit, perMs: 1000 } }),
      ...(tokenTtl === null ? {} : { tokenTtlSeconds: tokenTtl }),
    });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    throw new RolecallError(`port ${port} is taken`, {
      cause: error,
      hint: 'Use --port 0 for any free one.',
    });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
