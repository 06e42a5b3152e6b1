import { connectors } from '../generated/connectors.js';
import type { KnownWords } from '../commands/known-roles.js';
import type { CommandSpec, OptionSpec } from './command-spec.js';

/**
 * A script that completes commands, options and their values in a shell; null for a shell that has none. Roles and scopes
 * are asked of `rolecall completion roles|scopes` at the time; they are foreign text, which no script evaluates.
 */
export function completionScript(shell: string, specs: readonly CommandSpec[]): string | null {
  const commands = specs.map(completedCommand);
  switch (shell) {
    case 'bash':
      return bashCompletion(commands);
    case 'zsh':
      return zshCompletion(commands);
    case 'fish':
      return fishCompletion(commands);
    default:
      return null;
  }
}

interface CompletedOption {
  /** As in `--scope`. */
  readonly long: string;
  /** As in `-c`; null where there is none. */
  readonly short: string | null;
  readonly description: string;
  /** Whether a value follows; `file` where it is a path. */
  readonly value: 'none' | 'file' | 'text';
  readonly choices: readonly string[];
  /** Whether `rolecall completion scopes` knows values. */
  readonly isScope: boolean;
  /** Words that may stand in place of a file. */
  readonly names: readonly string[];
}

interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** The values of its argument, if they are few words. */
  readonly argument: readonly string[];
  /** Whether its second argument is a role, of which `rolecall completion roles` knows some. */
  readonly takesRole: boolean;
  /** Whether a file follows such a word. */
  readonly fileFollows: boolean;
}

/** Options that stand before or after every command. */
const globalOptions: readonly CompletedOption[] = [
  { flags: '-c, --config <file>', description: 'path of the settings' },
  { flags: '--no-color', description: 'no colours' },
  { flags: '--verbose', description: 'every request' },
  { flags: '-h, --help', description: 'help' },
].map(completedOption);

function completedCommand(spec: CommandSpec): CompletedCommand {
  const { name, summary, options } = spec;
  const [argument, following] = spec.arguments;
  const words = argument?.choices ?? [];
  const fileFollows = words.length > 0 && following?.name === '<file>';
  const takesRole = following?.name === '[role]';
  return { name, summary, options: options.map(completedOption), argument: words, takesRole, fileFollows };
}

function completedOption({ flags, description, choices = [] }: OptionSpec): CompletedOption {
  const long = /--[\w-]+/u.exec(flags)?.[0] ?? flags;
  const short = /(?:^|\s)(-\w)\b/u.exec(flags)?.[1] ?? null;
  const value = /<(?:name\|)?(?:file|dir)\b/u.test(flags) ? 'file' : flags.includes('<') ? 'text' : 'none';
  const names = flags.includes('<name|file>') ? Object.keys(connectors) : [];
  const isScope = long === '--in' || long === '--scope';
  return { long, short, description, value, choices, isScope, names };
}

function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const globals = globalOptions.map(({ long }) => long);
  const choices = commands.flatMap(({ name, options }) =>
    options
      .filter((option) => option.choices.length > 0)
      .map(({ long, choices: words }) => `    "${name} ${long}") words="${words.join(' ')}" ;;`),
  );
  const named = commands.flatMap(({ name, options, argument, fileFollows }) => [
    ...options
      .filter(({ names: own }) => own.length > 0)
      .map(
        ({ long, names: own }) =>
          `    "${name} ${long}") COMPREPLY=($(compgen -W "${own.join(' ')}" -- "$current") $(compgen -f -- "$current")); return ;;`,
      ),
    ...(fileFollows ? argument : []).map(
      (word) => `    "${name} ${word}") COMPREPLY=($(compgen -f -- "$current")); return ;;`,
    ),
  ]);
  const files = new Set(
    [...globalOptions, ...commands.flatMap(({ options }) => options)]
      .filter(({ value }) => value === 'file')
      .flatMap(({ long, short }) => (short === null ? [long] : [long, short])),
  );
  const all = commands.flatMap(({ options }) => options);
  const scopes = new Set(all.filter(({ isScope }) => isScope).map(({ long }) => long));
  const roles = commands.filter(({ takesRole }) => takesRole).map(({ name }) => name);
  const texts = new Set(
    all
      .filter(({ value, choices: words, isScope }) => value === 'text' && words.length === 0 && !isScope)
      .map(({ long }) => long),
  );
  const options = commands.map(
    ({ name, options: own, argument }) =>
      `    ${name}) words="${[...argument, ...own.map(({ long }) => long), ...globals].join(' ')}" ;;`,
  );
  return `# Load it with: eval "$(rolecall completion bash)"
_rolecall_known() {
  local word
  while IFS= read -r word; do
    printf -v word %q "$word"
    if [[ "$word" == "$current"* ]]; then COMPREPLY+=("$word"); fi
  done < <(rolecall -c "$config" completion "$1" 2>/dev/null)
}
_rolecall() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" word
  local config=rolecall.yaml index position=0
  for ((index = 1; index < COMP_CWORD; index += 1)); do
    word="\${COMP_WORDS[index]}"
    case "\${COMP_WORDS[index-1]}" in -c|--config) config="$word"; continue ;; esac
    if [[ -n "$command" ]]; then continue; fi
    case "$word" in ${names.join('|')}) command="$word"; position=$((COMP_CWORD - index)) ;; esac
  done
  COMPREPLY=()
  case "$command $previous" in
${[...choices, ...named].join('\n')}
  esac
  if [[ -n "$words" ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); return; fi
  case "$previous" in
    ${[...files].sort().join('|')}) COMPREPLY=($(compgen -f -- "$current")); return ;;
    ${[...scopes].sort().join('|')}) _rolecall_known scopes; return ;;
    ${[...texts].sort().join('|')}) return ;;
  esac
  if [[ "$current" != -* && $position -eq 2 ]]; then
    case "$command" in ${roles.join('|')}) _rolecall_known roles; return ;; esac
  fi
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

function zshCompletion(commands: readonly CompletedCommand[]): string {
  const described = commands.map(
    ({ name, summary }) => `    ${quotedPosix(`${name}:${summary.replaceAll(':', '\\:')}`)}`,
  );
  const cases = commands.map(({ name, options, argument, takesRole, fileFollows }) => {
    const last = takesRole
      ? ["'1:who: '", "'2:role: _rolecall_known roles'"]
      : argument.length === 0
        ? ["'*:file:_files'"]
        : [quotedPosix(`1:argument:(${argument.join(' ')})`), ...(fileFollows ? ["'2:file:_files'"] : [])];
    const lines = [...[...options, ...globalOptions].map(argumentOf), ...last].map(
      (line) => `          ${line}`,
    );
    return `        ${name}) _arguments \\\n${lines.join(' \\\n')} ;;`;
  });
  return `#compdef rolecall
