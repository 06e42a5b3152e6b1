import type { EngineEvent, EventSink } from '../engine/events.js';
import { visible } from '../report/escape.js';
import { fit } from '../report/terminal.js';
import { rolesWords, SIGNS } from '../report/words.js';
import { count, listed } from '../model/label.js';
import { type ProviderTraits, rootTraits } from '../model/scope.js';
import type { Runtime } from '../runtime.js';
import { type TerminalWritable, terminalWidth } from './io.js';

/** Events within so many milliseconds are shown together. */
const MOMENT = 50;

export interface ProgressView {
  readonly sink: EventSink;
  /** Shows what is pending and removes the bar from the terminal until the next event. */
  readonly clear: () => void;
}

/**
 * Shows how a run goes on: on a terminal one line with a bar that is drawn over, elsewhere plain lines. With `verbose`
 * every request is a line of its own: method, path, status, time; never a header or a body. What happens within a
 * moment is shown together: a write to a pipe blocks, and one for each event would hold up the requests.
 */
export function progressView(
  stream: TerminalWritable,
  verbose: boolean,
  runtime: Runtime,
  providers: readonly ProviderTraits[],
): ProgressView {
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
      if (progress === null) lines += lineOf(event, providers);
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

function lineOf(event: EngineEvent, providers: readonly ProviderTraits[]): string {
  const text = eventLine(event, providers);
  return text === null ? '' : `${visible(text)}\n`;
}

interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

function progressOf(event: EngineEvent): Progress | null {
  switch (event.kind) {
    case 'read-started':
      return { phase: 'Reading', done: 0, total: event.roots };
    case 'root-read':
      return { phase: 'Reading', done: event.done, total: event.roots };
    case 'apply-started':
      return { phase: 'Writing', done: 0, total: event.writes };
    case 'change-done':
      return { phase: 'Writing', done: event.done, total: event.total };
    case 'verifying':
      return { phase: 'Verifying', done: 0, total: event.scopes };
    case 'plan-started':
    case 'plan-ended':
    case 'request':
    case 'note':
      return null;
  }
}

/** An event as a line of a log; null if it has none. Foreign text, not escaped. */
function eventLine(event: EngineEvent, providers: readonly ProviderTraits[]): string | null {
  switch (event.kind) {
    case 'read-started':
      return event.roots === 0
        ? null
        : `Reading ${count(event.scopes, 'scope')} of ${rootWords(event.roots, providers)}.`;
    case 'root-read':
      return null;
    case 'apply-started':
      return event.writes === 0 ? null : `Writing ${count(event.writes, 'change')}.`;
    case 'change-done': {
      const { result, done, total } = event;
      const what = `${SIGNS[result.action]} ${result.label} ${rolesWords(result)} in ${result.scope}`;
      return `[${done}/${total}] ${what}: ${result.status}${result.reason === null ? '' : `: ${result.reason}`}`;
    }
    case 'verifying':
      return `Reading ${count(event.scopes, 'scope')} again${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}.`;
    case 'request': {
      const again = event.attempt > 1 ? ` (attempt ${event.attempt})` : '';
      return `${event.provider} ${event.method} ${event.path} ${event.status ?? 'no answer'} ${Math.round(event.ms)} ms${again}`;
    }
    case 'note':
      return event.message;
    case 'plan-started':
    case 'plan-ended':
      return null;
  }
}

const BAR_WIDTH = 24;

/** `Writing [######------] 12/48, 4 s left`. The time left is shown once it can be estimated. */
function progressBar({ phase, done, total }: Progress, elapsedMs: number): string {
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(part * BAR_WIDTH);
  const bar = `${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}`;
  const left =
    done > 0 && done < total && elapsedMs >= 500 ? `, ${timeLeft((elapsedMs / done) * (total - done))}` : '';
  return `${phase} [${bar}] ${done}/${total}${left}`;
}

function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
}

/** `2 organizations and accounts`, whatever kinds of root the providers have. */
function rootWords(roots: number, providers: readonly ProviderTraits[]): string {
  const names = new Map(providers.map(rootTraits).map(({ kind, plural }) => [kind, plural]));
  return count(roots, listed([...names.keys()], 'or'), listed([...names.values()]));
}
