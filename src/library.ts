import { aion } from './providers/aion/index.js';
import type { ProviderModule } from './providers/provider.js';
import { redox } from './providers/redox/index.js';

/** The systems that rolecall knows by itself. */
export const builtInModules: readonly ProviderModule[] = [redox, aion];
