import type { RedoxAuth, RedoxSettings } from '../../generated/redox-settings.js';
import type { Auth } from '../../generated/connection-settings.js';
import { redoxSettingsSchema } from '../../generated/schemas/redox-settings.js';
import { validateRedoxSettings } from '../../generated/validators.js';
import type { ProviderSettings } from '../../model/settings.js';
import type { SourceLocation } from '../../model/diagnostic.js';
import { providerSettings, rootCredentials, settingsPart } from '../settings.js';

/** The Platform API (A1). */
const URL = 'https://api.redoxengine.com/platform';
/** Where Redox gives out tokens (R16). */
const TOKEN_URL = 'https://api.redoxengine.com/v2/auth/token';
/** The limit that Redox documents (R20). */
const RATE_LIMIT = { requests: 6000, per: '5m' };

/** `providers.redox` of rolecall.yaml. */
export const redoxSettings = settingsPart(redoxSettingsSchema, validateRedoxSettings, parse);

function parse(written: RedoxSettings, source: SourceLocation): ProviderSettings {
  const { auth, url = URL, rateLimit = RATE_LIMIT, organizations, ...rest } = written;
  const given = auth === undefined ? {} : { auth: withTokenUrl(auth) };
  return {
    ...providerSettings('redox', { ...rest, ...given, url, rateLimit }, source),
    rootAuth: rootCredentials(organizations, withTokenUrl),
  };
}

function withTokenUrl(auth: RedoxAuth): Auth {
  return auth.method === 'private-key-jwt' ? { ...auth, tokenUrl: auth.tokenUrl ?? TOKEN_URL } : auth;
}
