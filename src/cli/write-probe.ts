import type { WriteProbeAsked } from '../commands/doctor/write-probe.js';
import { UsageError } from '../errors.js';
import type { ProbePreview } from '../model/write-probe.js';
import { flagOf, type OptionSpec, type OptionValues, textOf } from './command-spec.js';
import type { Session } from './session.js';
import { notEmpty } from './shared-options.js';

const MODES = ['noop', 'cycle'] as const;

/** The options of doctor that let it write. */
export const writeProbeOptions: readonly OptionSpec[] = [
  {
    flags: '--probe-writes <mode>',
    description:
      'find out by writing in one --scope: noop sends the role that --principal holds, cycle gives roles and takes them away',
    choices: MODES,
  },
  {
    flags: '--principal <principal>',
    description: 'whom --probe-writes writes for: user:ID, an e-mail or a key of people.yaml',
    parse: notEmpty('--principal'),
  },
  { flags: '--yes', description: 'write without asking (with --probe-writes)' },
  {
    flags: '--audit-log <file>',
    description: 'append a line before and after every write (JSON lines)',
    parse: notEmpty('--audit-log'),
  },
];

/** What the options say of a write probe; null: none is asked for. @throws UsageError for options that need one */
export function writeProbeAsked(values: OptionValues, session: Session): WriteProbeAsked | null {
  const mode = MODES.find((each) => each === values['probeWrites']);
  if (mode === undefined) {
    const alone = ['principal', 'yes', 'auditLog'].filter((name) => values[name] !== undefined);
    if (alone.length === 0) return null;
    const flags = alone.map((name) => (name === 'auditLog' ? '--audit-log' : `--${name}`));
    throw new UsageError(
      `${flags.join(' and ')} of doctor need${flags.length === 1 ? 's' : ''} --probe-writes`,
      {
        hint: 'Without it, doctor reads only.',
      },
    );
  }
  const { stdin, stderr } = session.io.streams;
  const yes = flagOf(values, 'yes');
  return {
    mode,
    principal: textOf(values, 'principal'),
    yes,
    interactive: !yes && stdin.isTTY === true && stderr.isTTY === true,
    auditLog: textOf(values, 'auditLog'),
    show: (preview) => show(preview, session),
    confirm: (preview) => ask(preview, session),
  };
}

async function show(preview: ProbePreview, session: Session): Promise<void> {
  const { writeProbeText } = await import('../report/write-probe.js');
  session.pauseProgress();
  await session.io.note(`${writeProbeText(preview, session.noteDrawing)}\n`);
}

async function ask(preview: ProbePreview, session: Session): Promise<boolean> {
  const { askYesNo } = await import('./confirm.js');
  const { writeProbeQuestion } = await import('../report/write-probe.js');
  const { io, context, noteDrawing } = session;
  const agreed = await askYesNo(writeProbeQuestion(preview), io.streams, context.signal, noteDrawing.color);
  if (!agreed) await io.note('Declined: nothing was written.\n');
  return agreed;
}
