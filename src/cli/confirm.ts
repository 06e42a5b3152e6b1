import { Writable } from 'node:stream';
import confirm from '@inquirer/confirm';
import { Interrupted } from '../errors.js';
import { type Streams, type TerminalWritable, terminalWidth } from './io.js';

/**
 * Asks a yes-or-no question on stderr; no is the default, and what the end of the input (Ctrl-D) means. Throws Interrupted
 * on Ctrl-C and when the signal aborts.
 */
export async function askYesNo(
  question: string,
  streams: Streams,
  signal: AbortSignal,
  color: boolean,
): Promise<boolean> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  // The prompt does not tell that its input ended, it only pauses it.
  for (const event of ['pause', 'end']) streams.stdin.once(event, end);
  try {
    return await confirm(
      { message: question, default: false, ...(color ? {} : { theme: PLAIN }) },
      {
        input: streams.stdin,
        output: unending(streams.stderr),
        signal: AbortSignal.any([signal, ended.signal]),
      },
    );
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'AbortPromptError' && !signal.aborted) return false;
    if (name === 'ExitPromptError' || name === 'AbortPromptError') throw new Interrupted();
    throw error;
  } finally {
    for (const event of ['pause', 'end']) streams.stdin.off(event, end);
  }
}

const same = (text: string): string => text;

/** The prompt's look without colours. */
const PLAIN = {
  prefix: '?',
  style: { answer: same, message: same, defaultAnswer: (text: string) => `(${text})` },
};

/** A stream that stays open: the prompt ends the one it is given, and more is written to this one. */
function unending(stream: TerminalWritable): Writable {
  const through = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      stream.write(chunk, done);
    },
  });
  return Object.assign(through, { isTTY: stream.isTTY === true, columns: terminalWidth(stream) ?? 80 });
}
