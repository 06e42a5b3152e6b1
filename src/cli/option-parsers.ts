import { parseInstant } from '../model/instant.js';
import { UsageError } from '../errors.js';
import { parseShard } from '../planning/narrow.js';

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
export function instant(text: string): number {
  const at = parseInstant(text, 'start');
  if (at !== null) return at;
  throw new UsageError(`--now takes a date or an RFC 3339 time, not "${text}"`, {
    hint: 'For example --now 2027-01-31 or --now 2027-01-31T09:00:00Z.',
  });
}

/** `I/N`, the I-th of N parts. Kept as text. */
export function shardText(text: string): string {
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
