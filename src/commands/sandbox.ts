import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ExitCode, RolecallError, UsageError } from '../errors.js';
import { exceptionFor } from '../http/proxies.js';
import { decodeText } from '../model/decode-text.js';
import { listed } from '../model/label.js';
import { makeScope, rootTraits } from '../model/scope.js';
import type { ProviderModule } from '../providers/provider.js';
import { defaultSeedOf, parseSeedText, readSeed, SandboxSeedError } from '../sandbox/seed.js';
import { type Sandbox, startSandbox } from '../sandbox/server.js';
import type { SandboxSystem } from '../sandbox/system.js';
import { shellWord } from '../shell.js';
import type { CommandContext } from './context.js';
import type { RecordedModule } from './doctor/recorded-module.js';

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
  const { modules } = context.workspace;
  const known = [
    ...(await sandboxSystems(modules)),
    ...(await connectorSystems(options.connectors, modules, context.cwd)),
  ];
  const { systems, recorded } =
    options.from === null
      ? { systems: known, recorded: [] }
      : await fromRecording(options.from, known, modules, context);
  const seed = options.seed === null ? defaultSeedOf(systems) : await seedFile(context.cwd, options.seed);
  if (options.printConnector !== null) {
    const connector = await connectorText(options.printConnector, options.from, context);
    return { seed: null, connector, exitCode: ExitCode.done };
  }
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

/** The systems that answer what the examples of connectors hold. @throws UsageError for a name that is taken */
async function connectorSystems(
  sources: readonly string[],
  modules: readonly ProviderModule[],
  cwd: string,
): Promise<readonly SandboxSystem[]> {
  if (sources.length === 0) return [];
  const { examplesSystem } = await import('../sandbox/examples-system.js');
  const { namedConnector } = await import('./connector/named.js');
  const { NOWHERE, withRecording } = await import('./connector/recorded-examples.js');
  const { connectorStarter } = await import('../providers/connector/starter.js');
  const taken = new Set(modules.map(({ traits }) => traits.name));
  const systems: SandboxSystem[] = [];
  for (const source of sources) {
    const { name, connector: read, recording } = await namedConnector(source, cwd, 'nothing is served');
    const connector = await withRecording(read, recording, dirname(resolve(cwd, source)), name);
    if (taken.has(name))
      throw new UsageError(`two systems of the sandbox would be called ${JSON.stringify(name)}`, {
        hint: 'Rename the connector file.',
      });
    taken.add(name);
    const { examples = [], title, url } = connector;
    if (examples.length === 0)
      throw new UsageError(`the connector ${JSON.stringify(source)} has no examples to serve`, {
        hint: 'Write recorded answers under "examples".',
      });
    const [variable = 'TOKEN'] = connectorStarter(name, connector, source).variables;
    const baseUrl = (url ?? NOWHERE).replace(/\/+$/u, '');
    systems.push(examplesSystem({ name, title, source, variable, baseUrl, examples }));
  }
  return systems;
}

/** The systems of a recording, and the addresses of what it holds. @throws UsageError where there is none to serve */
async function fromRecording(
  file: string,
  known: readonly SandboxSystem[],
  modules: readonly ProviderModule[],
  { cwd, events }: CommandContext,
): Promise<{ readonly systems: readonly SandboxSystem[]; readonly recorded: readonly string[] }> {
  const { readRecording } = await import('../recording/read-recording.js');
  const { recordedSystems } = await import('../sandbox/recorded-system.js');
  const { recordedModule } = await import('./doctor/recorded-module.js');
  const { providers, entries } = await readRecording(cwd, file);
  const own = await Promise.all(
    providers.map(async (provider) => await recordedModule(provider, JSON.stringify(file), modules)),
  );
  const ofConnectors = await Promise.all(own.map(connectorSystem));
  const { systems, left } = recordedSystems([...known, ...ofConnectors.flat()], providers, entries);
  const unserved = `the sandbox serves no recordings of ${listed(left)}`;
  if (systems.length === 0) throw new UsageError(unserved);
  if (left.length > 0) events({ kind: 'note', message: `Left out: ${unserved}.` });
  for (const { module, isOwn } of own) {
    if (!isOwn) continue;
    const { name } = module.traits;
    const command = `rolecall sandbox --from ${shellWord(file)} --print-connector ${name} > ${fileOf(name)}`;
    events({ kind: 'note', message: `The settings need the connector of the recording: ${command}` });
  }
  const recorded = providers.flatMap(({ roots }, index) => {
    const traits = own[index]?.module.traits;
    if (traits === undefined) return [];
    return roots.map(({ id }) => makeScope(traits, rootTraits(traits), id, id).address);
  });
  return { systems, recorded: recorded.sort() };
}

/** What serves a recording of a connector; nothing where a built-in system does. */
export async function connectorSystem({
  module,
  connector,
  isOwn,
}: RecordedModule): Promise<SandboxSystem[]> {
  if (connector === null) return [];
  const { examplesSystem } = await import('../sandbox/examples-system.js');
  const { connectorStarter } = await import('../providers/connector/starter.js');
  const { name, title } = module.traits;
  const source = isOwn ? fileOf(name) : connector.name;
  const [variable = 'TOKEN'] = connectorStarter(name, connector.connector, source).variables;
  return [examplesSystem({ name, title, source, variable, baseUrl: null, examples: [] })];
}

/** Where the connector of a recording is written to. */
function fileOf(name: string): string {
  return `${name}.yaml`;
}

/** The text of a connector file that a recording holds. @throws UsageError where it holds none of that name */
async function connectorText(name: string, file: string | null, { cwd }: CommandContext): Promise<string> {
  if (file === null)
    throw new UsageError('--print-connector needs a recording', { hint: 'Give it with --from FILE.' });
  const { readRecording } = await import('../recording/read-recording.js');
  const { providers } = await readRecording(cwd, file);
  const found = providers.find((each) => each.name === name && each.connector !== undefined);
  // JSON is YAML.
  if (found !== undefined) return `${JSON.stringify(found.connector, null, 2)}\n`;
  const names = providers.flatMap((each) => (each.connector === undefined ? [] : [each.name]));
  throw new UsageError(`${JSON.stringify(file)} holds no connector of ${JSON.stringify(name)}`, {
    hint: names.length === 0 ? 'It holds none at all.' : `It holds ${listed(names)}.`,
  });
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
