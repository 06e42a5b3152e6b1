import { dirname, resolve } from 'node:path';
import { UsageError } from '../../errors.js';
import type { ProviderModule } from '../../providers/provider.js';
import type { SandboxSystem } from '../../sandbox/system.js';

/** The systems that answer what the examples of connectors hold. @throws UsageError for a name that is taken */
export async function connectorSystems(
  sources: readonly string[],
  modules: readonly ProviderModule[],
  cwd: string,
): Promise<readonly SandboxSystem[]> {
  if (sources.length === 0) return [];
  const { examplesSystem } = await import('../../sandbox/examples-system.js');
  const { namedConnector } = await import('../connector/named.js');
  const { NOWHERE, withRecording } = await import('../connector/recorded-examples.js');
  const { connectorStarter } = await import('../../providers/connector/starter.js');
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
