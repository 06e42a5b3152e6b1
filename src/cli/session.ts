import type { CommandContext, Outcome } from '../commands/context.js';
import type { ExitCode } from '../errors.js';
import { visible } from '../report/escape.js';
import type { RoleCache } from '../model/cached-roles.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ProviderModule } from '../providers/provider.js';
import type { RenderOptions } from '../report/terminal.js';
import type { Runtime } from '../runtime.js';
import type { CommandTable } from './command-table.js';
import type { Io } from './io.js';

/** One run of the program as its commands see it, made once the options shared by all are known. */
export interface Session {
  readonly io: Io;
  readonly table: CommandTable;
  readonly context: CommandContext;
  /** How to draw what goes to stdout. */
  readonly drawing: RenderOptions;
  /** How to draw what goes to stderr. */
  readonly noteDrawing: RenderOptions;
  readonly version: string;
  /** Removes the progress bar from the terminal before something else is written there. */
  readonly pauseProgress: () => void;
  /** Writes findings to stderr, with the lines that they are about: of `texts` where these hold the file, else of the disk. */
  readonly noteDiagnostics: (
    diagnostics: readonly Diagnostic[],
    texts?: ReadonlyMap<string, string>,
  ) => Promise<void>;
}

/** Prints the result of a command to stdout, and its findings and notes, one a line, to stderr. Gives its exit code. */
export async function printOutcome(
  session: Session,
  { diagnostics, exitCode }: Outcome,
  output: string | Iterable<string>,
  notes: readonly string[] = [],
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<ExitCode> {
  session.pauseProgress();
  await session.noteDiagnostics(diagnostics, texts);
  for (const note of notes) await session.io.note(`${visible(note)}\n`);
  await session.io.result(output);
  return exitCode;
}

/** What a run is given besides its arguments. */
export interface ProgramInput {
  readonly io: Io;
  readonly table: CommandTable;
  readonly modules: readonly ProviderModule[];
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly roleCache?: RoleCache | undefined;
  readonly version: string;
}
