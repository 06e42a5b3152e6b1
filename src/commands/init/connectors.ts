import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { readConnector } from '../../config/connector-file.js';
import { pathProblem } from '../../config/file-tree.js';
import { InvalidFilesError, UsageError } from '../../errors.js';
import { connectors as shipped } from '../../generated/connectors.js';
import { nearestOf, suggestion } from '../../model/nearest.js';
import { connectorModule } from '../../providers/connector/module.js';
import { connectorStarter } from '../../providers/connector/starter.js';
import type { StartedModule } from './templates.js';

/**
 * The module of a connector to start with: of one that ships with rolecall by its name, or of a file in the folder.
 * @throws UsageError where there is none; InvalidFilesError where it cannot be used
 */
export async function startedConnector(connector: string, dir: string): Promise<StartedModule> {
  const own = Object.hasOwn(shipped, connector) ? shipped[connector] : undefined;
  const text = own ?? (await fileText(connector, dir));
  const name = own === undefined ? basename(connector, extname(connector)) : connector;
  const read = readConnector(connector, new TextEncoder().encode(text));
  if (read.connector === null)
    throw new InvalidFilesError('the connector has errors, so nothing was written', read.diagnostics);
  return {
    ...connectorModule(name, read.connector),
    starter: connectorStarter(name, read.connector, connector),
  };
}

async function fileText(path: string, dir: string): Promise<string> {
  const problem = pathProblem(path);
  if (problem !== null) {
    throw new UsageError(`the connector ${JSON.stringify(path)} cannot be used: ${problem}`, {
      hint: 'Copy it into the folder of rolecall.yaml, and name it from there.',
    });
  }
  return await readFile(resolve(dir, path), 'utf8').catch((error: unknown) => {
    const names = Object.keys(shipped);
    const hint = suggestion(nearestOf(names)(path)).trim() || `With rolecall come ${names.join(' and ')}.`;
    throw new UsageError(`there is no connector ${JSON.stringify(path)}`, { hint, cause: error });
  });
}
