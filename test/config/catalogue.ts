import type { ProviderCatalogue } from '../../src/model/scope.js';
import { aionTraits } from '../../src/providers/aion/traits.js';
import { redoxTraits } from '../../src/providers/redox/traits.js';

export const catalogue: ProviderCatalogue = new Map(
  [redoxTraits, aionTraits].map((traits) => [traits.name, traits]),
);

export const now = Date.parse('2026-11-22T09:00:00Z');
