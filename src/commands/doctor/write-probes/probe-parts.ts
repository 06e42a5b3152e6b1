import { anyRole } from '../../../model/glob.js';
import type { ProviderSettings } from '../../../model/settings.js';
import type { ProbePreview } from '../../../model/write-probe.js';
import type { ProviderModule } from '../../../providers/provider.js';
import type { WriteProbing } from '../../../providers/write-probing.js';
import type { ValidConfig } from '../../../workspace/valid-config.js';
import type { CommandContext } from '../../context.js';
import type { WriteFinding } from './findings.js';
import type { Hands } from './hands.js';
import type { OpenProbe } from './open-probe.js';
import { ProbeRun } from './probe-run.js';
import type { ProbeSubject } from './subject.js';
import type { ProbeTarget } from './target.js';

/** The audit log where none is named, in the folder that the command is run in. */
const defaultAuditLog = 'rolecall-doctor.audit.jsonl';

export interface WriteProbeOptions {
  /** Write without asking. */
  readonly yes: boolean;
  /** Path of the file that gets a line before and after every write; null: the default one. */
  readonly auditLog: string | null;
  /** Shows what will be sent. */
  readonly show: (preview: ProbePreview) => Promise<void>;
  /** Asks whether to send what was shown; not called with `yes`. */
  readonly confirm: (preview: ProbePreview) => Promise<boolean>;
}

export interface WriteProbeInput {
  readonly target: ProbeTarget;
  readonly config: ValidConfig;
  readonly module: ProviderModule;
  readonly writing: WriteProbing;
  /** With what was settled by reading. */
  readonly settings: ProviderSettings;
  /** What an earlier run left open; null where none did. */
  readonly open: OpenProbe | null;
}

export interface WriteProbeOutcome {
  readonly found: readonly WriteFinding[];
  /** Somebody was asked and said no: nothing was written. */
  readonly declined: boolean;
}

/** What the parts of a probe share. */
export interface ProbeParts {
  readonly input: WriteProbeInput;
  readonly options: WriteProbeOptions;
  readonly context: CommandContext;
  readonly hands: Hands;
}

/** Shows what will be sent, and asks. */
export async function isAgreed(preview: ProbePreview, { options }: ProbeParts): Promise<boolean> {
  await options.show(preview);
  return options.yes || (await options.confirm(preview));
}

/** A run of a probe on a principal. Sends nothing yet. */
export function probeRun(
  subject: ProbeSubject,
  { module, writing, settings, config }: WriteProbeInput,
): ProbeRun {
  return new ProbeRun({ module, writing, settings, subject, isHighRisk: anyRole(config.settings.highRisk) });
}

/** Where the audit log is, as it is told to people. */
export function auditPath({ options }: ProbeParts): string {
  return options.auditLog ?? defaultAuditLog;
}
