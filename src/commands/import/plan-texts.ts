import type { LoadedConfig } from '../../config/load.js';
import { hasErrors } from '../../model/diagnostic.js';
import type { ProviderCatalogue } from '../../model/scope.js';
import type { LiveState } from '../../model/live.js';
import { makePlan, type PlannedRun } from '../../planning/make-plan.js';
import { offlineDiagnostics } from '../../workspace/valid-config.js';
import { textOf as textIn } from '../text-of.js';
import type { Workspace } from '../../workspace/workspace.js';

/** The files and the live state that they are to ask for. */
export interface ImportState {
  readonly workspace: Pick<Workspace, 'at' | 'tree' | 'withTexts' | 'location'>;
  readonly live: LiveState;
  readonly catalogue: ProviderCatalogue;
}

/** The files with edited texts, and their plan; null if they have errors. */
export interface PlannedTexts {
  readonly loaded: LoadedConfig;
  readonly planned: PlannedRun | null;
}

/** Plans from edited texts, as the next `plan` will once they are written. */
export async function planFromTexts(
  texts: ReadonlyMap<string, string>,
  { workspace, live }: ImportState,
): Promise<PlannedTexts> {
  const read = await workspace.withTexts(texts);
  const diagnostics = offlineDiagnostics(read.diagnostics);
  const loaded = { ...read, diagnostics };
  const imported = new Set(
    [...live.values()].flatMap(({ scopes }) => scopes.map(({ scope }) => scope.address)),
  );
  const { settings, desired } = loaded;
  if (settings === null || hasErrors(diagnostics)) return { loaded, planned: null };
  const planned = makePlan({
    desired,
    scopes: desired.scopes.filter(({ scope }) => imported.has(scope.address)),
    live,
    settings,
    catalogue: loaded.catalogue,
    at: workspace.at,
    base: null,
    narrowing: {},
    allowRevokes: null,
  });
  return { loaded, planned };
}

/** The text of a file with its byte order mark; empty if there is no file. */
export async function textOf(path: string, { workspace }: ImportState): Promise<string> {
  return (await textIn(path, workspace.tree)) ?? '';
}
