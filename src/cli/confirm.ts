import confirm from '@inquirer/confirm';
import { Interrupted } from '../errors.js';
import type { Streams } from './io.js';

/**
 * Asks a yes-or-no question on stderr; no is the default. Throws Interrupted on Ctrl-C and when the signal aborts.
 */
export async function askYesNo(question: string, streams: Streams, signal: AbortSignal): Promise<boolean> {
  try {
    return await confirm(
      { message: question, default: false },
      { input: streams.stdin, output: streams.stderr, signal },
    );
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'ExitPromptError' || name === 'AbortPromptError') throw new Interrupted();
    throw error;
  }
}
