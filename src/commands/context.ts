import type { ExitCode } from '../errors.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { EngineEvent } from '../engine/events.js';
import type { RoleCache } from '../model/cached-roles.js';
import type { Runtime } from '../runtime.js';
import type { Workspace } from '../workspace/workspace.js';

/** What every command is given besides its options. */
export interface CommandContext {
  /** The folder that relative paths of the options start from. */
  readonly cwd: string;
  /** The files of the run, the instant it is as of and the providers that the files may name. */
  readonly workspace: Workspace;
  readonly runtime: Runtime;
  /** Aborted when the run is to stop: nothing new is started then. */
  readonly signal: AbortSignal;
  readonly events: (event: EngineEvent) => void;
  /** What earlier runs listed, for suggestions alone; left out where nothing is kept. */
  readonly roleCache?: RoleCache | undefined;
}

/** What every command returns besides its result. */
export interface Outcome {
  /** Findings about the files. */
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: ExitCode;
}
