import { aion } from '../providers/aion/index.js';
import type { ProviderModule } from '../providers/provider.js';
import { redox } from '../providers/redox/index.js';

/** The providers of the command line, each with its system for the sandbox. The Action has no sandbox. */
export const modules: readonly ProviderModule[] = [
  {
    ...redox,
    sandbox: async () => (await import('../providers/redox/sandbox/system.js')).redoxSandbox(),
  },
  { ...aion, sandbox: async () => (await import('../providers/aion/sandbox/system.js')).aionSandbox() },
];
