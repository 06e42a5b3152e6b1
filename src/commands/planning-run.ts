import type { Connections } from '../engine/connection.js';
import { estimateRequests } from '../engine/estimate.js';
import { hasErrors, type Diagnostic } from '../model/diagnostic.js';
import type { DesiredScope, DesiredState } from '../model/desired.js';
import type { LiveState } from '../model/live.js';
import { DOCUMENT_REMOVED, type PlanWarning } from '../model/plan.js';
import type { ProviderCatalogue } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import { againstBase } from '../planning/against-base.js';
import { makePlan, type PlannedRun } from '../planning/make-plan.js';
import { connect, type Opened } from './connect.js';
import { reachableDiagnostics, requireValid, type ValidConfig } from '../workspace/valid-config.js';
import type { ConfigLocation } from '../workspace/workspace.js';
import { type Narrowed, type NarrowOptions, narrow } from './narrow.js';
import type { CommandContext } from './context.js';
import { readForPlan } from './read-for-plan.js';

export interface PlanningOptions extends NarrowOptions {
  /** A revision: what its plan holds too is drift. */
  readonly base: string | null;
  readonly concurrency: number | null;
  readonly allowRevokes: number | null;
  /** Revision whose `providers` are used in place of the files', so that a change under review cannot aim credentials. */
  readonly providersFrom: string | null;
  /** Read what everyone holds, whether anything is pruned or not. */
  readonly everyone: boolean;
  /** Make the diffs of the role lists, which only some formats show; true if left out. */
  readonly roleLists?: boolean | undefined;
  /** Codes of findings that do not stop the run, since it only looks. */
  readonly tolerated?: ReadonlySet<string>;
}

/** Everything that a run may leave open: all scopes, no base, the settings' own limits. */
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

/** A plan with all that it was made from. `close` ends the connections; until then it can be applied. */
export interface PlanningRun {
  readonly location: ConfigLocation;
  readonly config: ValidConfig;
  /** The settings in force: with `providersFrom`, their providers are that revision's, and high risk what either calls so. */
  readonly settings: Settings;
  readonly scopes: readonly DesiredScope[];
  readonly live: LiveState;
  readonly planned: PlannedRun;
  readonly connections: Connections;
  /** Findings about the files, those that only the live state brings to light included. */
  readonly diagnostics: readonly Diagnostic[];
  /** The same files and live state as of another instant. */
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
  const { settings, modules } = await providersInForce(config, options, context);
  const narrowed = await narrow(config.desired.scopes, options, workspace);
  const needed = new Set(narrowed.scopes.map(({ scope }) => scope.provider));
  const diagnostics = reachableDiagnostics(config, settings, needed);
  const { concurrency } = options;
  const opened = connect({ ...context, modules, settings, needed, concurrency });
  try {
    return await planned({ options, context, config, settings, narrowed, opened, diagnostics });
  } catch (error) {
    await opened.close();
    throw error;
  }
}

interface Parts {
  readonly options: PlanningOptions;
  readonly context: CommandContext;
  readonly config: ValidConfig;
  readonly settings: Settings;
  readonly narrowed: Narrowed;
  readonly opened: Opened;
  readonly diagnostics: readonly Diagnostic[];
}

/** The settings of the run, and the modules that they are for: where credentials go, the trusted revision says. */
async function providersInForce(
  config: ValidConfig,
  options: PlanningOptions,
  { workspace }: CommandContext,
): Promise<Pick<ValidConfig, 'settings' | 'modules'>> {
  if (options.providersFrom === null) return config;
  const { settings, modules } = await workspace.trusted(options.providersFrom);
  const highRisk = [...new Set([...settings.highRisk, ...config.settings.highRisk])];
  return { settings: { ...config.settings, providers: settings.providers, highRisk }, modules };
}

async function planned(parts: Parts): Promise<PlanningRun> {
  const { options, context, config, settings, narrowed, opened } = parts;
  const { at: now, location } = context.workspace;
  const { desired, catalogue } = config;
  const side = { desired, catalogue, settings, scopes: narrowed.scopes };
  const base = options.base === null ? null : await loadBase(options.base, parts);
  const live = await readForPlan({
    scopes: narrowed.scopes,
    base: base?.scopes ?? [],
    declared: config.desired.scopes,
    everyone: options.everyone,
    catalogue: config.catalogue,
    connections: opened.connections,
    events: context.events,
    planWith: (read) => plannedOf(side, read, now, options, narrowed),
  });
  const plannedAt = (at: number): PlannedRun => {
    const planned = plannedOf(side, live, at, options, narrowed);
    if (base === null) return planned;
    return withBase(planned, plannedOf(base, live, at, options, narrowed), base.warnings);
  };
  const planned = plannedAt(now);
  const requests = estimateRequests(planned, live, opened.connections, opened.latency());
  return {
    location,
    config,
    settings,
    scopes: narrowed.scopes,
    live,
    planned: { ...planned, plan: { ...planned.plan, requests } },
    connections: opened.connections,
    diagnostics: [...parts.diagnostics, ...planned.diagnostics],
    plannedAt,
    close: opened.close,
  };
}

/** One side's files: those under review, or the base's. */
interface Side {
  readonly desired: DesiredState;
  readonly catalogue: ProviderCatalogue;
  readonly settings: Settings;
  readonly scopes: readonly DesiredScope[];
}

function plannedOf(
  side: Side,
  live: LiveState,
  at: number,
  options: PlanningOptions,
  { narrowing }: Narrowed,
): PlannedRun {
  const { base, allowRevokes, roleLists } = options;
  return makePlan({ ...side, live, at, base, allowRevokes, roleLists, narrowing });
}

/** The base's files, for the scopes of this run, and what it tells about documents that are gone. */
async function loadBase(
  revision: string,
  { context, narrowed, config }: Parts,
): Promise<Side & { readonly warnings: readonly PlanWarning[] }> {
  const loaded = await context.workspace.revision(revision);
  const settings = loaded?.settings ?? config.settings;
  const { catalogue } = loaded ?? config;
  const nothing = { desired: { scopes: [], people: [] }, catalogue, settings, scopes: [] };
  if (loaded === null) return { ...nothing, warnings: [] };
  if (hasErrors(loaded.diagnostics)) {
    const message = `the files of ${revision} have errors, so nothing is told to be drift`;
    const warnings = [{ code: 'base-invalid', message, source: null }];
    return { ...nothing, warnings };
  }
  const planned = new Set(narrowed.scopes.map(({ scope }) => scope.address));
  const kept = new Set(config.desired.scopes.map(({ scope }) => scope.address));
  const gone = loaded.desired.scopes.filter(({ scope }) => !kept.has(scope.address));
  return {
    desired: loaded.desired,
    catalogue,
    settings,
    scopes: loaded.desired.scopes.filter(({ scope }) => planned.has(scope.address)),
    warnings: gone.map(({ scope, source }) => ({
      code: DOCUMENT_REMOVED,
      message: `${scope.address} stood in ${source.file} at ${revision} and no longer does: nothing is pruned there, what is live stays`,
      source: null,
    })),
  };
}

function withBase(planned: PlannedRun, base: PlannedRun, warnings: readonly PlanWarning[]): PlannedRun {
  const compared = againstBase(planned, base);
  return { ...compared, plan: { ...compared.plan, warnings: [...compared.plan.warnings, ...warnings] } };
}
