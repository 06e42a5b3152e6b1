import { openPlanningRun, planningDefaults, type PlanningRun } from '../commands/planning-run.js';
import { RolecallError } from '../errors.js';
import type { LoadedConfig } from '../config/load.js';
import { matching } from '../planning/narrow.js';
import type { DesiredScope } from '../model/desired.js';
import { credentialFor, type Settings, variablesOf } from '../model/settings.js';
import { byCodeUnit } from '../model/ordering.js';
import { changeKey } from '../model/change.js';
import { formatInstant } from '../model/instant.js';
import type { LaterChange } from '../model/plan.js';
import { requireValid, type ValidConfig } from '../workspace/valid-config.js';
import type { ActionContext } from './context.js';

/** The files under review, those of the base, and the settings that say where credentials go. */
export interface Revisions {
  readonly head: ValidConfig;
  /** Null without a base, or where it has no config yet. */
  readonly base: LoadedConfig | null;
  /** Those of the base where there is one, else of the files; null where the base has none that can be used. */
  readonly providers: Settings | null;
  readonly scopes: readonly DesiredScope[];
}

/**
 * Reads both revisions' files; nothing is sent. The settings that say where credentials go are those of `trusted`, a
 * revision, where it is not the base itself. @throws InvalidFilesError, UsageError
 */
export async function loadRevisions(
  context: ActionContext,
  base: string | null,
  from: 'base' | 'files',
  trusted: string | null = base,
): Promise<Revisions> {
  const { inputs, workspace } = context;
  const head = requireValid(await workspace.head());
  const loaded = base === null ? null : await workspace.revision(base);
  const scopes = matching(head.desired.scopes, inputs.scope);
  const other = trusted === null ? null : await workspace.revision(trusted);
  const providers = from === 'files' ? head.settings : (other?.settings ?? null);
  return { head, base: loaded, providers, scopes };
}

/** The variables that planning needs and that are not set. */
export function missingVariables(
  { runtime }: ActionContext,
  { providers, scopes }: Revisions,
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
  revisions: Revisions,
  commits: { readonly base: string | null; readonly providersFrom: string | null },
): Promise<PlanningRun> {
  const { inputs } = context;
  const missing = missingVariables(context, revisions);
  if (missing.length > 0) {
    throw new RolecallError(
      `${missing.length === 1 ? 'a variable is' : 'variables are'} not set: ${missing.join(', ')}`,
      {
        hint: 'Pass the secrets to the step: env: { NAME: ${{ secrets.NAME }} }.',
      },
    );
  }
  const unknown = revisions.scopes.find(
    ({ scope }) => revisions.providers?.providers.has(scope.provider) === false,
  );
  if (commits.providersFrom !== null && unknown !== undefined) {
    throw new RolecallError(
      `the base names no provider ${unknown.scope.provider}, which ${unknown.source.file} needs`,
      {
        hint: `Merge the settings of providers.${unknown.scope.provider} first: where credentials go is never taken from a pull request.`,
      },
    );
  }
  const { scope, shard, concurrency, allowRevokes } = inputs;
  return openPlanningRun(
    { ...planningDefaults, ...commits, scope, shard, concurrency, allowRevokes },
    context,
  );
}

/** The environment variables that planning these scopes reads, sorted. */
function neededVariables(settings: Settings, scopes: readonly DesiredScope[]): readonly string[] {
  const names = new Set<string>();
  for (const { scope } of scopes) {
    const provider = settings.providers.get(scope.provider);
    const credential = provider === undefined ? null : credentialFor(provider, scope);
    for (const name of credential === null ? [] : variablesOf(credential)) names.add(name);
  }
  return [...names].sort(byCodeUnit);
}

/** What terms that have not begun will change, as the live state is now; each change once, at its first instant. */
export function upcomingChanges(run: PlanningRun, now: number): readonly LaterChange[] {
  const seen = new Set(run.planned.plan.changes.map(changeKey));
  const later: LaterChange[] = [];
  for (const instant of startsAfter(run, now)) {
    for (const change of run.plannedAt(instant).plan.changes) {
      const key = changeKey(change);
      if (change.term !== 'started' || change.blocked !== null || seen.has(key)) continue;
      seen.add(key);
      const { scope, principal, label, from, to, risk } = change;
      later.push({ at: formatInstant(instant), scope, principal, label, from, to, risk });
    }
  }
  return later;
}

function startsAfter({ scopes }: PlanningRun, now: number): readonly number[] {
  const instants = new Set<number>();
  for (const { assignments } of scopes) {
    for (const { from } of assignments) if (from !== null && from > now) instants.add(from);
  }
  return [...instants].sort((a, b) => a - b);
}
