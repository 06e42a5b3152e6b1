import { lineOf } from '../config/finding.js';
import type { Connections } from '../engine/connection.js';
import { estimateRequests } from '../engine/estimate.js';
import { RolecallError } from '../errors.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { DesiredScope } from '../model/desired.js';
import { quote } from '../model/label.js';
import type { LiveState } from '../model/live.js';
import type { ProviderCatalogue } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import type { PlanInput } from '../planning/comparison.js';
import { makePlan, type PlannedRun } from '../planning/make-plan.js';
import { sortedWarnings } from '../planning/warnings.js';
import { unwritable } from '../providers/provider.js';
import { reachableDiagnostics, requireValid, type ValidConfig } from '../workspace/valid-config.js';
import type { ConfigLocation, Workspace } from '../workspace/workspace.js';
import { assumedFacts } from './assumed-facts.js';
import { loadBase, type PlannedFiles, withBase } from './base.js';
import { connect, type Opened } from './connect.js';
import type { CommandContext } from './context.js';
import { type Narrowed, type NarrowOptions, narrow } from './narrow.js';
import { keepRoles } from './known-roles.js';
import { readForPlan } from './read-for-plan.js';

export interface PlanningOptions extends NarrowOptions {
  /** A revision. A change that its plan holds too is drift. */
  readonly base: string | null;
  readonly concurrency: number | null;
  readonly allowRevokes: number | null;
  /** Revision whose `providers` are used in place of the files', so that a change under review cannot aim credentials. */
  readonly providersFrom: string | null;
  /** Read what everyone holds, whether anything is pruned or not. */
  readonly everyone: boolean;
  /** Make the diffs of the role lists, which only some formats show; true if left out. */
  readonly roleLists?: boolean | undefined;
  /** Codes of findings that do not stop a run that only reads. */
  readonly tolerated?: ReadonlySet<string>;
}

/** The defaults of a run: all scopes, no base, the limits of the settings. */
export const planningDefaults: PlanningOptions = {
  scope: [],
  shard: null,
  changedSince: null,
  onlyScopes: null,
  base: null,
  concurrency: null,
  allowRevokes: null,
  providersFrom: null,
  everyone: false,
};

/** A plan with everything it was made from. It can be applied until `close` ends the connections. */
export interface PlanningRun {
  readonly location: ConfigLocation;
  readonly config: ValidConfig;
  /** The effective settings. With `providersFrom` the providers are that revision's, and high risk is what either of them says. */
  readonly settings: Settings;
  readonly scopes: readonly DesiredScope[];
  readonly live: LiveState;
  readonly planned: PlannedRun;
  readonly connections: Connections;
  /** Findings about the files, including those that need the live state. */
  readonly diagnostics: readonly Diagnostic[];
  /** Plans the same files and live state as of another instant, epoch milliseconds. */
  plannedAt(at: number): PlannedRun;
  close(): Promise<void>;
}

/**
 * Reads the files and the live state and makes the plan. Sends reads (and token requests) only.
 * @throws UsageError, InvalidFilesError before anything is sent; HttpFailure for what stops the whole run
 */
export async function openPlanningRun(
  options: PlanningOptions,
  context: CommandContext,
): Promise<PlanningRun> {
  const { events } = context;
  events({ kind: 'plan-started' });
  try {
    const run = await loadAndPlan(options, context);
    events({ kind: 'plan-ended', plan: run.planned.plan });
    return run;
  } catch (error) {
    events({ kind: 'plan-ended', plan: null });
    throw error;
  }
}

