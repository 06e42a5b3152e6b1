import type { DesiredState } from '../model/desired.js';
import { type Diagnostic, sortDiagnostics } from '../model/diagnostic.js';
import { byCodeUnit } from '../model/ordering.js';
import type { ProviderCatalogue } from '../model/scope.js';
import type { ProviderSettings, Settings } from '../model/settings.js';
import type { ProviderModule, ProviderModules } from '../providers/provider.js';
import { catalogueOf, modulesByName } from '../providers/provider.js';
import { nextTurn } from '../runtime.js';
import { type AccessFile, type AccessForm, readAccessFile } from './access-file.js';
import type { DiagnosticCode } from './codes.js';
import { composedSchemas, type FileSchemas } from './composed-schemas.js';
import { validatedScopes } from './desired.js';
import { directoryFindings, directoryOf } from './directory.js';
import { documentKinds } from './document-head.js';
import { FileRefused, type FileTree, globProblem, pathProblem, withoutDot } from './file-tree.js';
import { addAll, errorAt, inFile, warningAt } from './finding.js';
import { quote } from '../model/label.js';
import { type PeopleFile, type PeopleForm, peopleForm, readPeopleFile, type Team } from './people-file.js';
import { rules } from './rules/rules.js';
import {
  connectorsNamed,
  readSettingsFile,
  settingsDocument,
  type SettingsFile,
  unreadSettings,
} from './settings-file.js';

/** Files that are read before signals and timers have their turn. */
const READ_IN_A_TURN = 64;

export interface LoadOptions {
  readonly tree: FileTree;
  /** Path of rolecall.yaml in the tree: its name, since the tree is its folder. */
  readonly configFile: string;
  /** The providers that the files may name. */
  readonly modules: readonly ProviderModule[];
  /** Epoch milliseconds: terms and policies are judged from then on. */
  readonly now: number;
}

export interface LoadedConfig {
  /** Null where rolecall.yaml has an error. */
  readonly settings: Settings | null;
  /** The settings of the providers about which there is no finding, whatever else is wrong. */
  readonly usableProviders: ReadonlyMap<string, ProviderSettings>;
  readonly desired: DesiredState;
  /** The teams of people.yaml, which the desired state has resolved into people. */
  readonly teams: readonly Team[];
  /** The providers that these files may name. */
  readonly modules: ProviderModules;
  /** What planning must know of them. */
  readonly catalogue: ProviderCatalogue;
  /** The files of connectors that the settings name, relative to their folder. */
  readonly connectorFiles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks all the files. Nothing is thrown for what is wrong with them: every finding is in the result. */
export async function loadConfig(options: LoadOptions): Promise<LoadedConfig> {
  const { tree, configFile, now } = options;
  const diagnostics: Diagnostic[] = [];
  let composed: FileSchemas | null = null;
  const { written, modules, connectorFiles, isWhole } = await readSettings(options, diagnostics);
  const schemas = (): FileSchemas => (composed ??= composedSchemas([...modules.values()]));
  const catalogue = catalogueOf(modules);
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  const { settings } = written;
  const peopleFile = await readPeople(
    tree,
    written,
    peopleForm(catalogue, () => schemas().people),
    diagnostics,
  );
  const directory = directoryOf(peopleFile, catalogue);
  if (peopleFile !== null) {
    addAll(diagnostics, peopleFile.diagnostics);
    addAll(diagnostics, directoryFindings(peopleFile, directory));
  }
  const providers = written.left.has('providers') ? null : new Set(settings.providers.keys());
  const form = { kinds: documentKinds(catalogue, providers), schema: () => schemas().access };
  const files = await readAccess(tree, configFile, written, form, diagnostics);
  const input = {
    catalogue,
    directory,
    prune: settings.prune,
    providers: providers === null ? null : settings.providers,
  };
  const scopes = validatedScopes(files, input, diagnostics);
  const { guards, policies } = settings;
  const checked = { scopes, guards, policies, directory, sourceOf: written.sourceOf, now };
  for (const rule of rules) addAll(diagnostics, rule(checked));
  return {
    settings: hasErrors ? null : settings,
    usableProviders: written.usable,
    desired: {
      scopes: scopes
        .map(({ desired }) => desired)
        .sort((a, b) => byCodeUnit(a.scope.address, b.scope.address)),
      people: peopleFile?.people ?? [],
    },
    teams: peopleFile?.teams ?? [],
    modules,
    catalogue,
    connectorFiles,
    diagnostics: sortDiagnostics(
      causesOnly(isWhole ? diagnostics : diagnostics.filter(isCertain([configFile, ...connectorFiles]))),
    ),
  };
}

/** Codes of findings that may follow from kinds and providers that are not known. */
const OF_UNKNOWN_KINDS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'missing-key',
  'person-without-id',
  'provider-ambiguous',
  'provider-missing',
  'provider-unknown',
  'schema',
  'unknown-key',
]);

/** Whether a finding stands where a connector cannot be used, so that its kinds are not known; `files` say so themselves. */
function isCertain(files: readonly string[]): (finding: Diagnostic) => boolean {
  return ({ file, code }) => files.includes(file) || !OF_UNKNOWN_KINDS.has(code as DiagnosticCode);
}

