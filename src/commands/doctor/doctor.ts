import { ExitCode, worstExit } from '../../errors.js';
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
import { preparedWriteProbe, withWriteProbe, type WriteProbeAsked } from './write-probe.js';
import { checkAllVariables } from './variables.js';

export interface DoctorOptions {
  readonly scope: readonly string[];
  /** Whether facts that are not proved have an exit code of their own. */
  readonly detailedExitcode: boolean;
  /** Writes to try, in the one scope of `scope`; null: nothing is written. */
  readonly writeProbe: WriteProbeAsked | null;
}

export interface DoctorOutcome extends Outcome {
  readonly result: CheckResult;
}

/**
 * Says whether these files and credentials are ready to plan and to apply, and what is known of the APIs. Sends GETs and
 * token requests only, but for a write probe. @throws UsageError
 */
export async function doctorCommand(
  { scope, detailedExitcode, writeProbe }: DoctorOptions,
  context: CommandContext,
): Promise<DoctorOutcome> {
  const prepared = writeProbe === null ? null : await preparedWriteProbe(writeProbe, scope, context);
  const config = await context.workspace.head();
  const narrowing = { scope, shard: null, changedSince: null, onlyScopes: null };
  const { scopes } = await narrow(config.desired.scopes, narrowing, context.workspace);
  const cases = await casesOf(config, scopes, scope.length > 0);
  const variables = await checkAllVariables(cases, context.runtime);
  const read = [
    filesCheck(config, scopes, context.workspace.location),
    ...variables.checks,
    ...(await askAll(cases, variables.usable, context)),
  ];
  const { checks, declined } =
    prepared === null
      ? { checks: read, declined: false }
      : await withWriteProbe(prepared, cases, read, context);
  const result = resultOf(checks);
  const exitCode = worstExit([
    doctorExit(result, detailedExitcode),
    ...(declined ? [ExitCode.error] : []),
    ...(context.signal.aborted ? [ExitCode.interrupted] : []),
  ]);
  return { result, diagnostics: [], exitCode };
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
