import type { LoadedConfig } from '../../config/load.js';
import type { CheckResult } from '../../model/check.js';
import type { DesiredScope } from '../../model/desired.js';
import { hasErrors } from '../../model/diagnostic.js';
import { byCodeUnit } from '../../model/ordering.js';
import type { CommandContext, Outcome } from '../context.js';
import { narrow } from '../narrow.js';
import { credentialControl } from './controls.js';
import { examine } from './examine.js';
import { filesCheck } from './files.js';
import { apiOriginsOf, checkNetwork } from './network.js';
import { type OpenCase, openCase } from './open-case.js';
import { type ProviderCase, rootsOf } from './provider-case.js';
import { doctorExit, resultOf } from './result.js';
import { checkAllVariables } from './variables.js';
import type { CheckDraft } from './check-draft.js';

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

/** Asks the network about all cases, and those whose variables can be used about the rest. */
async function askAll(
  cases: readonly ProviderCase[],
  usable: readonly ProviderCase[],
  context: CommandContext,
): Promise<readonly CheckDraft[]> {
  const open = cases.map((subject) => openCase(subject, context));
  try {
    const { checks, reached, answers } = await checkNetwork(open, context);
    const controls = open.flatMap((subject) => credentialControl(subject, answers.get(subject.name)));
    const examined = await Promise.all(
      open.flatMap((subject) => {
        const rest = usable.find(({ name }) => name === subject.name);
        if (rest === undefined || !isReached(subject, reached) || isDistrusted(subject, controls)) return [];
        const able: OpenCase = { ...subject, roots: rest.roots };
        return examine(able, reached, context.runtime);
      }),
    );
    return [...checks, ...controls, ...examined.flat()];
  } finally {
    await Promise.all(open.map(({ client }) => client.destroy()));
  }
}

/** Whether the API answers; where tokens come from is looked at credential by credential. */
function isReached(subject: OpenCase, reached: ReadonlySet<string>): boolean {
  return apiOriginsOf(subject).every((origin) => reached.has(origin));
}

/** Whether an API took an invalid credential for a valid one, so that it gets no real one. */
function isDistrusted({ name }: OpenCase, controls: readonly CheckDraft[]): boolean {
  return controls.some(({ subject, blocks }) => subject === name && blocks === 'plan');
}
