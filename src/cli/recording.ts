import { UsageError } from '../errors.js';
import { type OptionSpec, type OptionValues, textOf } from './command-spec.js';
import { notEmpty } from './shared-options.js';

/** The options of doctor that make a recording and look at one. */
export const recordingOptions: readonly OptionSpec[] = [
  {
    flags: '--record <file>',
    description:
      'write what the APIs answered to a HAR file, with pseudonyms in place of ids, names and e-mails',
    parse: notEmpty('--record'),
  },
  {
    flags: '--replay <file>',
    description: 'look at such a file and at nothing else: behaviour and contract, offline',
    parse: notEmpty('--replay'),
  },
];

/** What the options say of recordings. @throws UsageError for options that a replay has no use for */
export function recordingAsked(values: OptionValues): {
  readonly record: string | null;
  readonly replay: string | null;
} {
  const [record, replay] = [textOf(values, 'record'), textOf(values, 'replay')];
  const others = ['record', 'scope', 'write', 'probeWrites'].filter((name) => isGiven(values[name]));
  if (replay !== null && others.length > 0) {
    const flags = others.map((name) => (name === 'probeWrites' ? '--probe-writes' : `--${name}`));
    throw new UsageError(`--replay does not go with ${flags.join(' and ')}`, {
      hint: 'It looks at the recording alone.',
    });
  }
  return { record, replay };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}
