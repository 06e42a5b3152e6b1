import { connectors as shipped } from '../generated/connectors.js';
import type { Diagnostic, SourceLocation } from '../model/diagnostic.js';
import { quote } from '../model/label.js';
import { nearestOf, suggestion } from '../model/nearest.js';
import { connectorModule } from '../providers/connector/module.js';
import type { ProviderModule } from '../providers/provider.js';
import { readConnector } from './connector-file.js';
import { pathProblem, withoutDot } from './file-tree.js';
import { errorAt, inFile } from './finding.js';
import { connectorsNamed, type SettingsDocument } from './settings-file.js';

/** Providers that connectors describe. */
interface Connectors {
  readonly modules: readonly ProviderModule[];
  /** Names of providers whose connector cannot be used. */
  readonly failed: ReadonlySet<string>;
  /** The files that were read, relative to the folder of the settings. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file of the tree; null where it is not there, which `missing` tells, or is refused. */
type ReadFile = (path: string, missing: Diagnostic) => Promise<Uint8Array | null>;

/** Loads the connectors that the settings name: those that ship with rolecall by name, any other by its path. */
export async function loadConnectors(
  { file, yaml }: SettingsDocument,
  builtIn: readonly ProviderModule[],
  readFile: ReadFile,
): Promise<Connectors> {
  const modules: ProviderModule[] = [];
  const failed = new Set<string>();
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, connector] of connectorsNamed({ yaml })) {
    if (yaml === undefined) continue;
    const at = inFile(file, yaml.positionOf(['providers', name, 'connector']));
    const problem = nameProblem(name, connector, builtIn);
    const found =
      problem === null ? await textOf(String(connector), at, readFile) : errorAt('connector', at, problem);
    if (found === null || 'severity' in found) {
      failed.add(name);
      if (found !== null) diagnostics.push(found);
      continue;
    }
    if (found.isFile) files.push(found.path);
    const read = readConnector(found.path, found.bytes);
    diagnostics.push(...read.diagnostics);
    if (read.connector === null) failed.add(name);
    else modules.push(connectorModule(name, read.connector));
  }
  return { modules, failed, files, diagnostics };
}

function nameProblem(name: string, connector: unknown, builtIn: readonly ProviderModule[]): string | null {
  if (builtIn.some(({ traits }) => traits.name === name))
    return `${quote(name)} is built in: remove "connector", or give this provider another name.`;
  if (!/^[a-z][a-z0-9-]*$/u.test(name))
    return `The provider's name ${quote(name)} stands in addresses: use small letters, digits and hyphens.`;
  if (typeof connector === 'string' && connector !== '') return null;
  return '"connector" must be the name of a connector that ships with rolecall, or the path of a file.';
}

interface ConnectorText {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isFile: boolean;
}

async function textOf(
  connector: string,
  at: SourceLocation,
  readFile: ReadFile,
): Promise<ConnectorText | Diagnostic | null> {
  const own = Object.hasOwn(shipped, connector) ? shipped[connector] : undefined;
  if (own !== undefined)
    return { path: `connectors/${connector}.yaml`, bytes: new TextEncoder().encode(own), isFile: false };
  if (/^[\w-]+$/u.test(connector)) {
    const names = Object.keys(shipped);
    const hint = suggestion(nearestOf(names)(connector)) || ` There are ${names.join(' and ')}.`;
    const message = `No connector named ${quote(connector)} ships with rolecall.${hint} A file is named by its path, such as "connectors/${connector}.yaml".`;
    return errorAt('connector', at, message);
  }
  const problem = pathProblem(connector);
  if (problem !== null) return errorAt('glob-refused', at, `${quote(connector)} cannot be used: ${problem}.`);
  const path = withoutDot(connector);
  const missing = errorAt(
    'file-missing',
    at,
    `The file ${quote(connector)} does not exist: write it, or correct the path.`,
  );
  const bytes = await readFile(path, missing);
  return bytes === null ? null : { path, bytes, isFile: true };
}
