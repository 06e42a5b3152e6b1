import type { CommandSpec, OptionSpec } from '../command-spec.js';

/** An option as a shell completes it. */
export interface CompletedOption {
  /** As in `--scope`. */
  readonly long: string;
  /** As in `-c`; null where there is none. */
  readonly short: string | null;
  readonly description: string;
  /** Whether a value follows; `file` where it is a path. */
  readonly value: 'none' | 'file' | 'text';
  readonly choices: readonly string[];
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** What its argument may be, where that is one of few words. */
  readonly argument: readonly string[];
}

/** Options that stand before or after every command. */
export const globalOptions: readonly CompletedOption[] = [
  { long: '--config', short: '-c', description: 'the settings', value: 'file', choices: [] },
  { long: '--no-color', short: null, description: 'no colours', value: 'none', choices: [] },
  { long: '--verbose', short: null, description: 'every request', value: 'none', choices: [] },
  { long: '--help', short: '-h', description: 'help', value: 'none', choices: [] },
];

export function completedCommand(spec: CommandSpec): CompletedCommand {
  const { name, summary, options } = spec;
  const [argument] = spec.arguments;
  const words = /^one of (.+)$/u.exec(argument?.description ?? '')?.[1]?.split(', ') ?? [];
  return { name, summary, options: options.map(completedOption), argument: words };
}

function completedOption({ flags, description, choices = [] }: OptionSpec): CompletedOption {
  const long = /--[\w-]+/u.exec(flags)?.[0] ?? flags;
  const short = /(?:^|\s)(-\w)\b/u.exec(flags)?.[1] ?? null;
  const value = /<(file|dir)\b/u.test(flags) ? 'file' : flags.includes('<') ? 'text' : 'none';
  return { long, short, description, value, choices };
}
