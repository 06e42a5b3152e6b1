import type { EngineEvent } from '../engine/events.js';
import type { ProviderModule } from '../providers/provider.js';
import type { Runtime } from '../runtime.js';

/** What every command is given besides its options. */
export interface CommandContext {
  /** The folder that relative paths of the options start from. */
  readonly cwd: string;
  /** The top of the checkout that the files are in, where that is known from outside; else it is looked for. */
  readonly checkout?: string | null;
  /** The providers that files may name. */
  readonly modules: readonly ProviderModule[];
  readonly runtime: Runtime;
  /** Aborted when the run shall stop: nothing new is begun. */
  readonly signal: AbortSignal;
  readonly events: (event: EngineEvent) => void;
}
