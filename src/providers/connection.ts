import type { CredentialSettings } from '../http/options.js';
import { encodeId, type ProviderTraits, rootTraits } from '../model/scope.js';
import type { Credential, ProviderSettings } from '../model/settings.js';
import { textOf } from './fields.js';

/** What a provider's HTTP client is built with. */
export interface Connection {
  /** Base URLs by name: `default`, and the provider's others (`usersUrl`). */
  readonly bases: Readonly<Record<string, string>>;
  /** By `credentialName`. A provider without `auth` has none under its own name. */
  readonly credentials: Readonly<Record<string, CredentialSettings>>;
}

/** What the settings say about a provider's connection. `traits`: those of the provider. Pure. */
export function connectionOf(settings: ProviderSettings, traits: ProviderTraits): Connection {
  return {
    bases: { default: settings.url, ...settings.otherUrls },
    credentials: credentialsOf(settings, traits),
  };
}

function credentialsOf(
  settings: ProviderSettings,
  traits: ProviderTraits,
): Readonly<Record<string, CredentialSettings>> {
  const { kind, plural } = rootTraits(traits);
  const own = [...settings.rootAuth].map(([id, credential]): [string, CredentialSettings] => [
    `${traits.name}/${kind}/${encodeId(id)}`,
    withPlace(credential, `providers.${settings.name}.${plural}.${JSON.stringify(id)}.auth`, settings),
  ]);
  const { auth } = settings;
  const general: readonly [string, CredentialSettings][] =
    auth === null ? [] : [[settings.name, withPlace(auth, `providers.${settings.name}.auth`, settings)]];
  return Object.fromEntries([...general, ...own]);
}

function withPlace(credential: Credential, setting: string, settings: ProviderSettings): CredentialSettings {
  switch (credential.method) {
    case 'bearer':
    case 'header':
    case 'client-credentials':
      return { ...credential, setting };
    case 'private-key-jwt':
      return { ...credential, tokenScope: textOf(settings.options['tokenScope']) ?? undefined, setting };
  }
}
