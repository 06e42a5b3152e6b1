import { Command, CommanderError, Option } from 'commander';
import { ExitCode } from '../errors.js';
import { visible } from '../report/escape.js';
import type { CommandSpec, Example, OptionSpec, OptionValues } from './command-spec.js';
import { notEmpty } from './shared-options.js';
import { commandSpecs } from './specs.js';

/** What the command line asked for. */
export type Parsed =
  | {
      readonly kind: 'command';
      readonly spec: CommandSpec;
      readonly values: OptionValues;
      readonly args: readonly (string | null)[];
      readonly globals: GlobalOptions;
    }
  /** Help, or why the line was refused: what to print, where, and the exit code. */
  | { readonly kind: 'words'; readonly out: string; readonly err: string; readonly exitCode: ExitCode };

interface GlobalOptions {
  readonly config: string;
  readonly color: boolean;
  readonly verbose: boolean;
}

const PROGRAM_EXAMPLES: readonly Example[] = [
  { command: 'rolecall init', does: 'write a starter configuration' },
  { command: 'rolecall import --people', does: 'write the live state as files' },
  { command: 'rolecall plan', does: 'show what would change' },
  { command: 'rolecall apply', does: 'plan, ask, and write' },
  { command: 'rolecall help plan', does: 'show every option of a command' },
];

/**
 * Reads a command line (without node and script). Nothing is printed and nothing is run here. Throws UsageError for a
 * value that an option cannot take.
 */
export function parseArguments(argv: readonly string[], version: string): Parsed {
  const written = { out: '', err: '' };
  const chosen: { parsed: Parsed | null } = { parsed: null };
  const program = new Command('rolecall')
    .description(
      'Keeps role assignments as YAML files in git: plan shows what would change, apply makes the change.',
    )
    .version(version, '-V, --version')
    .option('-c, --config <file>', 'path of the settings', notEmpty('--config'), 'rolecall.yaml')
    .option('--no-color', 'no colours, as with the variable NO_COLOR')
    .option('--verbose', 'print every request, and the stack of an error, on stderr')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (written.out += text),
      writeErr: (text) => (written.err += visibleLines(text)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', examplesText(PROGRAM_EXAMPLES));
  for (const spec of specsFor(argv)) {
    const command = addCommand(program, spec);
    command.action(() => {
      const args = spec.arguments.map((_, index) => command.args[index] ?? null);
      chosen.parsed = {
        kind: 'command',
        spec,
        values: command.opts(),
        args,
        globals: globalsOf(program.opts()),
      };
    });
  }
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: 'words', ...written, exitCode: error.exitCode === 0 ? ExitCode.done : ExitCode.invalid };
  }
  return chosen.parsed ?? { kind: 'words', ...written, exitCode: ExitCode.invalid };
}

/** The commands that the line names; all of them for help. Building the others would delay each start. */
function specsFor(argv: readonly string[]): readonly CommandSpec[] {
  const asksForHelp = argv.some((word) => word === 'help' || word === '--help' || word === '-h');
  const named = asksForHelp ? [] : commandSpecs.filter(({ name }) => argv.includes(name));
  return named.length === 0 ? commandSpecs : named;
}

function addCommand(program: Command, spec: CommandSpec): Command {
  const command = program.command(spec.name).summary(spec.summary).description(spec.description);
  for (const { name, description } of spec.arguments) command.argument(name, description);
  for (const option of spec.options) command.addOption(makeOption(option));
  return command
    .allowExcessArguments(false)
    .showHelpAfterError(`Run rolecall ${spec.name} --help for its options.`)
    .addHelpText('after', examplesText(spec.examples));
}

function makeOption(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.description);
  if (spec.parse !== undefined) option.argParser<unknown>(spec.parse);
  if (spec.choices !== undefined) option.choices(spec.choices);
  if (spec.fallback !== undefined) option.default(spec.fallback);
  return option;
}

function globalsOf(values: OptionValues): GlobalOptions {
  return {
    config: typeof values['config'] === 'string' ? values['config'] : 'rolecall.yaml',
    color: values['color'] !== false,
    verbose: values['verbose'] === true,
  };
}

function examplesText(examples: readonly Example[]): string {
  const width = Math.max(...examples.map(({ command }) => command.length));
  return `\nExamples:\n${examples.map(({ command, does }) => `  ${command.padEnd(width)}  ${does}`).join('\n')}`;
}

/** Foreign text of several lines, such as a refusal that quotes what was typed. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
