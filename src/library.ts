import { applyRun } from './commands/apply-run.js';
import type { Selection } from './commands/apply-run.js';
import type { CommandContext } from './commands/context.js';
import { type ConfigLocation, loadFiles, loadValidFiles, type ValidConfig } from './commands/load-files.js';
import { openPlanningRun, type PlanningOptions, type PlanningRun } from './commands/planning-run.js';
import type { LoadedConfig } from './config/load.js';
import type { ApplyResult } from './model/result.js';
import { aion } from './providers/aion/index.js';
import type { ProviderModule } from './providers/provider.js';
import { redox } from './providers/redox/index.js';

/** The systems that rolecall knows by itself. */
export const builtInModules: readonly ProviderModule[] = [redox, aion];

/** What a library function is given besides its options. */
export interface LibraryContext extends Omit<CommandContext, 'modules'> {
  /** The providers that files may name; the built-in ones if left out. */
  readonly modules?: readonly ProviderModule[];
}

/** Reads the files of the working tree, errors and all. */
export async function load(
  location: ConfigLocation,
  now: number,
  modules: readonly ProviderModule[] = builtInModules,
): Promise<LoadedConfig> {
  return await loadFiles(location, now, modules);
}

/** Reads the files of the working tree. @throws InvalidFilesError with every finding */
export async function loadValid(
  location: ConfigLocation,
  now: number,
  modules: readonly ProviderModule[] = builtInModules,
): Promise<ValidConfig> {
  return await loadValidFiles(location, now, modules);
}

/**
 * Reads the files and the live state and makes the plan. Sends reads (and token requests) only.
 * @throws UsageError, InvalidFilesError before anything is sent; HttpFailure for what stops the whole run
 */
export async function plan(options: PlanningOptions, context: LibraryContext): Promise<PlanningRun> {
  return await openPlanningRun(options, withModules(context));
}

/** Writes what a selection allows of a planned run, and confirms it by reading. */
export async function apply(
  run: PlanningRun,
  selection: Selection,
  auditLog: string | null,
  context: LibraryContext,
): Promise<ApplyResult> {
  return await applyRun(run, selection, auditLog, withModules(context));
}

function withModules(context: LibraryContext): CommandContext {
  return { ...context, modules: context.modules ?? builtInModules };
}
