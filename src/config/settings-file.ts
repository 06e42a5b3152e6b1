import type { Settings as SettingsText } from '../generated/settings.js';
import { settingsSchema } from '../generated/schemas/settings.js';
import { type SchemaError, validateSettings } from '../generated/validators.js';
import { parseBaseUrl } from '../model/base-url.js';
import type { Diagnostic, Severity, SourceLocation } from '../model/diagnostic.js';
import { isRecord } from '../model/record.js';
import type { ProviderSettings, Settings } from '../model/settings.js';
import { catalogueOf, type ProviderModules } from '../providers/provider.js';
import { composedSchemas, separationAreas } from './composed-schemas.js';
import { errorAt, inFile } from './finding.js';
import { knownKeys } from './schema-lookup.js';
import { type SchemaFinding, schemaFindings, unknownKeyError } from './schema-findings.js';
import { readYaml } from './yaml-reader.js';
import type { Path, YamlDocument } from './yaml-document.js';

/** rolecall.yaml. What is wrong is left out of the settings, a whole key of the top level at a time. */
export interface SettingsFile {
  readonly settings: Settings;
  readonly sourceOf: (path: Path) => SourceLocation;
  /** Keys of the top level that were left out. */
  readonly left: ReadonlySet<string>;
  /** The providers about which there is no finding, whatever is wrong with others. */
  readonly usable: ReadonlyMap<string, ProviderSettings>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Settings of which nothing could be read, for a place to tell so. */
export function unreadSettings(at: SourceLocation, diagnostics: readonly Diagnostic[] = []): SettingsFile {
  const left = new Set(['access', 'people', 'providers']);
  return { settings: settingsOf({}, new Map()), sourceOf: () => at, left, usable: new Map(), diagnostics };
}

/** rolecall.yaml as a document. */
export interface SettingsDocument {
  readonly file: string;
  /** Undefined where there is none that can be used. */
  readonly yaml: YamlDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads rolecall.yaml as YAML. Pure. */
export function settingsDocument(file: string, bytes: Uint8Array): SettingsDocument {
  const { documents, diagnostics: found } = readYaml(file, bytes);
  const diagnostics = [...found];
  const [yaml, ...more] = documents;
  for (const document of more) {
    diagnostics.push(
      errorAt(
        'schema',
        inFile(file, document.positionOf([])),
        'The settings must be one document: join the documents.',
      ),
    );
  }
  if (yaml === undefined) {
    const top = inFile(file, { line: 1, column: 1 });
    if (diagnostics.length === 0) {
      const message =
        'The settings are empty: write "version: 1" and, under "providers", the systems to manage.';
      diagnostics.push(errorAt('settings-empty', top, message));
    }
  }
  return { file, yaml, diagnostics };
}

/** The connectors that the settings name, by the names of their providers. */
export function connectorsNamed({
  yaml,
}: Pick<SettingsDocument, 'yaml'>): readonly (readonly [name: string, connector: unknown])[] {
  const providers = isRecord(yaml?.value) ? yaml.value['providers'] : undefined;
  return Object.entries(isRecord(providers) ? providers : {}).flatMap(([name, settings]) =>
    isRecord(settings) && 'connector' in settings ? [[name, settings['connector']] as const] : [],
  );
}

/** Reads the settings; each module reads its own part of `providers`, and `failed` are providers without one. Pure. */
export function readSettingsFile(
  { file, yaml, diagnostics: found }: SettingsDocument,
  modules: ProviderModules,
  failed: ReadonlySet<string>,
): SettingsFile {
  const diagnostics = [...found];
  if (yaml === undefined) return unreadSettings(inFile(file, { line: 1, column: 1 }), diagnostics);
  const left = new Set<string>(isRecord(yaml.value) ? [] : ['access', 'people', 'providers']);
  const wrong: Path[] = found.length > 0 ? [[]] : [];
  const sourceOf = (path: Path): SourceLocation => inFile(file, yaml.positionOf(path));
  const parts = readProviders(yaml.value, modules, failed, sourceOf);
  const errors = validateSettings(yaml.value) ? [] : (validateSettings.errors ?? []);
  const all = [...errors, ...parts.errors, ...areaErrors(yaml.value, modules)];
  if (all.length > 0) {
    const { settings: schema } = composedSchemas([...modules.values()]);
    for (const { path, diagnostic } of schemaFindings(file, yaml, schema, all)) {
      diagnostics.push(diagnostic);
      left.add(String(path[0] ?? ''));
      wrong.push(path);
    }
  }
  for (const { path, diagnostic } of urlFindings(file, yaml, yaml.value, [])) {
    diagnostics.push(diagnostic);
    wrong.push(path);
  }
  const providers = left.has('providers') ? new Map<string, ProviderSettings>() : parts.settings;
  return {
    settings: settingsOf(remaining(yaml.value, left), providers),
    sourceOf,
    left,
    usable: new Map([...parts.settings].filter(([name]) => !wrong.some((path) => concerns(path, name)))),
    diagnostics,
  };
}

/** Whether a finding is about a provider: its own, or one of everything. */
function concerns([top, name]: Path, provider: string): boolean {
  return top === undefined || (top === 'providers' && (name === undefined || name === provider));
}

function readProviders(
  value: unknown,
  modules: ProviderModules,
  failed: ReadonlySet<string>,
  sourceOf: (path: Path) => SourceLocation,
): { readonly settings: ReadonlyMap<string, ProviderSettings>; readonly errors: readonly SchemaError[] } {
  const written = isRecord(value) && isRecord(value['providers']) ? value['providers'] : {};
  const settings = new Map<string, ProviderSettings>();
  const errors: SchemaError[] = [];
  for (const [name, module] of modules) {
    if (!Object.hasOwn(written, name)) continue;
    const own = written[name];
    const read = module.settings.read(own, sourceOf(['providers', name]));
    if (read.settings !== undefined)
      settings.set(name, { ...read.settings, written: isRecord(own) ? own : {} });
    for (const error of read.errors ?? [])
      errors.push({ ...error, instancePath: `/providers/${name}${error.instancePath}` });
  }
  const unknown = Object.keys(written).filter((name) => !modules.has(name) && !failed.has(name));
  return { settings, errors: [...errors, ...unknown.map((name) => unknownKeyError('/providers', name))] };
}

/** Policies of separation within what is neither a root kind of a module nor `scope` or `everywhere`. */
function areaErrors(value: unknown, modules: ProviderModules): readonly SchemaError[] {
  const policies = isRecord(value) && isRecord(value['policies']) ? value['policies']['separation'] : [];
  const areas = separationAreas(catalogueOf(modules).values());
  return (Array.isArray(policies) ? policies : []).flatMap(
    (policy: unknown, index): readonly SchemaError[] => {
      if (!isRecord(policy) || !('within' in policy) || areas.some((area) => area === policy['within']))
        return [];
      const instancePath = `/policies/separation/${index}/within`;
      return [{ keyword: 'enum', instancePath, schemaPath: '', params: { allowedValues: areas } }];
    },
  );
}

/** Every key of the top level may be left out, so that the others can be used where one is wrong. */
function remaining(value: unknown, left: ReadonlySet<string>): SettingsText {
  if (!isRecord(value)) return {};
  const known = new Set(knownKeys(settingsSchema));
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => known.has(key) && !left.has(key)));
  return validateSettings(rest) ? rest : {};
}

