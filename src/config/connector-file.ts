import { connectorSchema } from '../generated/schemas/connector.js';
import { validateConnector } from '../generated/validators.js';
import type { Diagnostic, SourceLocation } from '../model/diagnostic.js';
import type { Connector } from '../providers/connector/connector.js';
import { connectorProblems } from '../providers/connector/problems.js';
import { errorAt, inFile } from './finding.js';
import { likelyProblems } from './likely-connector.js';
import { schemaFindings } from './schema-findings.js';
import { readYaml } from './yaml-reader.js';

/** As the file has it. */
type WrittenConnector = Omit<Connector, 'examples'> & {
  readonly examples?: Connector['examples'] | { readonly recording: string };
};

/** A connector file; null where it cannot be used. */
export interface ConnectorFile {
  readonly connector: Connector | null;
  /** The recording that holds its examples; null where they stand in the file itself, or nowhere. */
  readonly recording: RecordingNamed | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface RecordingNamed {
  /** Relative to the folder of the connector file. */
  readonly file: string;
  readonly source: SourceLocation;
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
    return { connector: null, recording: null, diagnostics };
  }
  const { value } = yaml;
  if (!validateConnector(value)) {
    const findings = schemaFindings(file, yaml, connectorSchema, validateConnector.errors ?? []);
    diagnostics.push(...findings.map(({ diagnostic }) => diagnostic));
    for (const { path, message } of likelyProblems(value))
      diagnostics.push(errorAt('connector', inFile(file, yaml.positionOf(path)), message));
    return { connector: null, recording: null, diagnostics };
  }
  const { examples, ...written } = value as WrittenConnector;
  const recorded = examples !== undefined && 'recording' in examples ? examples.recording : null;
  const connector: Connector = recorded === null ? (value as Connector) : written;
  for (const { path, message } of connectorProblems(connector))
    diagnostics.push(errorAt('connector', inFile(file, yaml.positionOf(path)), message));
  const recording =
    recorded === null
      ? null
      : { file: recorded, source: inFile(file, yaml.positionOf(['examples', 'recording'])) };
  return { connector: diagnostics.length === 0 ? connector : null, recording, diagnostics };
}
