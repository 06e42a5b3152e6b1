import { type SandboxSeed } from '../../src/generated/sandbox-seed.js';
import { validateSandboxSeed } from '../../src/generated/validators.js';
import type { AionBehaviour } from '../../src/providers/aion/sandbox/reads.js';
import { aionSandbox } from '../../src/providers/aion/sandbox/system.js';
import type { RedoxBehaviour } from '../../src/providers/redox/sandbox/routes.js';
import { redoxSandbox } from '../../src/providers/redox/sandbox/system.js';
import * as server from '../../src/sandbox/server.js';
import type { SandboxSystem } from '../../src/sandbox/system.js';

/** How to start a sandbox of Redox and Aion; everything may be left out. */
export interface SandboxOptions extends Omit<server.SandboxOptions, 'systems' | 'seed'> {
  readonly seed?: SandboxSeed;
  readonly redox?: Partial<RedoxBehaviour>;
  readonly aion?: Partial<AionBehaviour>;
}

/** A running sandbox of Redox and Aion, whose state is checked to be a seed. */
export interface Sandbox extends server.Sandbox {
  readonly state: () => SandboxSeed;
}

export function sandboxSystems({ redox, aion }: SandboxOptions = {}): readonly SandboxSystem[] {
  return [redoxSandbox(redox), aionSandbox(aion)];
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await server.startSandbox({ ...options, systems: sandboxSystems(options) });
  return {
    ...sandbox,
    state: () => {
      const state = sandbox.state();
      if (!validateSandboxSeed(state)) throw new Error('the state of the sandbox is not a seed');
      return state;
    },
  };
}