/** What is wrong with the URLs below `providers`: the settings named `url` or `…Url`, wherever they stand. */
function* urlFindings(file: string, yaml: YamlDocument, value: unknown, path: Path): Iterable<SchemaFinding> {
  if (path.length === 1 && path[0] !== 'providers') return;
  if (typeof value === 'string' && /^(?:url|\w+Url)$/u.test(String(path.at(-1)))) {
    const url = parseBaseUrl(value);
    if (!url.ok)
      yield {
        path,
        diagnostic: errorAt(
          `url-${url.problem}`,
          inFile(file, yaml.positionOf(path)),
          `This URL ${url.reason}.`,
        ),
      };
  }
  if (!isRecord(value)) return;
  for (const [key, child] of Object.entries(value)) yield* urlFindings(file, yaml, child, [...path, key]);
}

/** The settings as the program uses them: every default filled in, every form one form. */
function settingsOf(text: SettingsText, providers: ReadonlyMap<string, ProviderSettings>): Settings {
  const { guards = {}, policies = {} } = text;
  return {
    access: text.access ?? ['access/**/*.yaml'],
    people: text.people ?? null,
    prune: text.prune ?? false,
    providers,
    guards: {
      maxRevokes: { count: guards.maxRevokes?.count ?? 5, percent: guards.maxRevokes?.percent ?? 10 },
      minHolders: guards.minHolders ?? [],
      protect: guards.protect ?? [],
    },
    policies: {
      separation: (policies.separation ?? []).map((policy) => ({
        ...withLevel(policy),
        within: typeof policy.within === 'string' ? policy.within : 'scope',
      })),
      maxTerm: (policies.maxTerm ?? []).map(withLevel),
      require2fa: (policies.require2fa ?? []).map(withLevel),
    },
    highRisk: text.risk?.high ?? ['*admin*', '*owner*'],
  };
}

function withLevel<Policy extends { readonly level?: Severity }>(
  policy: Policy,
): Policy & { level: Severity } {
  return { ...policy, level: policy.level ?? 'error' };
}
