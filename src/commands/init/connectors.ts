import { connectorModule } from '../../providers/connector/module.js';
import { connectorStarter } from '../../providers/connector/starter.js';
import { namedConnector } from '../connector/named.js';
import type { StartedModule } from './templates.js';

/**
 * The module of a connector to start with: of one that ships with rolecall by its name, or of a file in the folder.
 * @throws UsageError where there is none; InvalidFilesError where it cannot be used
 */
export async function startedConnector(source: string, dir: string): Promise<StartedModule> {
  const { name, connector } = await namedConnector(source, dir, 'nothing was written');
  return { ...connectorModule(name, connector), starter: connectorStarter(name, connector, source) };
}
