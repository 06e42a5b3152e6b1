import { UsageError } from '../../errors.js';
import type { CheckLayer } from '../../model/check.js';
import type { ProbeMode } from '../../model/write-probe.js';
import type { ProviderSettings } from '../../model/settings.js';
import type { WriteProbing } from '../../providers/write-probing.js';
import { requireValid, type ValidConfig } from '../../workspace/valid-config.js';
import type { CommandContext } from '../context.js';
import { checkOf } from './behaviour.js';
import { type CheckDraft, draft, failed } from './check-draft.js';
import { withOption } from './option-path.js';
import type { ProviderCase } from './provider-case.js';
import { openProbeFile, readOpenProbe } from './write-probes/open-probe.js';
import { prepareWriteProbe } from './write-probes/prepare.js';
import type { WriteProbeInput, WriteProbeOptions } from './write-probes/probe-parts.js';
import { probeWrites } from './write-probes/probe-writes.js';
import { resumeCommand } from './write-probes/resume-command.js';

/** What `--probe-writes` and what goes with it say. */
export interface WriteProbeAsked extends WriteProbeOptions {
  readonly mode: ProbeMode;
  readonly principal: string | null;
  /** Whether there is a terminal to ask on. */
  readonly interactive: boolean;
}

/** A write probe that was checked as far as the files tell. */
export interface PreparedWriteProbe extends Pick<WriteProbeInput, 'target' | 'open'> {
  readonly asked: WriteProbeAsked;
  readonly config: ValidConfig;
}

/** Checks a write probe before any request. @throws UsageError, InvalidFilesError */
export async function preparedWriteProbe(
  asked: WriteProbeAsked,
  scope: readonly string[],
  context: CommandContext,
): Promise<PreparedWriteProbe> {
  const config = requireValid(await context.workspace.head());
  const prepared = await prepareWriteProbe({ ...asked, scope }, config, context);
  return { ...prepared, asked, config };
}

/** What a write probe in this folder left open, if one did: nobody else takes back what it gave. */
export async function openProbeChecks({ workspace, cwd }: CommandContext): Promise<readonly CheckDraft[]> {
  const about = { id: 'write-probe', layer: 'files' as const, subject: openProbeFile };
  try {
    const open = await readOpenProbe(workspace.location.folder);
    if (open === null) return [];
    const evidence = `a probe of ${open.principal} in ${open.scope} (${open.startedAt}) did not end where it began`;
    return [failed(about, evidence, `End it: ${resumeCommand(open, workspace.location, cwd)}`, 'apply')];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [failed(about, error.message, error.hint ?? 'Delete it.', 'apply')];
  }
}

/** What a provider settles by writing that says nothing of it: what all have in common. */
const NOTHING_OF_ITS_OWN: WriteProbing = { settles: [], facts: [] };

/** Where something fails here, nothing can be taken back either. */
const UNREACHED: ReadonlySet<CheckLayer> = new Set<CheckLayer>(['variables', 'network', 'token']);

/** What a doctor found that also wrote. */
export interface WriteProbeChecks {
  readonly checks: readonly CheckDraft[];
  readonly declined: boolean;
  /** Facts that writes settled and that no option keeps: the next run finds them open again. */
  readonly unkept: number;
}

/**
 * Tries the writes, unless something that they need has failed.
 * @param read what reading found; what writing settles takes its place
 * @throws UsageError before any request that writes
 */
export async function withWriteProbe(
  { asked, config, target, open }: PreparedWriteProbe,
  cases: readonly ProviderCase[],
  read: readonly CheckDraft[],
  context: CommandContext,
): Promise<WriteProbeChecks> {
  const subject = cases.find(({ name }) => name === target.scope.provider);
  const isStopped = read.some(
    ({ state, blocks, layer }) =>
      state === 'failed' && blocks === 'plan' && (open === null || UNREACHED.has(layer)),
  );
  if (subject === undefined || isStopped)
    return { checks: [...read, untried(target.scope.address)], declined: false, unkept: 0 };
  const { module, doctor } = subject;
  const settings = withSettled(subject, read);
  const used = doctor?.namedOnly?.(settings) ?? settings;
  const input = {
    target,
    open,
    config,
    module,
    writing: doctor?.writing ?? NOTHING_OF_ITS_OWN,
    settings: used,
  };
  const { found, declined } = await probeWrites(input, asked, context);
  const written = found.map(({ probe, finding }) => checkOf(finding, probe, subject, subject.settings));
  const checks = [...read.filter((check) => !isAnswered(check, written)), ...written];
  const unkept = written.filter(({ state, option }) => state === 'settled' && option === null).length;
  return { checks, declined, unkept };
}

/** Whether writing told what reading could only assume. What an option's value is, a write says better than reads. */
function isAnswered(check: CheckDraft, written: readonly CheckDraft[]): boolean {
  const isOpen =
    check.state === 'assumed' || check.state === 'needs-data' || check.state === 'needs-write-probe';
  return written.some(({ id, option }) =>
    option === null ? isOpen && id === check.id : option === check.option && check.layer === 'behaviour',
  );
}

/** The settings of a provider with what reading settled. */
function withSettled(
  { name, module, settings }: ProviderCase,
  read: readonly CheckDraft[],
): ProviderSettings {
  const prefix = `providers.${name}.`;
  return read.reduce(
    (used, { state, option, value }) =>
      state === 'settled' && value !== null && option?.startsWith(prefix) === true
        ? withOption(used, option.slice(prefix.length), value, module)
        : used,
    settings,
  );
}

function untried(subject: string): CheckDraft {
  return draft(
    { id: 'write-probe', layer: 'behaviour', subject },
    {
      state: 'needs-write-probe',
      evidence: 'nothing was written, because of what failed',
      remedy: 'Fix that, then run this again.',
      blocks: 'nothing',
    },
  );
}
