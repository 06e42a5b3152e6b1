import { ExitCode, Interrupted, InvalidFilesError, RolecallError } from '../errors.js';
import type { EventSink } from '../engine/events.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { diagnosticsText, type SourceText } from '../report/diagnostics.js';
import { visible } from '../report/escape.js';
import type { RenderOptions } from '../report/terminal.js';
import { type Telemetry, telemetrySink } from '../telemetry/telemetry-sink.js';
import { numberOf } from './command-spec.js';
import { type Streams, type TerminalWritable, terminalRows, terminalWidth, wantsColor } from './io.js';
import { progressView } from './progress.js';
import { type Parsed, parseArguments, visibleLines } from './program.js';
import type { ProgramInput, Session } from './session.js';
import { sourcesOf } from './sources.js';

type CommandLine = Extract<Parsed, { kind: 'command' }>;

/**
 * Runs one command line (without node and script) and returns its exit code. The one place that catches: whatever is
 * thrown becomes a message on stderr. Throws only where stderr itself cannot be written.
 */
export async function run(argv: readonly string[], input: ProgramInput): Promise<ExitCode> {
  const { io, signal, version } = input;
  const verbose = argv.includes('--verbose');
  try {
    const parsed = parseArguments(argv, version);
    if (parsed.kind === 'command') return await runCommand(parsed, input);
    await io.result(parsed.out);
    await io.note(parsed.err);
    return parsed.exitCode;
  } catch (error) {
    await io.note(failureText(error, verbose));
    if (signal.aborted) return ExitCode.interrupted;
    return error instanceof RolecallError ? error.exitCode : ExitCode.error;
  }
}

async function runCommand(line: CommandLine, input: ProgramInput): Promise<ExitCode> {
  const { io, runtime } = input;
  const note = (message: string): Promise<void> => io.note(`${visible(message)}\n`);
  const telemetry = await telemetrySink({ now: runtime.now, note });
  const session = await openSession(line, input, telemetry?.sink ?? null);
  try {
    return await line.spec.run(line.values, line.args, session);
  } catch (error) {
    if (error instanceof InvalidFilesError) await session.noteDiagnostics(error.diagnostics);
    throw error;
  } finally {
    session.pauseProgress();
    if (telemetry !== null) await handOver(telemetry, note);
  }
}

/** Exports what is left. A failure is reported and does not change the exit code. */
async function handOver({ flush }: Telemetry, note: (message: string) => Promise<void>): Promise<void> {
  try {
    await flush();
  } catch (error) {
    await note(
      `Traces or metrics were not exported: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function openSession(
  { values, globals: { config, color, verbose } }: CommandLine,
  input: ProgramInput,
  traced: EventSink | null,
): Promise<Session> {
  // Help, and a refused command line, need none of the code that reads files.
  const { Workspace } = await import('../workspace/workspace.js');
  const { io, table, modules, runtime, signal, roleCache, version } = input;
  const { stdout, stderr, env, cwd } = io.streams;
  const progress = progressView(
    stderr,
    verbose,
    runtime,
    modules.map(({ traits }) => traits),
  );
  const noteDrawing = drawingFor(stderr, env, color);
  const at = numberOf(values, 'now') ?? runtime.now();
  const workspace = new Workspace({ config, cwd, at, modules });
  return {
    io,
    table,
    version,
    context: {
      cwd,
      workspace,
      runtime,
      signal,
      roleCache,
      events: traced === null ? progress.sink : both(progress.sink, traced),
    },
    drawing: drawingFor(stdout, env, color),
    noteDrawing,
    pauseProgress: progress.clear,
    noteDiagnostics: async (diagnostics: readonly Diagnostic[], texts = new Map()) => {
      progress.clear();
      const onDisk = sourcesOf(workspace.location);
      const { file: settings } = workspace.location;
      const sources: SourceText = (file) => (file === settings ? undefined : texts.get(file)) ?? onDisk(file);
      await io.note(diagnosticsText(diagnostics, noteDrawing, sources));
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
  const [width, rows] = [terminalWidth(stream), terminalRows(stream)];
  return width === null || rows === null ? { color } : { color, width, rows };
}

/** The text for an error that ended a run. Only `--verbose` shows the stack. */
function failureText(error: unknown, verbose: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = [`${error instanceof Interrupted ? '' : 'error: '}${message}`];
  if (error instanceof RolecallError && error.hint !== null) lines.push(error.hint);
  if (verbose && error instanceof Error && error.stack !== undefined) lines.push(error.stack);
  return `${visibleLines(lines.join('\n'))}\n`;
}
