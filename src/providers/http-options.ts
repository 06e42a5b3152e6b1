import type { CredentialSettings, HttpOptions } from '../http/options.js';
import { encodeId, type ProviderTraits, rootTraits } from '../model/scope.js';
import type { Credential, ProviderSettings } from '../model/settings.js';
import { textOf } from './fields.js';

/**
 * What the settings say to a provider's HTTP client: base URLs (`default`, and the provider's others, such as `usersUrl`)
 * and credentials by `credentialName`. A provider without `auth` has none under its own name. Pure.
 */
export function httpOptionsOf(
  settings: ProviderSettings,
  traits: ProviderTraits,
): Pick<HttpOptions, 'bases' | 'credentials' | 'headers'> {
  return {
    bases: { default: settings.url, ...settings.otherUrls },
    credentials: credentialsOf(settings, traits),
    headers: settings.headers,
  };
}

function credentialsOf(
  settings: ProviderSettings,
  traits: ProviderTraits,
): Readonly<Record<string, CredentialSettings>> {
  const { kind, plural } = rootTraits(traits);
  const own = [...settings.rootAuth].map(([id, credential]): [string, CredentialSettings] => [
    `${traits.name}/${kind}/${encodeId(id)}`,
    withSetting(credential, `providers.${settings.name}.${plural}.${JSON.stringify(id)}.auth`, settings),
  ]);
  const { auth } = settings;
  const general: readonly [string, CredentialSettings][] =
    auth === null ? [] : [[settings.name, withSetting(auth, `providers.${settings.name}.auth`, settings)]];
  return Object.fromEntries([...general, ...own]);
}

/** A credential with the setting that names it, and Redox's option for the claim of its assertion. */
function withSetting(
  credential: Credential,
  setting: string,
  settings: ProviderSettings,
): CredentialSettings {
  switch (credential.method) {
    case 'bearer':
    case 'header':
    case 'client-credentials':
      return { ...credential, setting };
    case 'private-key-jwt':
      return { ...credential, tokenScope: textOf(settings.options['tokenScope']) ?? undefined, setting };
  }
}
