import { aion } from '../src/providers/aion/index.js';
import { redox } from '../src/providers/redox/index.js';
import { catalogueOf, modulesByName, type ProviderModule } from '../src/providers/provider.js';

/** The built-in providers, as the command line has them. */
export const modules: readonly ProviderModule[] = [redox, aion];

export const catalogue = catalogueOf(modulesByName(modules));
