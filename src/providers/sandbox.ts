import type { SandboxSeed } from '../generated/sandbox-seed.js';
import { validateSandboxSeed } from '../generated/validators.js';
import { type Server, type ServerOptions, serveSystems } from '../sandbox/server.js';
import type { SandboxSystem } from '../sandbox/system.js';
import type { AionBehaviour } from './aion/sandbox/reads.js';
import { aionSandbox } from './aion/sandbox/system.js';
import type { RedoxBehaviour } from './redox/sandbox/routes.js';
import { redoxSandbox } from './redox/sandbox/system.js';

/** How to start a sandbox of Redox and Aion; everything may be left out. */
export interface SandboxOptions extends Omit<ServerOptions, 'systems' | 'seed'> {
  /** What both APIs hold at the start; the default seed if left out. Checked before the server starts. */
  readonly seed?: SandboxSeed;
  /** Where the Redox documentation leaves a choice. */
  readonly redox?: Partial<RedoxBehaviour>;
  /** Where the Aion documentation leaves a choice. */
  readonly aion?: Partial<AionBehaviour>;
}

/** A running sandbox of Redox and Aion. */
export interface Sandbox extends Server {
  /** The present state as a seed, without credentials. */
  readonly state: () => SandboxSeed;
}

/** The systems that the sandbox serves. */
export function sandboxSystems({ redox, aion }: SandboxOptions = {}): readonly SandboxSystem[] {
  return [redoxSandbox(redox), aionSandbox(aion)];
}

/**
 * Starts a server on 127.0.0.1 that behaves like both APIs: Redox under `/platform` and `/v2/auth/token`, Aion under
 * `/api/v1` and `/oauth/token`.
 * @throws SandboxSeedError where the seed contradicts itself; the server's own error where the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const server = await serveSystems({ ...options, systems: sandboxSystems(options) });
  return {
    ...server,
    state: () => {
      const state = server.state();
      if (!validateSandboxSeed(state)) throw new Error('the state of the sandbox is not a seed');
      return state;
    },
  };
}
