import type { Settings as SettingsText } from '../generated/settings.js';
import { settingsSchema } from '../generated/schemas/settings.js';
import { validateSettings } from '../generated/validators.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { SourceLocation } from '../model/source.js';
import { urlProblem } from './base-url.js';
import { addAll, errorAt, inFile } from './finding.js';
import { isRecord } from '../model/record.js';
import { knownKeys } from './schema-at.js';
import { schemaFindings } from './schema-findings.js';
import { readYaml } from './yaml-reader.js';
import type { Path, YamlDocument } from './yaml-document.js';

/** rolecall.yaml as written. What is wrong is left out of `text`, a whole key of the top level at a time. */
export interface SettingsFile {
  readonly text: SettingsText;
  readonly sourceOf: (path: Path) => SourceLocation;
  /** Keys of the top level that were left out. */
  readonly left: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads rolecall.yaml by itself. Pure. */
export function readSettingsFile(file: string, bytes: Uint8Array): SettingsFile {
  const { documents, diagnostics: found } = readYaml(file, bytes);
  const diagnostics = [...found];
  const top = inFile(file, { line: 1, column: 1 });
  const [yaml, ...more] = documents;
  for (const document of more) {
    diagnostics.push(
      errorAt('schema', inFile(file, document.positionOf([])), 'The settings are one document: join them.'),
    );
  }
  if (yaml === undefined) {
    if (diagnostics.length === 0) {
      const message =
        'The settings are empty: write "version: 1" and, under "providers", the systems to manage.';
      diagnostics.push(errorAt('settings-empty', top, message));
    }
    return { text: {}, sourceOf: () => top, left: new Set(['access', 'people', 'providers']), diagnostics };
  }
  const left = new Set<string>(isRecord(yaml.value) ? [] : ['access', 'people', 'providers']);
  if (!validateSettings(yaml.value)) {
    for (const { path, diagnostic } of schemaFindings(
      file,
      yaml,
      settingsSchema,
      validateSettings.errors ?? [],
    )) {
      diagnostics.push(diagnostic);
      left.add(String(path[0] ?? ''));
    }
  }
  addAll(diagnostics, urlFindings(file, yaml, yaml.value, []));
  return {
    text: remaining(yaml.value, left),
    sourceOf: (path) => inFile(file, yaml.positionOf(path)),
    left,
    diagnostics,
  };
}

/** Every key of the top level may be left out, so that the others can be used where one is wrong. */
function remaining(value: unknown, left: ReadonlySet<string>): SettingsText {
  if (!isRecord(value)) return {};
  const known = new Set(knownKeys(settingsSchema));
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => known.has(key) && !left.has(key)));
  return validateSettings(rest) ? rest : {};
}

const urlKeys: ReadonlySet<unknown> = new Set(['url', 'usersUrl', 'tokenUrl']);

/** What is wrong with the URLs below `providers`, wherever they stand. */
function* urlFindings(file: string, yaml: YamlDocument, value: unknown, path: Path): Iterable<Diagnostic> {
  if (path.length === 1 && path[0] !== 'providers') return;
  if (typeof value === 'string' && urlKeys.has(path.at(-1))) {
    const problem = urlProblem(value);
    if (problem !== null) yield errorAt(problem.code, inFile(file, yaml.positionOf(path)), problem.message);
  }
  if (!isRecord(value)) return;
  for (const [key, child] of Object.entries(value)) yield* urlFindings(file, yaml, child, [...path, key]);
}
