import { UsageError } from '../../errors.js';
import { listed } from '../../model/label.js';
import { makeScope, rootTraits } from '../../model/scope.js';
import type { ProviderModule } from '../../providers/provider.js';
import type { SandboxSystem } from '../../sandbox/system.js';
import { shellWord } from '../../shell.js';
import type { CommandContext } from '../context.js';
import type { RecordedModule } from '../doctor/recorded-module.js';

/** The systems of a recording, and the addresses of what it holds. @throws UsageError where there is none to serve */
export async function systemsOfRecording(
  file: string,
  known: readonly SandboxSystem[],
  modules: readonly ProviderModule[],
  { cwd, events }: CommandContext,
): Promise<{ readonly systems: readonly SandboxSystem[]; readonly recorded: readonly string[] }> {
  const { readRecording } = await import('../../recording/read-recording.js');
  const { recordedSystems } = await import('../../sandbox/recorded-system.js');
  const { recordedModule } = await import('../doctor/recorded-module.js');
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
  const { examplesSystem } = await import('../../sandbox/examples-system.js');
  const { connectorStarter } = await import('../../providers/connector/starter.js');
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
export async function recordedConnectorText(
  name: string,
  file: string | null,
  { cwd }: Pick<CommandContext, 'cwd'>,
): Promise<string> {
  if (file === null)
    throw new UsageError('--print-connector needs a recording', { hint: 'Give it with --from FILE.' });
  const { readRecording } = await import('../../recording/read-recording.js');
  const { providers } = await readRecording(cwd, file);
  const found = providers.find((each) => each.name === name && each.connector !== undefined);
  // JSON is YAML.
  if (found !== undefined) return `${JSON.stringify(found.connector, null, 2)}\n`;
  const names = providers.flatMap((each) => (each.connector === undefined ? [] : [each.name]));
  throw new UsageError(`${JSON.stringify(file)} holds no connector of ${JSON.stringify(name)}`, {
    hint: names.length === 0 ? 'It holds none at all.' : `It holds ${listed(names)}.`,
  });
}
