import type { PlanningOptions } from '../commands/planning-run.js';
import { UsageError } from '../errors.js';
import { parseInstant } from '../model/instant.js';
import { withSlashes } from '../platform.js';
import { parseShard } from '../planning/narrow.js';
import { listOf, numberOf, type OptionSpec, type OptionValues, textOf } from './command-spec.js';

/** Parses a whole number of at least `least`. @throws UsageError that quotes anything else */
export function wholeNumber(option: string, least: number, most = Number.MAX_SAFE_INTEGER) {
  return (text: string): number => {
    const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
    throw new UsageError(`${option} takes a whole number ${range}, not "${text}"`);
  };
}

/** A time as `--now` takes it, a date (00:00 UTC) or RFC 3339, in epoch milliseconds. */
function instant(text: string): number {
  const at = parseInstant(text, 'start');
  if (at !== null) return at;
  throw new UsageError(`--now takes a date or an RFC 3339 time, not "${text}"`, {
    hint: 'For example --now 2027-01-31 or --now 2027-01-31T09:00:00Z.',
  });
}

/** `I/N`, the I-th of N parts. Kept as text. */
function shardText(text: string): string {
  if (parseShard(text) !== null) return text;
  throw new UsageError(`--shard takes I/N with I from 1 to N, not "${text}"`, {
    hint: 'For example --shard 1/4 … --shard 4/4 in a job matrix of four.',
  });
}

export function digestText(text: string): string {
  if (/^sha256:[0-9a-f]{64}$/u.test(text)) return text;
  throw new UsageError(`--digest takes sha256: and 64 hexadecimal digits, not "${text}"`, {
    hint: 'It is the "digest" of the plan that was reviewed.',
  });
}

/** A share from 0 to 1. */
export function share(text: string): number {
  const value = /^(\d+(\.\d*)?|\.\d+)$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  throw new UsageError(`--fail takes a share from 0 to 1, not "${text}"`);
}

/** `N/s` or `N`: requests a second. */
export function perSecond(text: string): number {
  const value = Number(/^(\d{1,9})(\/s)?$/u.exec(text)?.[1]);
  if (value > 0) return value;
  throw new UsageError(`--rate-limit takes requests a second, as 20/s, not "${text}"`);
}

/** A value that is not empty: `--scope "$UNSET"` must not widen a run. */
export function notEmpty(option: string) {
  return (text: string): string => {
    if (text !== '') return text;
    throw new UsageError(`${option} is empty`, { hint: 'Is the variable that should fill it set?' });
  };
}

/** Collects a repeatable option; an empty one is refused. */
export function repeatable(option: string) {
  const check = notEmpty(option);
  return (text: string, before: unknown): readonly unknown[] => {
    const collected: readonly unknown[] = Array.isArray(before) ? before : [];
    return [...collected, check(text)];
  };
}

/** Collects names of connectors and paths of their files, which settings write with `/`. */
export function connectorNames(text: string, before: unknown): readonly unknown[] {
  return repeatable('--connector')(withSlashes(text), before);
}

/** Options that several commands take, described once. */
export const scopeOption: OptionSpec = {
  flags: '--scope <glob>',
  description: 'only scopes whose address matches, such as redox/environment/*; repeatable',
  parse: repeatable('--scope'),
};

export const addressOption: OptionSpec = {
  flags: '--scope <address...>',
  description:
    'which organizations, accounts or other scopes, such as redox/organization/1024; repeatable; default: everything that the settings or files name',
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

/** What commands that write files take. */
export const dryRunOption: OptionSpec = {
  flags: '--dry-run',
  description: 'print the diff and write nothing',
};

/** The format of what goes to stdout. */
export function formatOption(formats: readonly string[]): OptionSpec {
  return { flags: '--format <format>', description: 'format of the output on stdout', choices: formats };
}
