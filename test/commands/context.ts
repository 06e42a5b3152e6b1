import type { CommandContext } from '../../src/commands/context.js';
import { type Runtime, systemRuntime } from '../../src/runtime.js';
import { Workspace } from '../../src/workspace/workspace.js';
import { modules } from '../modules.js';

export interface ContextOptions {
  readonly runtime?: Runtime;
  /** Epoch milliseconds; the runtime's clock if left out. */
  readonly at?: number;
}

/** What one command is given in a folder. It reads the files once, so every command needs its own. */
export function contextIn(cwd: string, options: ContextOptions = {}): CommandContext {
  const { runtime = systemRuntime({ env: {} }) } = options;
  const { at = runtime.now() } = options;
  return {
    cwd,
    workspace: new Workspace({ config: 'rolecall.yaml', cwd, at, modules }),
    runtime,
    signal: new AbortController().signal,
    events: () => undefined,
  };
}
