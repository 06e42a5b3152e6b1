import { openPlanningRun, planningDefaults, type PlanningRun } from '../commands/planning-run.js';
import type { LoadedConfig } from '../config/load.js';
import { RolecallError } from '../errors.js';
import type { DesiredScope } from '../model/desired.js';
import { byCodeUnit } from '../model/ordering.js';
import { credentialFor, type Settings, variablesOf } from '../model/settings.js';
import { matching } from '../planning/narrow.js';
import { requireValid, type ValidConfig } from '../workspace/valid-config.js';
import type { ActionContext } from './context.js';
import type { ComparedCommits } from './revisions.js';

/** The files under review, those of the base, and the settings that say where credentials go. */
export interface Revisions {
  readonly commits: ComparedCommits;
  readonly head: ValidConfig;
  /** Null without a base, or where it has no config yet. */
  readonly base: LoadedConfig | null;
  /** The settings that say where credentials go; null where the trusted commit has none that can be used. */
  readonly providers: Settings | null;
  readonly scopes: readonly DesiredScope[];
}

/** Reads the files of every revision that the run is about; nothing is sent. @throws InvalidFilesError, UsageError */
export async function loadRevisions(context: ActionContext, commits: ComparedCommits): Promise<Revisions> {
  const { inputs, workspace } = context;
  const { base, trusted } = commits;
  const head = requireValid(await workspace.head());
  const loaded = base === null ? null : await workspace.revision(base);
  const providers =
    trusted === null ? head.settings : ((await workspace.revision(trusted))?.settings ?? null);
  return { commits, head, base: loaded, providers, scopes: matching(head.desired.scopes, inputs.scope) };
}

/** The environment variables that planning reads and that are not set, sorted. */
export function missingVariables(
  { runtime }: ActionContext,
  { providers, scopes }: Revisions,
): readonly string[] {
  const credentials = scopes.flatMap(({ scope }) => {
    const provider = providers?.providers.get(scope.provider);
    return (provider === undefined ? null : credentialFor(provider, scope)) ?? [];
  });
  const names = new Set(credentials.flatMap(variablesOf));
  return [...names].filter((name) => (runtime.env(name) ?? '') === '').sort(byCodeUnit);
}

/** Whether blocked entries fail the step: as the input says, else on pull requests. */
export function failsOnBlocked({ inputs, runner }: ActionContext): boolean {
  return inputs.failOnBlocked ?? runner.event.kind === 'pull-request';
}

/** Makes the plan of this step. @throws RolecallError for variables that are missing */
export async function openRun(context: ActionContext, revisions: Revisions): Promise<PlanningRun> {
  const { commits, providers, scopes } = revisions;
  const missing = missingVariables(context, revisions);
  if (missing.length > 0) {
    const words = missing.length === 1 ? 'a variable is' : 'variables are';
    throw new RolecallError(`${words} not set: ${missing.join(', ')}`, {
      hint: 'Pass the secrets to the step: env: { NAME: ${{ secrets.NAME }} }.',
    });
  }
  const unknown = scopes.find(({ scope }) => providers?.providers.has(scope.provider) === false);
  if (commits.trusted !== null && unknown !== undefined) {
    const { provider } = unknown.scope;
    throw new RolecallError(
      `the base does not name the provider ${provider}, which ${unknown.source.file} needs`,
      {
        hint: `Merge the settings of providers.${provider} first: where credentials go is never taken from a pull request.`,
      },
    );
  }
  const { scope, shard, concurrency, allowRevokes } = context.inputs;
  return openPlanningRun(
    {
      ...planningDefaults,
      scope,
      shard,
      concurrency,
      allowRevokes,
      base: commits.base,
      providersFrom: commits.trusted,
    },
    context,
  );
}
