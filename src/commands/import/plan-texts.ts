import type { FileTree } from '../../config/file-tree.js';
import { type LoadedConfig, loadConfig } from '../../config/load.js';
import { hasErrors } from '../../model/diagnostic.js';
import type { ProviderCatalogue } from '../../model/scope.js';
import type { LiveState } from '../../model/live.js';
import { makePlan, type PlannedRun } from '../../planning/make-plan.js';
import type { ProviderModule } from '../../providers/provider.js';
import { overlayTree } from './overlay-tree.js';

/** Where the files are and what they are held against. */
export interface ImportState {
  readonly tree: FileTree;
  readonly configFile: string;
  readonly live: LiveState;
  /** Addresses of the scopes that are imported. */
  readonly scopes: ReadonlySet<string>;
  readonly at: number;
  readonly modules: readonly ProviderModule[];
  readonly catalogue: ProviderCatalogue;
}

/** The files, with some texts in place of those on disk, and their plan; null where they have errors. */
export interface PlannedTexts {
  readonly loaded: LoadedConfig;
  readonly planned: PlannedRun | null;
}

/** Plans as the next `plan` will, from what would then be written. */
export async function planFromTexts(
  texts: ReadonlyMap<string, string>,
  against: ImportState,
): Promise<PlannedTexts> {
  const { tree, configFile, live, scopes, at, modules } = against;
  const read = await loadConfig({ tree: overlayTree(tree, texts), configFile, modules, now: at });
  const diagnostics = read.diagnostics.filter(({ code }) => code !== 'provider-missing');
  const loaded = { ...read, diagnostics };
  const { settings, desired } = loaded;
  if (settings === null || hasErrors(diagnostics)) return { loaded, planned: null };
  const planned = makePlan({
    desired,
    scopes: desired.scopes.filter(({ scope }) => scopes.has(scope.address)),
    live,
    settings,
    catalogue: loaded.catalogue,
    at,
    base: null,
    narrowing: {},
    allowRevokes: null,
  });
  return { loaded, planned };
}

/** The text of a file as it stands, byte order mark included; empty where there is none. */
export async function textOf(path: string, { tree }: Pick<ImportState, 'tree'>): Promise<string> {
  const bytes = await tree.read(path);
  return bytes === null ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