/** What an alias without an anchor stands for is not known: the schema's word on it would only follow from that. */
function causesOnly(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const aliases = new Set(diagnostics.filter(({ code }) => code === 'yaml-alias').map(positionKey));
  if (aliases.size === 0) return diagnostics;
  return diagnostics.filter((each) => each.code !== 'schema' || !aliases.has(positionKey(each)));
}

function positionKey({ file, line, column }: Diagnostic): string {
  return JSON.stringify([file, line, column]);
}

interface SettingsRead {
  readonly written: SettingsFile;
  readonly modules: ProviderModules;
  readonly connectorFiles: readonly string[];
  /** Whether every connector can be used. */
  readonly isWhole: boolean;
}

/** The settings, and the providers that they may name: those of the program, and the connectors that they name themselves. */
async function readSettings(
  { tree, configFile: file, modules }: LoadOptions,
  diagnostics: Diagnostic[],
): Promise<SettingsRead> {
  const at = inFile(file, { line: 1, column: 1 });
  const message = `There is no ${quote(file)}: run "rolecall init", or name another with -c.`;
  const bytes = await readOrReport(tree, file, errorAt('file-missing', at, message), diagnostics);
  if (bytes === null)
    return {
      written: unreadSettings(at),
      modules: modulesByName(modules),
      connectorFiles: [],
      isWhole: true,
    };
  const document = settingsDocument(file, bytes);
  if (connectorsNamed(document).length === 0) {
    const known = modulesByName(modules);
    const written = readSettingsFile(document, known, new Set());
    addAll(diagnostics, written.diagnostics);
    return { written, modules: known, connectorFiles: [], isWhole: true };
  }
  const { loadConnectors } = await import('./connectors.js');
  const connectors = await loadConnectors(document, modules, (path, missing) =>
    readOrReport(tree, path, missing, diagnostics),
  );
  addAll(diagnostics, connectors.diagnostics);
  const all = modulesByName([...modules, ...connectors.modules]);
  const written = readSettingsFile(document, all, connectors.failed);
  addAll(diagnostics, written.diagnostics);
  return { written, modules: all, connectorFiles: connectors.files, isWhole: connectors.failed.size === 0 };
}

/** Null where no directory is named. One that is named and cannot be read is one in which nobody can be looked up. */
async function readPeople(
  tree: FileTree,
  { settings: { people }, left, sourceOf }: SettingsFile,
  form: PeopleForm,
  diagnostics: Diagnostic[],
): Promise<PeopleFile | null> {
  const unreadable: PeopleFile = { people: [], teams: [], keys: new Set(), readable: false, diagnostics: [] };
  if (people === null) return left.has('people') ? unreadable : null;
  const problem = pathProblem(people);
  const at = sourceOf(['people']);
  if (problem !== null) {
    diagnostics.push(errorAt('glob-refused', at, `${quote(people)} cannot be used: ${problem}.`));
    return unreadable;
  }
  const path = withoutDot(people);
  const message = `There is no ${quote(people)}: write it, or remove "people".`;
  const bytes = await readOrReport(tree, path, errorAt('file-missing', at, message), diagnostics);
  return bytes === null ? unreadable : readPeopleFile(path, bytes, form);
}

async function readAccess(
  tree: FileTree,
  configFile: string,
  { settings, left, sourceOf }: SettingsFile,
  form: AccessForm,
  diagnostics: Diagnostic[],
): Promise<readonly AccessFile[]> {
  if (left.has('access')) return [];
  const globs = settings.access.filter((glob, index) => {
    const problem = globProblem(glob);
    if (problem !== null) {
      diagnostics.push(
        errorAt('glob-refused', sourceOf(['access', index]), `${quote(glob)} cannot be used: ${problem}.`),
      );
    }
    return problem === null;
  });
  const others = new Set([configFile, settings.people === null ? null : withoutDot(settings.people)]);
  const paths = (await tree.glob(globs)).filter((path) => !others.has(path)).sort(byCodeUnit);
  if (paths.length === 0 && globs.length === settings.access.length) {
    const message = `No file matches ${settings.access.map(quote).join(', ')}: run "rolecall import", write a file, or change "access".`;
    diagnostics.push(warningAt('access-none', sourceOf(['access']), message));
  }
  const files: AccessFile[] = [];
  for (const [index, path] of paths.entries()) {
    if (index > 0 && index % READ_IN_A_TURN === 0) await nextTurn();
    const bytes = await readOrReport(tree, path, null, diagnostics);
    if (bytes !== null) files.push(readAccessFile(path, bytes, form));
  }
  for (const file of files) addAll(diagnostics, file.diagnostics);
  return files;
}

/** The bytes of a file; null where it is not there, which `missing` tells, or is refused. */
async function readOrReport(
  tree: FileTree,
  path: string,
  missing: Diagnostic | null,
  diagnostics: Diagnostic[],
): Promise<Uint8Array | null> {
  try {
    const bytes = await tree.read(path);
    if (bytes === null && missing !== null) diagnostics.push(missing);
    return bytes;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const at = inFile(path, { line: 1, column: 1 });
    diagnostics.push(errorAt(error.code, at, `${quote(path)} cannot be used: ${error.message}.`));
    return null;
  }
}
