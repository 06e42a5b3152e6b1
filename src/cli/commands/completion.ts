import { ExitCode, UsageError } from '../../errors.js';
import type { CommandSpec } from '../command-spec.js';

const SHELLS = ['bash', 'zsh', 'fish'];

/** The command that completes the others, which it is given. */
export function completionSpec(others: readonly CommandSpec[]): CommandSpec {
  const spec: CommandSpec = {
    name: 'completion',
    summary: 'print a script that completes commands and options in a shell',
    description:
      'Prints a script that completes commands, options and their values in a shell. The script asks "completion roles" and ' +
      '"completion scopes" for those of the files and those that earlier runs listed; nothing is sent.',
    arguments: [{ name: '<shell>', description: `one of ${SHELLS.join(', ')}`, choices: SHELLS }],
    options: [],
    examples: [
      { command: 'rolecall completion fish | source', does: 'for this session, in fish' },
      {
        command: 'eval "$(rolecall completion bash)"',
        does: 'for this session, in bash; add it to ~/.bashrc for all sessions',
      },
    ],
    run: async (_values, [shell = null], session) => {
      if (shell === 'roles' || shell === 'scopes') {
        const knownWords = await session.table.knownWords();
        const words = await knownWords(shell, session.context);
        await session.io.result(words.map((word) => `${word}\n`));
        return ExitCode.done;
      }
      const { completionScript } = await import('../completion-scripts.js');
      const script = completionScript(shell ?? '', [...others, spec]);
      if (script === null) {
        throw new UsageError(`there is no completion for ${JSON.stringify(shell ?? '')}`, {
          hint: `Name one of ${SHELLS.join(', ')}.`,
        });
      }
      await session.io.result(script);
      return ExitCode.done;
    },
  };
  return spec;
}
