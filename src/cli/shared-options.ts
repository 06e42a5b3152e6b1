import type { PlanningOptions } from '../commands/planning-run.js';
import { listOf, numberOf, type OptionSpec, type OptionValues, textOf } from './command-spec.js';
import { instant, notEmpty, repeatable, shardText, wholeNumber } from './option-parsers.js';

/** Options that several commands take, described once. */
export const scopeOption: OptionSpec = {
  flags: '--scope <glob>',
  description: 'only scopes whose address fits, as redox/environment/*; repeatable',
  parse: repeatable('--scope'),
};

export const nowOption: OptionSpec = {
  flags: '--now <time>',
  description: 'take this for the present: a date (00:00 UTC) or an RFC 3339 time',
  parse: instant,
};

export const concurrencyOption: OptionSpec = {
  flags: '--concurrency <n>',
  description: 'requests in flight at once, in place of the settings',
  parse: wholeNumber('--concurrency', 1, 1000),
};

export const detailedExitcodeOption: OptionSpec = {
  flags: '--detailed-exitcode',
  description: 'exit 2 where changes are pending',
};

/** What both plan and apply take. */
export const planningOptions: readonly OptionSpec[] = [
  scopeOption,
  {
    flags: '--shard <i/n>',
    description: 'the i-th of n parts; an organization or account is never split',
    parse: shardText,
  },
  {
    flags: '--changed-since <rev>',
    description: 'only scopes whose desired state differs from that of a git revision',
    parse: notEmpty('--changed-since'),
  },
  {
    flags: '--base <rev>',
    description: 'tell what the files bring about since a git revision from drift',
    parse: notEmpty('--base'),
  },
  nowOption,
  concurrencyOption,
  {
    flags: '--allow-revokes <n>',
    description: 'at most n revokes in the whole run, in place of the guard maxRevokes',
    parse: wholeNumber('--allow-revokes', 0),
  },
  detailedExitcodeOption,
  {
    flags: '--fail-on-blocked',
    description:
      'exit 6 where an entry is blocked; with --base, one that the files bring about (apply always does)',
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
  return { flags: '--format <format>', description: 'what to print on stdout', choices: formats };
}
