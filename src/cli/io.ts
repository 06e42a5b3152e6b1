import type { Writable } from 'node:stream';
import { RolecallError } from '../errors.js';
import { folded } from '../report/terminal.js';

/** A stream that may be a terminal. */
export type TerminalWritable = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** The streams, environment and folder of a run. Tests give their own. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: TerminalWritable;
  readonly stderr: TerminalWritable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Writing to the two outputs: stdout carries the asked format alone, stderr everything else. */
export interface Io {
  readonly streams: Streams;
  /**
   * Resolves once the text is handed over; of pieces, each before the next is made. A reader that went away is no
   * failure: the run and its exit code go on.
   */
  readonly result: (text: string | Iterable<string>) => Promise<void>;
  /** A note for people, on stderr. */
  readonly note: (text: string) => Promise<void>;
}

export function makeIo(streams: Streams): Io {
  const write = writerOf(streams.stdout, 'stdout');
  const result = async (text: string | Iterable<string>): Promise<void> => {
    for (const piece of typeof text === 'string' ? [text] : text) await write(piece);
  };
  const noteAsIs = writerOf(streams.stderr, 'stderr');
  const note = (text: string): Promise<void> =>
    noteAsIs(folded(text, terminalWidth(streams.stderr) ?? undefined));
  return { streams, result, note };
}

function writerOf(stream: Writable, name: string): (text: string) => Promise<void> {
  const failure: { error: Error | null } = { error: null };
  stream.on('error', (error) => {
    failure.error ??= error;
  });
  return async (text) => {
    if (text === '' || failure.error !== null) return;
    const error = await new Promise<Error | null>((resolve) => {
      stream.write(text, (problem) => resolve(problem ?? null));
    });
    if (error === null || isClosedPipe(error)) return;
    throw new RolecallError(`cannot write to ${name}: ${error.message}`, { cause: error });
  };
}

function isClosedPipe(error: Error): boolean {
  const code = 'code' in error ? error.code : null;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_STREAM_WRITE_AFTER_END';
}

/** Whether to paint a stream: a terminal, and neither `--no-color` nor NO_COLOR (no-color.org) nor a dumb terminal. */
export function wantsColor(stream: TerminalWritable, env: Streams['env'], asked: boolean): boolean {
  const { NO_COLOR: noColor, TERM: term } = env;
  return asked && stream.isTTY === true && (noColor === undefined || noColor === '') && term !== 'dumb';
}

/** The columns of a terminal, 80 if it does not say; null for a stream that is not a terminal. */
export function terminalWidth(stream: TerminalWritable): number | null {
  if (stream.isTTY !== true) return null;
  return stream.columns === undefined || stream.columns === 0 ? 80 : stream.columns;
}

/** The rows of a terminal, 24 if it does not say; null for a stream that is not a terminal. */
export function terminalRows(stream: TerminalWritable): number | null {
  if (stream.isTTY !== true) return null;
  return stream.rows === undefined || stream.rows === 0 ? 24 : stream.rows;
}
