import { generateKeyPairSync } from 'node:crypto';
import type { AionSeed } from '../../src/generated/aion-seed.js';
import type { RedoxSeed } from '../../src/generated/redox-seed.js';
import type { AionBehaviour } from '../../src/providers/aion/sandbox/behaviour.js';
import { aionSandbox } from '../../src/providers/aion/sandbox/system.js';
import type { RedoxBehaviour } from '../../src/providers/redox/sandbox/behaviour.js';
import { redoxSandbox } from '../../src/providers/redox/sandbox/system.js';
import * as server from '../../src/sandbox/server.js';
import { readSeed } from '../../src/sandbox/seed.js';
import type { SandboxSystem } from '../../src/sandbox/system.js';

/** What Redox and Aion hold. */
export interface SandboxSeed {
  readonly redox?: RedoxSeed;
  readonly aion?: AionSeed;
}

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

/** Serves every client of every sandbox: making a key takes longer than most tests. */
const clientKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

export function sandboxSystems({ redox, aion }: SandboxOptions = {}): readonly SandboxSystem[] {
  return [redoxSandbox(redox, async () => clientKey), aionSandbox(aion)];
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const systems = sandboxSystems(options);
  const sandbox = await server.startSandbox({ ...options, systems });
  return {
    ...sandbox,
    state: () => {
      const state = sandbox.state();
      readSeed(state, systems);
      return state as SandboxSeed;
    },
  };
}
