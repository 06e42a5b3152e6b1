import type { ProviderSettings } from '../model/settings.js';
import type { Addresses } from './redact-path.js';

/** The origins that stand for a provider's base URLs, one for equal ones, and for where its tokens come from (null). */
export function addressesOf(
  settings: Pick<ProviderSettings, 'name' | 'url' | 'otherUrls'>,
): Addresses & { readonly originOf: (base: string | null) => string } {
  const host = hostLabel(settings.name);
  const bases = Object.entries({ default: settings.url, ...settings.otherUrls }).map(([name, url]) => ({
    name,
    url,
    origin: url === settings.url ? `https://${host}.invalid` : `https://${hostLabel(name)}.${host}.invalid`,
  }));
  const ofBase = new Map(bases.map(({ name, origin }) => [name, origin]));
  const elsewhere = 'https://elsewhere.invalid';
  return {
    bases,
    elsewhere,
    originOf: (base) => (base === null ? `https://token.${host}.invalid` : (ofBase.get(base) ?? elsewhere)),
  };
}

/** A name as it can stand in a host's name. */
function hostLabel(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-');
}
