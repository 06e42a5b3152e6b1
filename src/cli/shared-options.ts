import type { PlanningOptions } from '../commands/planning-run.js';
import { listOf, numberOf, type OptionSpec, type OptionValues, textOf } from './command-spec.js';
import { instant, notEmpty, repeatable, shardText, wholeNumber } from './option-parsers.js';

/** Options that several commands take, described once. */
export const scopeOption: OptionSpec = {
  flags: '--scope <glob>',
  description: 'only scopes whose address matches, such as redox/environment/*; repeatable',
  parse: repeatable('--scope'),
};

export const nowOption: OptionSpec = {
  flags: '--now <time>',
  description: 'plan as of this time: a date (00:00 UTC) or an RFC 3339 time',
  parse: instant,
};

export const concurrencyOption: OptionSpec = {
  flags: '--concurrency <n>',
  description: 'requests in flight at once, instead of the number in the settings',
  parse: wholeNumber('--concurrency', 1, 1000),
};

export const detailedExitcodeOption: OptionSpec = {
  flags: '--detailed-exitcode',
  description: 'exit with 2 if changes are pending',
};

/** What both plan and apply take. */
export const planningOptions: readonly OptionSpec[] = [
  scopeOption,
  {
    flags: '--shard <i/n>',
    description: 'plan the i-th of n parts; never splits an organization or account',
    parse: shardText,
  },
  {
    flags: '--changed-since <rev>',
    description: 'only scopes whose desired state differs from that of a git revision',
    parse: notEmpty('--changed-since'),
  },
  {
    flags: '--base <rev>',
    description: 'tell changes that the files cause since a git revision from drift',
    parse: notEmpty('--base'),
  },
  nowOption,
  concurrencyOption,
  {
    flags: '--allow-revokes <n>',
    description: 'allow at most n revokes in the whole run, instead of the guard maxRevokes',
    parse: wholeNumber('--allow-revokes', 0),
  },
  detailedExitcodeOption,
  {
    flags: '--fail-on-blocked',
    description:
      'exit with 6 if an entry is blocked; with --base, only entries that the files changed count (apply always does)',
  },
  {
    flags: '--audit-log <file>',
    description: 'append a line before and after every write (JSON lines)',
    parse: notEmpty('--audit-log'),
  },
];

/** The options that plan and apply share. */
export function planningValues(
  values: OptionValues,
): Omit<PlanningOptions, 'onlyScopes' | 'everyone' | 'providersFrom' | 'roleLists' | 'tolerated'> {
  return {
    scope: listOf(values, 'scope'),
    shard: textOf(values, 'shard'),
    changedSince: textOf(values, 'changedSince'),
    base: textOf(values, 'base'),
    concurrency: numberOf(values, 'concurrency'),
    allowRevokes: numberOf(values, 'allowRevokes'),
  };
}

/** The format of what goes to stdout. */
export function formatOption(formats: readonly string[]): OptionSpec {
  return { flags: '--format <format>', description: 'format of the output on stdout', choices: formats };
}
