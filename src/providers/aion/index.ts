import type { ProviderModule } from '../provider.js';
import type { AionContext } from './lists.js';
import { aionAssumptions } from './assumptions.js';
import { aionOptions } from './options.js';
import { discoverProjects, readAccount, rereadAccount } from './read.js';
import { aionSettings } from './settings.js';
import { aionStarter } from './starter.js';
import { aionTraits } from './traits.js';
import { aionRefusal, aionWrites } from './writes.js';

/** The Aion API: accounts and their projects. */
export const aion: ProviderModule = {
  traits: aionTraits,
  settings: aionSettings,
  starter: aionStarter,
  assumptions: aionAssumptions,
  doctor: async () => (await import('./doctor/index.js')).aionDoctor,
  create(settings) {
    const context: AionContext = { settings, options: aionOptions(settings.options) };
    return {
      traits: aionTraits,
      read: (request, client) => readAccount(request, { ...context, client }),
      reread: (request, client) => rereadAccount(request, { ...context, client }),
      discover: (root, client) => discoverProjects(root, { ...context, client }),
      writes: (change) => aionWrites(change, context),
      refusal: aionRefusal,
    };
  },
};
