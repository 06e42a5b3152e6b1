import { type CompletedCommand, globalOptions } from './words.js';

/** A completion script for bash. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const globals = globalOptions.map(({ long }) => long);
  const choices = commands.flatMap(({ name, options }) =>
    options
      .filter((option) => option.choices.length > 0)
      .map(({ long, choices: words }) => `    "${name} ${long}") words="${words.join(' ')}" ;;`),
  );
  const files = new Set(
    [...globalOptions, ...commands.flatMap(({ options }) => options)]
      .filter(({ value }) => value === 'file')
      .flatMap(({ long, short }) => (short === null ? [long] : [long, short])),
  );
  const texts = new Set(
    commands
      .flatMap(({ options }) => options)
      .filter(({ value, choices: words }) => value === 'text' && words.length === 0)
      .map(({ long }) => long),
  );
  const options = commands.map(
    ({ name, options: own, argument }) =>
      `    ${name}) words="${[...argument, ...own.map(({ long }) => long), ...globals].join(' ')}" ;;`,
  );
  return `# Load it with: eval "$(rolecall completion bash)"
_rolecall() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${names.join('|')}) command="$word"; break ;; esac
  done
  case "$command $previous" in
${choices.join('\n')}
  esac
  if [[ -n "$words" ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); return; fi
  case "$previous" in
    ${[...files].sort().join('|')}) COMPREPLY=($(compgen -f -- "$current")); return ;;
    ${[...texts].sort().join('|')}) return ;;
  esac
  case "$command" in
    "") words="${[...names, ...globals, '--version'].join(' ')}" ;;
${options.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ -n "$command" && "$current" != -* && \${#COMPREPLY[@]} -eq 0 ]]; then COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -F _rolecall rolecall
`;
}
