import { ExitCode, worstExit } from '../../errors.js';
import type { CheckResult } from '../../model/check.js';
import type { EditedFile } from '../../model/edit-result.js';
import type { CommandContext, Outcome } from '../context.js';
import { askAll } from './ask-all.js';
import { casesOf, selectScopes } from './select.js';
import { filesCheck } from './files.js';
import type { ProviderCase } from './provider-case.js';
import { doctorExit, resultOf } from './result.js';
import { openProbeChecks, preparedWriteProbe, withWriteProbe, type WriteProbeAsked } from './write-probe.js';
import type { CheckDraft } from './check-draft.js';
import { checkAllVariables } from './variables.js';
import { unwrittenOptions, writeOptions } from './write-options.js';

export interface DoctorOptions {
  readonly scope: readonly string[];
  /** Whether to put what was settled into rolecall.yaml. */
  readonly write: boolean;
  /** Whether facts that are not proved have an exit code of their own. */
  readonly detailedExitcode: boolean;
  /** Writes to try, in the one scope of `scope`; null: nothing is written. */
  readonly writeProbe: WriteProbeAsked | null;
  /** Path of a file to record the run in; null: it is not recorded. */
  readonly record: string | null;
  /** Path of a recording to look at in place of everything else; null: none. */
  readonly replay: string | null;
}

export interface DoctorOutcome extends Outcome {
  readonly result: CheckResult;
  /** The diff of rolecall.yaml, where options were written into it. */
  readonly written: EditedFile | null;
  /** Settled options that rolecall.yaml does not name. */
  readonly unwritten: readonly string[];
  /** How many facts writes settled that no option keeps. */
  readonly unkept: number;
}

/**
 * Says whether these files and credentials are ready to plan and to apply, and what is known of the APIs. Sends GETs and
 * token requests only, but for a write probe. @throws UsageError
 */
export async function doctorCommand(
  { scope, write, detailedExitcode, writeProbe, record, replay }: DoctorOptions,
  context: CommandContext,
): Promise<DoctorOutcome> {
  if (replay !== null) {
    const { replayChecks } = await import('./replay.js');
    const replayed = resultOf(await replayChecks(replay, context));
    const exitCode = doctorExit(replayed, detailedExitcode);
    return { result: replayed, written: null, unwritten: [], unkept: 0, diagnostics: [], exitCode };
  }
  const prepared = writeProbe === null ? null : await preparedWriteProbe(writeProbe, scope, context);
  const config = await context.workspace.head();
  const selected = await selectScopes(config, scope, context.workspace);
  const cases = await casesOf(config, selected, scope.length > 0);
  const variables = await checkAllVariables(cases, context.runtime);
  const recorder =
    record === null ? null : (await import('./record.js')).recordCases(record, variables.usable, context);
  const read = [
    filesCheck(config, selected.scopes, context.workspace.location),
    ...(prepared === null ? await openProbeChecks(context) : []),
    ...variables.checks,
    ...(await askAll(cases, variables.usable, context, recorder?.wiresOf)),
  ];
  const { checks, declined, unkept } =
    prepared === null
      ? { checks: read, declined: false, unkept: 0 }
      : await withWriteProbe(prepared, cases, read, context);
  const settled = await settledOptions(cases, checks, write, context);
  const result = resultOf(settled.checks);
  const isRecorded = (await recorder?.finish()) ?? true;
  const exitCode = worstExit([
    doctorExit(result, detailedExitcode),
    ...(declined || !isRecorded ? [ExitCode.error] : []),
    ...(context.signal.aborted ? [ExitCode.interrupted] : []),
  ]);
  return {
    result,
    written: settled.written,
    unwritten: settled.unwritten,
    unkept,
    diagnostics: [],
    exitCode,
  };
}

interface Settled extends Pick<DoctorOutcome, 'written' | 'unwritten'> {
  readonly checks: readonly CheckDraft[];
}

/** The checks, and with `write` what they are once the settled options are written: none stands in the way any more. */
async function settledOptions(
  cases: readonly ProviderCase[],
  checks: readonly CheckDraft[],
  write: boolean,
  context: CommandContext,
): Promise<Settled> {
  const options = unwrittenOptions(cases, checks);
  const unwritten = options.flatMap(({ check }) => check.option ?? []);
  if (!write || options.length === 0) return { checks, written: null, unwritten };
  const { file, problem } = await writeOptions(options, context);
  if (problem !== undefined) return { checks: [...checks, problem], written: null, unwritten };
  const done = new Set(options.map(({ check }) => check));
  const settled = checks.map(
    (check): CheckDraft => (done.has(check) ? { ...check, remedy: null, blocks: 'nothing' } : check),
  );
  return { checks: settled, written: file, unwritten: [] };
}
