import { type ValidConfig, loadRevision, loadValidFiles, locateConfig } from '../commands/load-files.js';
import { openPlanningRun, type PlanningRun } from '../commands/planning-run.js';
import { RolecallError } from '../errors.js';
import type { LoadedConfig } from '../config/load.js';
import { matching } from '../planning/narrow.js';
import type { DesiredScope } from '../model/desired.js';
import type { Settings } from '../model/settings.js';
import type { ActionContext } from './port.js';
import { neededVariables } from './variables.js';

/** The files under review, those of the base, and the settings that say where credentials go. */
export interface Sides {
  readonly head: ValidConfig;
  /** Null without a base, or where it has no config yet. */
  readonly base: LoadedConfig | null;
  /** Those of the base where there is one, else of the files; null where the base has none that can be used. */
  readonly providers: Settings | null;
  readonly scopes: readonly DesiredScope[];
}

/**
 * Reads both sides' files; nothing is sent. The settings that say where credentials go are those of `trusted`, a
 * revision, where it is not the base itself. @throws InvalidFilesError, UsageError
 */
export async function readSides(
  context: ActionContext,
  base: string | null,
  from: 'base' | 'files',
  trusted: string | null = base,
): Promise<Sides> {
  const { inputs, cwd, modules, runtime } = context;
  const place = await locateConfig(inputs.config, cwd, context.checkout);
  const now = runtime.now();
  const head = await loadValidFiles(place, now, modules);
  const loaded = base === null ? null : await loadRevision(place, base, now, modules);
  const scopes = matching(head.desired.scopes, inputs.scope);
  const other =
    trusted === null || trusted === base ? loaded : await loadRevision(place, trusted, now, modules);
  const providers = from === 'files' ? head.settings : (other?.settings ?? null);
  return { head, base: loaded, providers, scopes };
}

/** The variables that planning needs and that are not set. */
export function missingVariables(
  { runtime }: ActionContext,
  { providers, scopes }: Sides,
): readonly string[] {
  if (providers === null) return [];
  return neededVariables(providers, scopes).filter((name) => (runtime.env(name) ?? '') === '');
}

/** Whether blocked entries fail the step: as the input says, else on pull requests. */
export function failsOnBlocked({ inputs, runner }: ActionContext): boolean {
  return inputs.failOnBlocked ?? runner.event.kind === 'pull-request';
}

/** Makes the plan of this step. @throws RolecallError for variables that are missing */
export async function openRun(
  context: ActionContext,
  sides: Sides,
  revisions: { readonly base: string | null; readonly providersFrom: string | null },
): Promise<PlanningRun> {
  const { inputs, runtime } = context;
  const missing = missingVariables(context, sides);
  if (missing.length > 0) {
    throw new RolecallError(
      `${missing.length === 1 ? 'a variable is' : 'variables are'} not set: ${missing.join(', ')}`,
      {
        hint: 'Pass the secrets to the step: env: { NAME: ${{ secrets.NAME }} }.',
      },
    );
  }
  const unknown = sides.scopes.find(({ scope }) => sides.providers?.providers.has(scope.provider) === false);
  if (revisions.providersFrom !== null && unknown !== undefined) {
    throw new RolecallError(
      `the base names no provider ${unknown.scope.provider}, which ${unknown.source.file} needs`,
      {
        hint: `Merge the settings of providers.${unknown.scope.provider} first: where credentials go is never taken from a pull request.`,
      },
    );
  }
  return openPlanningRun(
    {
      config: inputs.config,
      scope: inputs.scope,
      shard: inputs.shard,
      changedSince: null,
      onlyScopes: null,
      base: revisions.base,
      providersFrom: revisions.providersFrom,
      at: runtime.now(),
      concurrency: inputs.concurrency,
      allowRevokes: inputs.allowRevokes,
      everyone: false,
    },
    context,
  );
}
