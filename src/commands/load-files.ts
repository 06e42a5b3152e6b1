import { basename, dirname, resolve } from 'node:path';
import type { DiagnosticCode } from '../config/codes.js';
import { diskTree, statsOf } from '../config/disk-tree.js';
import { type LoadedConfig, loadConfig } from '../config/load.js';
import { InvalidFilesError, RolecallError, UsageError } from '../errors.js';
import { type Diagnostic, hasErrors } from '../model/diagnostic.js';
import { parseInstant } from '../model/instant.js';
import type { Settings } from '../model/settings.js';
import { isSubmodule } from '../git/locate.js';
import { openRepository } from '../git/repository.js';
import { revisionTree } from '../git/revision-tree.js';
import type { ProviderModule } from '../providers/provider.js';

const PROVIDER_MISSING = 'provider-missing' satisfies DiagnosticCode;

/** Where rolecall.yaml is. */
export interface ConfigLocation {
  /** Folder of rolecall.yaml; what the files name is relative to it. */
  readonly folder: string;
  readonly file: string;
  /** The top of the checkout it is in, where that is known from outside; else it is looked for from the folder upward. */
  readonly checkout?: string | null;
}

/** The files of a configuration, without errors. */
export interface ValidConfig extends LoadedConfig {
  readonly settings: Settings;
}

/** The files that a configuration was read from, relative to its folder. */
export function filesRead({
  location,
  config: { settings, desired },
}: {
  readonly location: ConfigLocation;
  readonly config: ValidConfig;
}): ReadonlySet<string> {
  const people = settings.people === null ? [] : [settings.people];
  return new Set([location.file, ...people, ...desired.scopes.map(({ source }) => source.file)]);
}

/** Finds rolecall.yaml; `checkout` as in `ConfigLocation`. @throws UsageError where there is none */
export async function locateConfig(
  config: string,
  cwd: string,
  checkout: string | null = null,
): Promise<ConfigLocation> {
  const path = resolve(cwd, config);
  const found = statsOf(path);
  if (found?.isDirectory() === true) {
    throw new UsageError(`${JSON.stringify(config)} is a folder`, { hint: 'Name the file in it with -c.' });
  }
  if (found?.isFile() !== true) {
    throw new UsageError(`there is no ${JSON.stringify(config)} here`, {
      hint: 'Run rolecall init to write a starter, or name the file with -c.',
    });
  }
  return { folder: dirname(path), file: basename(path), checkout };
}

/** Reads the files of the working tree, errors and all. */
export function loadFiles(
  location: ConfigLocation,
  now: number,
  modules: readonly ProviderModule[],
): Promise<LoadedConfig> {
  return loadConfig({ tree: diskTree(location.folder), configFile: location.file, modules, now });
}

/**
 * Reads the files of the working tree. A provider without settings is no error yet: perhaps the command need not reach it.
 * `tolerated` are codes of findings that do not stop it either.
 * @throws InvalidFilesError with every finding
 */
export async function loadValidFiles(
  location: ConfigLocation,
  now: number,
  modules: readonly ProviderModule[],
  tolerated: ReadonlySet<string> = new Set(),
): Promise<ValidConfig> {
  const loaded = await loadFiles(location, now, modules);
  const { settings } = loaded;
  const grave = offlineDiagnostics(loaded.diagnostics).filter(({ code }) => !tolerated.has(code));
  if (settings === null || hasErrors(grave)) {
    throw new InvalidFilesError(
      'the files have errors, so nothing was asked of any server',
      loaded.diagnostics,
    );
  }
  return { ...loaded, settings };
}

/** The findings that matter to what reaches no provider: one without settings is no matter there. */
export function offlineDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code }) => code !== PROVIDER_MISSING);
}

/**
 * The findings that remain once it is known which providers a run reaches.
 * @throws InvalidFilesError where one of these has no settings
 */
export function reachableDiagnostics(
  { diagnostics, settings }: ValidConfig,
  needed: ReadonlySet<string>,
): readonly Diagnostic[] {
  if ([...needed].every((name) => settings.providers.has(name))) {
    return offlineDiagnostics(diagnostics);
  }
  throw new InvalidFilesError('the files need a provider that the settings lack', diagnostics);
}

/** Reads the files of a git revision; null where it has no rolecall.yaml. @throws RolecallError without git */
export async function loadRevision(
  location: ConfigLocation,
  revision: string,
  now: number,
  modules: readonly ProviderModule[],
): Promise<LoadedConfig | null> {
  const tree = await revisionTree(await openRepository(location), revision);
  if ((await tree.read(location.file)) === null) return null;
  return loadConfig({ tree, configFile: location.file, modules, now });
}

/**
 * The settings of a git revision, which say where credentials go.
 * @throws RolecallError where it has none that can be used, UsageError in a submodule, whose revisions a change can bring along
 */
export async function loadRevisionSettings(
  location: ConfigLocation,
  revision: string,
  now: number,
  modules: readonly ProviderModule[],
): Promise<Settings> {
  const repository = await openRepository(location);
  if (isSubmodule(repository)) {
    throw new UsageError(
      `${JSON.stringify(repository.top)} is a submodule, so no revision of it says where credentials go`,
      {
        hint: 'Check the repository of the settings out by itself: a change under review can bring a submodule along.',
      },
    );
  }
  const loaded = await loadRevision(location, revision, now, modules);
  if (loaded?.settings != null) return loaded.settings;
  throw new RolecallError(`revision ${JSON.stringify(revision)} has no ${location.file} that can be used`, {
    hint: 'Who the credentials are sent to is read from that revision, never from the change under review.',
  });
}

/** The instant a run is as of: `--now`, else the clock. @throws UsageError */
export function instantOf(now: string | null, clock: () => number): number {
  if (now === null) return clock();
  const instant = parseInstant(now, 'start');
  if (instant !== null) return instant;
  throw new UsageError(`--now ${JSON.stringify(now)} is neither a date nor an RFC 3339 time`, {
    hint: 'Write --now 2027-01-31 or --now 2027-01-31T12:00:00Z.',
  });
}