# Load it with: eval "$(rolecall completion zsh)"
_rolecall_known() {
  compadd -- \${(f)"$(rolecall -c \${config:-rolecall.yaml} completion $1 2>/dev/null)"}
}
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
  local config=\${(Q)opt_args[-c]:-\${(Q)opt_args[--config]}}
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

function argumentOf({ long, short, description, value, choices, isScope, names }: CompletedOption): string {
  const text = description.replaceAll(/[[\]:]/gu, ' ').trim();
  const what =
    choices.length > 0
      ? `:value:(${choices.join(' ')})`
      : value === 'file'
        ? names.length === 0
          ? ':file:_files'
          : `:file:{compadd ${names.join(' ')}; _files}`
        : isScope
          ? ':scope: _rolecall_known scopes'
          : value === 'text'
            ? ':value: '
            : '';
  const name = short === null ? quotedPosix(long).slice(0, -1) : `{${short},${long}}'`;
  return `${name}[${text.replaceAll("'", "'\\''")}]${what}'`;
}

function quotedPosix(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fishCompletion(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, options, argument, takesRole, fileFollows }) => [
    `complete -c rolecall -n __fish_use_subcommand -f -a ${name} -d ${quotedFish(summary)}`,
    ...options.map((option) => optionLine(option, `-n "__fish_seen_subcommand_from ${name}"`)),
    ...(takesRole
      ? [
          `complete -c rolecall -n "__fish_seen_subcommand_from ${name}; and test (count (commandline -opc)) -eq 3" -f -a ${quotedFish(knownFish('roles'))}`,
        ]
      : []),
    ...(argument.length === 0
      ? []
      : [
          `complete -c rolecall -n "__fish_seen_subcommand_from ${name}${fileFollows ? `; and not __fish_seen_subcommand_from ${argument.join(' ')}` : ''}" -f -a ${quotedFish(argument.join(' '))}`,
        ]),
  ]);
  const globals = globalOptions.map((option) => optionLine(option, ''));
  return `# Load it with: rolecall completion fish | source\n${[...globals, ...lines].join('\n')}\n`;
}

function optionLine(
  { long, short, description, value, choices, isScope, names }: CompletedOption,
  condition: string,
): string {
  const values =
    choices.length > 0
      ? `-x -a ${quotedFish(choices.join(' '))}`
      : value === 'none'
        ? '-f'
        : isScope
          ? `-x -a ${quotedFish(knownFish('scopes'))}`
          : value === 'file'
            ? names.length === 0
              ? '-r'
              : `-r -a ${quotedFish(names.join(' '))}`
            : '-x';
  const parts = [
    'complete -c rolecall',
    condition,
    `-l ${long.slice(2)}`,
    short === null ? '' : `-s ${short.slice(1)}`,
    values,
    `-d ${quotedFish(description)}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** What fish runs when it needs the words. */
function knownFish(what: KnownWords): string {
  return `(rolecall completion ${what} 2>/dev/null)`;
}

function quotedFish(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
