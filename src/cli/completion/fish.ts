import { type CompletedCommand, type CompletedOption, globalOptions } from './words.js';

/** A completion script for fish. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, options, argument }) => [
    `complete -c rolecall -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}`,
    ...options.map((option) => optionLine(option, `-n "__fish_seen_subcommand_from ${name}"`)),
    ...(argument.length === 0
      ? []
      : [`complete -c rolecall -n "__fish_seen_subcommand_from ${name}" -f -a ${quote(argument.join(' '))}`]),
  ]);
  const globals = globalOptions.map((option) => optionLine(option, ''));
  return `# Load it with: rolecall completion fish | source\n${[...globals, ...lines].join('\n')}\n`;
}

function optionLine(
  { long, short, description, value, choices }: CompletedOption,
  condition: string,
): string {
  const values =
    choices.length > 0
      ? `-x -a ${quote(choices.join(' '))}`
      : value === 'none'
        ? '-f'
        : value === 'file'
          ? '-r'
          : '-x';
  const parts = [
    'complete -c rolecall',
    condition,
    `-l ${long.slice(2)}`,
    short === null ? '' : `-s ${short.slice(1)}`,
    values,
    `-d ${quote(description)}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
