import { type CompletedCommand, type CompletedOption, globalOptions } from './words.js';

/** A completion script for zsh. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const described = commands.map(
    ({ name, summary }) => `    ${single(`${name}:${summary.replaceAll(':', '\\:')}`)}`,
  );
  const cases = commands.map(({ name, options, argument }) => {
    const last = argument.length === 0 ? "'*:file:_files'" : single(`1:argument:(${argument.join(' ')})`);
    const lines = [...options, ...globalOptions].map((option) => `          ${argumentOf(option)}`);
    return `        ${name}) _arguments \\\n${[...lines, `          ${last}`].join(' \\\n')} ;;`;
  });
  return `#compdef rolecall
# Load it with: eval "$(rolecall completion zsh)"
_rolecall() {
  local -a commands
  local context state state_descr line
  typeset -A opt_args
  commands=(
${described.join('\n')}
  )
  _arguments -C \\
${globalOptions.map((option) => `    ${argumentOf(option)}`).join(' \\\n')} \\
    '1: :->command' '*:: :->rest'
  case $state in
    command) _describe command commands ;;
    rest)
      case $words[1] in
${cases.join('\n')}
      esac ;;
  esac
}
compdef _rolecall rolecall
`;
}

function argumentOf({ long, short, description, value, choices }: CompletedOption): string {
  const text = description.replaceAll(/[[\]:]/gu, ' ').trim();
  const what =
    choices.length > 0
      ? `:value:(${choices.join(' ')})`
      : value === 'file'
        ? ':file:_files'
        : value === 'text'
          ? ':value: '
          : '';
  const name = short === null ? single(long).slice(0, -1) : `{${short},${long}}'`;
  return `${name}[${text.replaceAll("'", "'\\''")}]${what}'`;
}

function single(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
