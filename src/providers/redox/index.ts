import type { ProviderModule } from '../provider.js';
import type { RedoxContext } from './api.js';
import { redoxAssumptions } from './assumptions.js';
import { redoxOptions } from './options.js';
import { discoverEnvironments, readOrganization, rereadOrganization } from './read.js';
import { redoxSettings } from './settings.js';
import { redoxStarter } from './starter.js';
import { redoxTraits } from './traits.js';
import { NamesOfRoots, redoxRefusal, redoxWrites } from './writes.js';

/** The Redox Platform API: organizations and their environments. */
export const redox: ProviderModule = {
  traits: redoxTraits,
  settings: redoxSettings,
  starter: redoxStarter,
  assumptions: redoxAssumptions,
  doctor: async () => (await import('./doctor/index.js')).redoxDoctor,
  create(settings) {
    const context: RedoxContext = { settings, options: redoxOptions(settings.options) };
    const names = new NamesOfRoots();
    return {
      traits: redoxTraits,
      read: (request, client) => readOrganization(request, { ...context, client }),
      reread: (request, client) => rereadOrganization(request, { ...context, client }),
      discover: (root, client) => discoverEnvironments(root, { ...context, client }),
      writes: (change, root) => redoxWrites(change, root, context, names),
      refusal: (_step, answer) => redoxRefusal(answer),
    };
  },
};