async function loadAndPlan(options: PlanningOptions, context: CommandContext): Promise<PlanningRun> {
  const { workspace } = context;
  const config = requireValid(await workspace.head(), options.tolerated);
  const { settings, modules, catalogue } = await providersInForce(config, options, workspace);
  const narrowed = await narrow(config.desired.scopes, options, workspace);
  const needed = new Set(narrowed.scopes.map(({ scope }) => scope.provider));
  const diagnostics = reachableDiagnostics(config, settings, needed);
  const { concurrency } = options;
  const opened = connect({ ...context, modules, settings, needed, concurrency });
  try {
    const run = await readAndPlan(options, { ...config, settings, catalogue }, narrowed, opened, context);
    await keepRoles(run.live.values(), settings.providers, context);
    const { plan } = run.planned;
    const assumed = assumedFacts(opened.connections, modules, narrowed.scopes);
    const warnings = sortedWarnings([...plan.warnings, ...assumed]);
    const planned = { ...run.planned, plan: { ...plan, warnings } };
    return { ...run, config, planned, diagnostics: [...diagnostics, ...planned.diagnostics] };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The effective settings and their modules. A trusted revision, if one is named, says where credentials go. */
async function providersInForce(
  config: ValidConfig,
  { providersFrom }: PlanningOptions,
  workspace: Workspace,
): Promise<Pick<ValidConfig, 'settings' | 'modules' | 'catalogue'>> {
  if (providersFrom === null) return config;
  const trusted = await workspace.trusted(providersFrom);
  const { settings, modules } = trusted;
  requireKinds(config, trusted.catalogue, providersFrom);
  const catalogue = new Map([...config.catalogue, ...trusted.catalogue]);
  const highRisk = [...new Set([...settings.highRisk, ...config.settings.highRisk])];
  return { settings: { ...config.settings, providers: settings.providers, highRisk }, modules, catalogue };
}

/** A document of a kind that the connector of a trusted revision does not describe cannot be planned with it. */
function requireKinds({ desired }: ValidConfig, catalogue: ProviderCatalogue, revision: string): void {
  for (const { scope, source } of desired.scopes) {
    const traits = catalogue.get(scope.provider);
    if (traits === undefined || traits.scopes.some(({ kind }) => kind === scope.kind)) continue;
    const what = `${quote(scope.kind)} of ${lineOf(source)} is a kind that the connector of ${scope.provider} lacks in ${quote(revision)}`;
    throw new RolecallError(what, { hint: 'Merge the change of the connector first, then what uses it.' });
  }
}

/** Tells of a change why its provider has no request for it. */
function unwritableBy(connections: Connections): PlanInput['unwritable'] {
  return (change, root) => {
    const connection = connections.get(change.scope.provider);
    return connection === undefined ? null : unwritable(connection.provider, change, root);
  };
}

async function readAndPlan(
  options: PlanningOptions,
  { desired, catalogue, settings }: ValidConfig,
  { scopes, narrowing }: Narrowed,
  { connections, latency, close }: Opened,
  { workspace, events }: CommandContext,
): Promise<Omit<PlanningRun, 'config' | 'diagnostics'>> {
  const { base: revision, allowRevokes, roleLists, everyone } = options;
  const { at: now, location } = workspace;
  const head: PlannedFiles = { desired, catalogue, settings, scopes };
  const base = revision === null ? null : await loadBase(revision, head, workspace);
  const planOf = (files: PlannedFiles, live: LiveState, at: number): PlannedRun =>
    makePlan({
      ...files,
      live,
      at,
      base: revision,
      allowRevokes,
      roleLists,
      narrowing,
      unwritable: unwritableBy(connections),
    });
  const live = await readForPlan({
    scopes,
    base: base?.scopes ?? [],
    declared: desired.scopes,
    everyone,
    catalogue,
    connections,
    events,
    planWith: (read) => planOf(head, read, now),
  });
  const plannedAt = (at: number): PlannedRun => {
    const planned = planOf(head, live, at);
    return base === null ? planned : withBase(planned, planOf(base, live, at), base.warnings);
  };
  const planned = plannedAt(now);
  const requests = estimateRequests(planned, live, connections, latency());
  return {
    location,
    settings,
    scopes,
    live,
    planned: { ...planned, plan: { ...planned.plan, requests } },
    connections,
    plannedAt,
    close,
  };
}
