import type { AionSettings } from '../../generated/aion-settings.js';
import { aionSettingsSchema } from '../../generated/schemas/aion-settings.js';
import { validateAionSettings } from '../../generated/validators.js';
import type { ProviderSettings } from '../../model/settings.js';
import type { SourceLocation } from '../../model/diagnostic.js';
import { baseUrl, providerSettings, rootCredentials, settingsPart } from '../settings.js';

/** Both services, unless the settings put the users elsewhere (B1). */
const URL = 'https://api.aion.xyz';

/** `providers.aion` of rolecall.yaml. */
export const aionSettings = settingsPart(aionSettingsSchema, validateAionSettings, parse);

function parse(written: AionSettings, source: SourceLocation): ProviderSettings {
  const { url = URL, usersUrl = url, accounts, ...rest } = written;
  return {
    ...providerSettings('aion', { ...rest, url }, source),
    otherUrls: { usersUrl: baseUrl(usersUrl) },
    rootAuth: rootCredentials(accounts, (auth) => auth),
  };
}
