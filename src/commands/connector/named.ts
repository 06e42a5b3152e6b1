import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { type RecordingNamed, readConnector } from '../../config/connector-file.js';
import { pathProblem } from '../../config/file-tree.js';
import { InvalidFilesError, UsageError } from '../../errors.js';
import { connectors as shipped } from '../../generated/connectors.js';
import { nearestOf, suggestion } from '../../model/nearest.js';
import type { Connector } from '../../providers/connector/connector.js';

/** A connector that a command was given, and what settings would call a provider of it. */
export interface NamedConnector {
  readonly name: string;
  readonly connector: Connector;
}

/** A connector whose examples may stand in a recording. */
interface ReadNamedConnector extends NamedConnector {
  readonly recording: RecordingNamed | null;
}

/**
 * A connector that ships with rolecall, by its name, or that of a file in the folder.
 * @param otherwise what happens where it has errors
 * @throws UsageError where there is none; InvalidFilesError where it cannot be used
 */
export async function namedConnector(
  connector: string,
  dir: string,
  otherwise: string,
): Promise<ReadNamedConnector> {
  const own = Object.hasOwn(shipped, connector) ? shipped[connector] : undefined;
  const bytes = own === undefined ? await fileBytes(connector, dir) : new TextEncoder().encode(own);
  const read = readConnector(connector, bytes);
  if (read.connector === null)
    throw new InvalidFilesError(`the connector has errors, so ${otherwise}`, read.diagnostics);
  const name = own === undefined ? providerName(connector) : connector;
  return { name, connector: read.connector, recording: read.recording };
}

/** What settings would call a provider of a connector file. */
export function providerName(path: string): string {
  const name = basename(path, extname(path))
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/gu, '-')
    .replace(/^[^a-z]+/u, '');
  return name === '' ? 'connector' : name;
}

async function fileBytes(path: string, dir: string): Promise<Uint8Array> {
  const problem = pathProblem(path);
  if (problem !== null) {
    throw new UsageError(`the connector ${JSON.stringify(path)} cannot be used: ${problem}`, {
      hint: 'Copy it into the folder of rolecall.yaml, and name it from there.',
    });
  }
  return await readFile(resolve(dir, path)).catch((error: unknown) => {
    const names = Object.keys(shipped);
    const hint =
      suggestion(nearestOf(names)(path)).trim() ||
      `${names.join(' and ')} come with rolecall. Name one of them, or the path of a file of your own.`;
    throw new UsageError(`there is no connector ${JSON.stringify(path)}`, { hint, cause: error });
  });
}
