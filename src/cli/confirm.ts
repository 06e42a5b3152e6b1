import { Writable } from 'node:stream';
import confirm from '@inquirer/confirm';
import { Interrupted } from '../errors.js';
import type { Streams, TerminalWritable } from './io.js';

/**
 * Asks a yes-or-no question on stderr; no is the default. Throws Interrupted on Ctrl-C and when the signal aborts.
 */
export async function askYesNo(question: string, streams: Streams, signal: AbortSignal): Promise<boolean> {
  try {
    return await confirm(
      { message: question, default: false },
      { input: streams.stdin, output: unending(streams.stderr), signal },
    );
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'ExitPromptError' || name === 'AbortPromptError') throw new Interrupted();
    throw error;
  }
}

/** The prompt ends the stream it was given once it is answered; there is more to say on this one. */
function unending(stream: TerminalWritable): Writable {
  const through = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      stream.write(chunk, done);
    },
  });
  return Object.assign(through, { isTTY: stream.isTTY === true, columns: stream.columns ?? 80 });
}
