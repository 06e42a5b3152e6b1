import type { LoadedConfig } from '../../config/load.js';
import type { CheckResult } from '../../model/check.js';
import type { DesiredScope } from '../../model/desired.js';
import { hasErrors } from '../../model/diagnostic.js';
import { byCodeUnit } from '../../model/ordering.js';
import type { CommandContext, Outcome } from '../context.js';
import { narrow } from '../narrow.js';
import { askAll } from './ask-all.js';
import { filesCheck } from './files.js';
import { type ProviderCase, rootsOf } from './provider-case.js';
import { doctorExit, resultOf } from './result.js';
import { checkAllVariables } from './variables.js';

export interface DoctorOptions {
  readonly scope: readonly string[];
  /** Whether facts that are not proved have an exit code of their own. */
  readonly detailedExitcode: boolean;
}

export interface DoctorOutcome extends Outcome {
  readonly result: CheckResult;
}

/**
 * Says whether these files and credentials are ready to plan and to apply, and what is known of the APIs. Sends GETs and
 * token requests only. @throws UsageError
 */
export async function doctorCommand(
  { scope, detailedExitcode }: DoctorOptions,
  context: CommandContext,
): Promise<DoctorOutcome> {
  const config = await context.workspace.head();
  const narrowing = { scope, shard: null, changedSince: null, onlyScopes: null };
  const { scopes } = await narrow(config.desired.scopes, narrowing, context.workspace);
  const cases = await casesOf(config, scopes, scope.length > 0);
  const variables = await checkAllVariables(cases, context.runtime);
  const result = resultOf([
    filesCheck(config, scopes, context.workspace.location),
    ...variables.checks,
    ...(await askAll(cases, variables.usable, context)),
  ]);
  return { result, diagnostics: [], exitCode: doctorExit(result, detailedExitcode) };
}

/** The providers that the scopes need; all that are configured where the files name no scope, or could name more. */
async function casesOf(
  { readable, modules, desired, diagnostics }: LoadedConfig,
  scopes: readonly DesiredScope[],
  isNarrowed: boolean,
): Promise<readonly ProviderCase[]> {
  const all = desired.scopes.length === 0 || (hasErrors(diagnostics) && !isNarrowed);
  const needed = scopes.map((each) => each.scope.provider);
  const names = all ? [...needed, ...readable.providers.keys()] : needed;
  const cases = [...new Set(names)].sort(byCodeUnit).map(async (name): Promise<readonly ProviderCase[]> => {
    const [module, settings] = [modules.get(name), readable.providers.get(name)];
    if (module === undefined || settings === undefined) return [];
    const doctor = (await module.doctor?.()) ?? null;
    const roots = rootsOf(scopes.filter((each) => each.scope.provider === name));
    return [{ name, module, doctor, settings, roots }];
  });
  return (await Promise.all(cases)).flat();
}
