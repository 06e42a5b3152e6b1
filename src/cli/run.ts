import { dirname, resolve } from 'node:path';
import { type ExitCode, InvalidFilesError } from '../errors.js';
import type { EventSink } from '../engine/events.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { diagnosticsText } from '../report/diagnostics.js';
import { visible } from '../report/escape.js';
import type { RenderOptions } from '../report/terminal.js';
import { type Telemetry, telemetrySink } from '../telemetry/telemetry-sink.js';
import { describeFailure } from './failure-text.js';
import { type Streams, type TerminalWritable, terminalWidth, wantsColor } from './io.js';
import { progressView } from './progress.js';
import { type GlobalOptions, type Parsed, parseArguments } from './program.js';
import type { Session, ProgramInput } from './session.js';
import { sourcesIn } from './sources.js';

type CommandLine = Extract<Parsed, { kind: 'command' }>;

/**
 * Runs one command line (without node and script) and returns its exit code. The one place that catches: whatever is
 * thrown becomes a message on stderr. Throws only where stderr itself cannot be written.
 */
export async function run(argv: readonly string[], surroundings: ProgramInput): Promise<ExitCode> {
  const { io, signal, version } = surroundings;
  const verbose = argv.includes('--verbose');
  try {
    const parsed = parseArguments(argv, version);
    if (parsed.kind === 'command') return await runCommand(parsed, surroundings);
    await io.result(parsed.out);
    await io.note(parsed.err);
    return parsed.exitCode;
  } catch (error) {
    const { exitCode, text } = describeFailure(error, signal.aborted, verbose);
    await io.note(text);
    return exitCode;
  }
}

async function runCommand(
  { spec, values, args, globals }: CommandLine,
  surroundings: ProgramInput,
): Promise<ExitCode> {
  const { io, runtime } = surroundings;
  const note = (message: string): Promise<void> => io.note(`${visible(message)}\n`);
  const telemetry = await telemetrySink({ now: runtime.now, note });
  const session = openSession(globals, surroundings, telemetry?.sink ?? null);
  try {
    return await spec.run(values, args, session);
  } catch (error) {
    if (error instanceof InvalidFilesError) await session.noteDiagnostics(error.diagnostics, null);
    throw error;
  } finally {
    session.pauseProgress();
    if (telemetry !== null) await handOver(telemetry, note);
  }
}

/** What cannot be exported is told and does not change how the run ends. */
async function handOver({ flush }: Telemetry, note: (message: string) => Promise<void>): Promise<void> {
  try {
    await flush();
  } catch (error) {
    await note(
      `Traces or metrics were not exported: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function openSession(
  { config, color, verbose }: GlobalOptions,
  surroundings: ProgramInput,
  traced: EventSink | null,
): Session {
  const { io, table, modules, runtime, signal, version } = surroundings;
  const { stdout, stderr, env, cwd } = io.streams;
  const progress = progressView(stderr, verbose, runtime);
  const noteDrawing = drawingFor(stderr, env, color);
  return {
    io,
    table,
    runtime,
    version,
    config,
    context: {
      cwd,
      modules,
      runtime,
      signal,
      events: traced === null ? progress.sink : both(progress.sink, traced),
    },
    drawing: drawingFor(stdout, env, color),
    noteDrawing,
    pauseProgress: progress.clear,
    noteDiagnostics: async (diagnostics: readonly Diagnostic[], root: string | null) => {
      progress.clear();
      const path = resolve(cwd, config);
      await io.note(diagnosticsText(diagnostics, noteDrawing, sourcesIn(root ?? dirname(path), path)));
    },
  };
}

function both(one: EventSink, other: EventSink): EventSink {
  return (event) => {
    one(event);
    other(event);
  };
}

function drawingFor(stream: TerminalWritable, env: Streams['env'], asked: boolean): RenderOptions {
  const color = wantsColor(stream, env, asked);
  const width = terminalWidth(stream);
  return width === null ? { color } : { color, width };
}
