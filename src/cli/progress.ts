import type { EngineEvent, EventSink } from '../engine/events.js';
import { visible } from '../report/escape.js';
import { fit } from '../report/terminal.js';
import { eventLine, type Progress, progressOf, progressBar } from './progress-text.js';
import type { Runtime } from '../runtime.js';
import { type TerminalWritable, terminalWidth } from './io.js';

/** What happens within so many milliseconds is shown together. */
const MOMENT = 50;

export interface ProgressView {
  readonly sink: EventSink;
  /** Shows what is still to be shown, and takes the bar off the terminal; it comes back with the next event. */
  readonly clear: () => void;
}

/**
 * Shows how a run goes on: on a terminal one line with a bar that is drawn over, elsewhere plain lines. With `verbose`
 * every request is a line of its own: method, path, status, time; never a header or a body. What happens within a
 * moment is shown together: a write to a pipe blocks, and one for each event would hold up the requests.
 */
export function progressView(stream: TerminalWritable, verbose: boolean, runtime: Runtime): ProgressView {
  const terminal = stream.isTTY === true;
  const state: { shown: boolean; current: Progress | null; startedAt: number; paintedAt: number } = {
    shown: false,
    current: null,
    startedAt: 0,
    paintedAt: Number.NEGATIVE_INFINITY,
  };
  const takeOff = (): void => {
    if (state.shown) stream.write('\r\u001B[K');
    state.shown = false;
    state.paintedAt = Number.NEGATIVE_INFINITY;
  };
  const draw = (progress: Progress): void => {
    const now = runtime.monotonic();
    if (state.current?.phase !== progress.phase) state.startedAt = now;
    state.current = progress;
    if (now - state.paintedAt < MOMENT && progress.done < progress.total) return;
    state.paintedAt = now;
    stream.write(
      `\r\u001B[K${fit(progressBar(progress, now - state.startedAt), (terminalWidth(stream) ?? 80) - 1)}`,
    );
    state.shown = true;
  };
  const waiting: EngineEvent[] = [];
  const show = (): void => {
    let lines = '';
    for (const event of waiting.splice(0)) {
      const progress = terminal ? progressOf(event) : null;
      if (progress === null) lines += lineOf(event);
      else draw(progress);
    }
    if (lines === '') return;
    takeOff();
    stream.write(lines);
  };
  const sink = (event: EngineEvent): void => {
    if (event.kind === 'request' && !verbose) return;
    if (waiting.push(event) === 1) setTimeout(show, MOMENT).unref();
  };
  const clear = (): void => {
    show();
    takeOff();
  };
  return { sink, clear };
}

function lineOf(event: EngineEvent): string {
  const text = eventLine(event);
  return text === null ? '' : `${visible(text)}\n`;
}
