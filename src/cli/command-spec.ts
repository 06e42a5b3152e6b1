import type { ExitCode } from '../errors.js';
import type { Session } from './session.js';

/** Option values as the command line gave them, by camel-case name; read with the functions below. */
export type OptionValues = Readonly<Record<string, unknown>>;

export interface OptionSpec {
  /** As in `--scope <glob>`. */
  readonly flags: string;
  readonly description: string;
  readonly parse?: (text: string, before: unknown) => unknown;
  readonly choices?: readonly string[];
  readonly fallback?: string | number;
}

export interface ArgumentSpec {
  /** As in `<principal>` or `[plan.json]`. */
  readonly name: string;
  readonly description: string;
  /** Its values, if they are few words. */
  readonly choices?: readonly string[];
}

export interface Example {
  readonly command: string;
  readonly does: string;
}

/** One command of the program: its words, its options, and what it does with their values. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly Example[];
  readonly run: (
    values: OptionValues,
    args: readonly (string | null)[],
    session: Session,
  ) => Promise<ExitCode>;
}

export function textOf(values: OptionValues, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

export function numberOf(values: OptionValues, name: string): number | null {
  const value = values[name];
  return typeof value === 'number' ? value : null;
}

export function flagOf(values: OptionValues, name: string): boolean {
  return values[name] === true;
}

export function listOf(values: OptionValues, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The format asked for, one of those the command offers; the first of them where none is. */
export function formatOf<Format extends string>(
  values: OptionValues,
  formats: readonly [Format, ...Format[]],
): Format {
  return formats.find((format) => format === values['format']) ?? formats[0];
}
