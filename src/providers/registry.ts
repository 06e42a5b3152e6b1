import type { ProviderCatalogue } from '../model/scope.js';
import { aion } from './aion/index.js';
import type { ProviderFactory } from './provider.js';
import { redox } from './redox/index.js';

/** Every provider, one line each. */
export const providerFactories: ReadonlyMap<string, ProviderFactory> = new Map(
  [redox, aion].map((factory) => [factory.traits.name, factory]),
);

/** What the model must know of each provider. */
export const catalogue: ProviderCatalogue = new Map(
  [...providerFactories].map(([name, { traits }]) => [name, traits]),
);
