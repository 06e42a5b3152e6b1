import { ExitCode, UsageError } from '../../errors.js';
import type { CommandSpec } from '../command-spec.js';
import type { CompletedCommand } from '../completion/words.js';

type Script = (commands: readonly CompletedCommand[]) => string;

/** The scripts by shell, each loaded alone. */
const SHELLS: Readonly<Record<string, () => Promise<Script>>> = {
  bash: async () => (await import('../completion/bash.js')).bashCompletion,
  zsh: async () => (await import('../completion/zsh.js')).zshCompletion,
  fish: async () => (await import('../completion/fish.js')).fishCompletion,
};

/** The command that completes the others, which it is given. */
export function completionSpec(others: readonly CommandSpec[]): CommandSpec {
  const spec: CommandSpec = {
    name: 'completion',
    summary: 'print a script that completes commands and options in a shell',
    description: 'Prints a script that completes commands, options and their values in a shell.',
    arguments: [{ name: '<shell>', description: `one of ${Object.keys(SHELLS).join(', ')}` }],
    options: [],
    examples: [
      { command: 'rolecall completion fish | source', does: 'for this session, in fish' },
      {
        command: 'eval "$(rolecall completion bash)"',
        does: 'the same in bash; put it into ~/.bashrc for all',
      },
    ],
    run: async (_values, [shell = null], session) => {
      const load = SHELLS[shell ?? ''];
      if (load === undefined) {
        throw new UsageError(`there is no completion for ${JSON.stringify(shell ?? '')}`, {
          hint: `Name one of ${Object.keys(SHELLS).join(', ')}.`,
        });
      }
      const script = await load();
      const { completedCommand } = await import('../completion/words.js');
      await session.io.result(script([...others, spec].map(completedCommand)));
      return ExitCode.done;
    },
  };
  return spec;
}
