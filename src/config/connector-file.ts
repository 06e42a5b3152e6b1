import { connectorSchema } from '../generated/schemas/connector.js';
import { validateConnector } from '../generated/validators.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Connector } from '../providers/connector/connector.js';
import { connectorProblems } from '../providers/connector/problems.js';
import { errorAt, inFile } from './finding.js';
import { likelyProblems } from './likely-connector.js';
import { schemaFindings } from './schema-findings.js';
import { readYaml } from './yaml-reader.js';

/** A connector file; null where it cannot be used. */
export interface ConnectorFile {
  readonly connector: Connector | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks a connector file: first by its schema, then what a schema cannot say. Pure. */
export function readConnector(file: string, bytes: Uint8Array): ConnectorFile {
  const { documents, diagnostics: found } = readYaml(file, bytes);
  const diagnostics = [...found];
  const [yaml, more] = documents;
  if (yaml === undefined || more !== undefined) {
    const position = more === undefined ? { line: 1, column: 1 } : more.positionOf([]);
    const message = 'A connector file must be one YAML document.';
    if (diagnostics.length === 0) diagnostics.push(errorAt('connector', inFile(file, position), message));
    return { connector: null, diagnostics };
  }
  const { value } = yaml;
  if (!validateConnector(value)) {
    const findings = schemaFindings(file, yaml, connectorSchema, validateConnector.errors ?? []);
    diagnostics.push(...findings.map(({ diagnostic }) => diagnostic));
    for (const { path, message } of likelyProblems(value))
      diagnostics.push(errorAt('connector', inFile(file, yaml.positionOf(path)), message));
    return { connector: null, diagnostics };
  }
  const connector = value as Connector;
  for (const { path, message } of connectorProblems(connector))
    diagnostics.push(errorAt('connector', inFile(file, yaml.positionOf(path)), message));
  return { connector: diagnostics.length === 0 ? connector : null, diagnostics };
}
