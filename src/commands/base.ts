import type { DesiredScope, DesiredState } from '../model/desired.js';
import { hasErrors } from '../model/diagnostic.js';
import { DOCUMENT_REMOVED, type PlanWarning } from '../model/plan.js';
import type { ProviderCatalogue } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import { againstBase } from '../planning/against-base.js';
import type { PlannedRun } from '../planning/make-plan.js';
import type { Workspace } from '../workspace/workspace.js';

/** The files of a plan: those under review, or the base's. */
export interface PlannedFiles {
  readonly desired: DesiredState;
  readonly catalogue: ProviderCatalogue;
  readonly settings: Settings;
  /** Those to plan. */
  readonly scopes: readonly DesiredScope[];
}

/** The base's files, limited to the scopes of a run, and warnings about documents that are gone since. */
interface BaseFiles extends PlannedFiles {
  readonly warnings: readonly PlanWarning[];
}

/** Reads the base of a run. A base without files, or with invalid ones, asks for nothing. @throws as Workspace.revision */
export async function loadBase(
  revision: string,
  head: PlannedFiles,
  workspace: Workspace,
): Promise<BaseFiles> {
  const loaded = await workspace.revision(revision);
  const { catalogue } = loaded ?? head;
  const settings = loaded?.settings ?? head.settings;
  const nothing = { desired: { scopes: [], people: [] }, catalogue, settings, scopes: [] };
  if (loaded === null) return { ...nothing, warnings: [] };
  if (hasErrors(loaded.diagnostics)) {
    const message = `the files of ${revision} have errors, so the plan does not tell drift apart`;
    return { ...nothing, warnings: [{ code: 'base-invalid', message, source: null }] };
  }
  const { desired } = loaded;
  const planned = addressesOf(head.scopes);
  const kept = addressesOf(head.desired.scopes);
  return {
    desired,
    catalogue,
    settings,
    scopes: desired.scopes.filter(({ scope }) => planned.has(scope.address)),
    warnings: desired.scopes
      .filter(({ scope }) => !kept.has(scope.address))
      .map(({ scope, source }) => ({
        code: DOCUMENT_REMOVED,
        message: `${scope.address} had a document in ${source.file} at ${revision} and no longer has one: nothing is pruned there, and the live roles stay`,
        source: null,
      })),
  };
}

/** Marks each change with its cause: drift if the base's plan holds it too, else the files. */
export function withBase(
  planned: PlannedRun,
  base: PlannedRun,
  warnings: readonly PlanWarning[],
): PlannedRun {
  const compared = againstBase(planned, base);
  return { ...compared, plan: { ...compared.plan, warnings: [...compared.plan.warnings, ...warnings] } };
}

function addressesOf(scopes: readonly DesiredScope[]): ReadonlySet<string> {
  return new Set(scopes.map(({ scope }) => scope.address));
}
