import type { Auth, ConnectionSettings } from '../generated/connection-settings.js';
import { connectionSettingsSchema } from '../generated/schemas/connection-settings.js';
import { type SchemaError, type Validate, validateConnectionSettings } from '../generated/validators.js';
import { principalNamed } from '../model/address.js';
import { parseDuration } from '../model/instant.js';
import { principalAddress, userRef } from '../model/principal.js';
import type { Credential, ProviderSettings } from '../model/settings.js';
import type { SourceLocation } from '../model/diagnostic.js';

const CONCURRENCY = 8;
const TIMEOUT = '30s';

/** What `providers.NAME` may say, and what it comes to. */
export interface SettingsPart {
  /** The JSON Schema of the part, with what it refers to under its own `$defs`: editors and findings name its keys. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The settings that a value comes to, or what is wrong with it. Pure. */
  readonly read: (value: unknown, source: SourceLocation) => SettingsRead;
}

/** Errors are as ajv gives them; `instancePath` is a JSON pointer into the value. */
export type SettingsRead =
  | { readonly settings: ProviderSettings; readonly errors?: never }
  | { readonly settings?: never; readonly errors: readonly SchemaError[] };

/** Settings that a compiled validator checks and `parse` fills with defaults. */
export function settingsPart<Written>(
  schema: SettingsPart['schema'],
  validate: Validate<Written>,
  parse: (written: Written, source: SourceLocation) => ProviderSettings,
): SettingsPart {
  return {
    schema,
    read: (value, source) =>
      validate(value) ? { settings: parse(value, source) } : { errors: validate.errors ?? [] },
  };
}

/** Settings that say how one API is reached and nothing else: `url` (with a default), `auth`, `self` and limits. */
export function connectionSettings(name: string, url: string): SettingsPart {
  return settingsPart(connectionSettingsSchema, validateConnectionSettings, (written, source) =>
    providerSettings(name, { ...written, url: written.url ?? url }, source),
  );
}

/** What every provider's settings have in common, as written. */
type Connection = Omit<ConnectionSettings, 'options'> & {
  readonly url: string;
  readonly options?: object;
};

/** Settings with the defaults that all providers share. Durations become milliseconds, secrets stay names. */
export function providerSettings(
  name: string,
  { url, rateLimit, auth, self, concurrency = CONCURRENCY, timeout = TIMEOUT, options = {} }: Connection,
  source: SourceLocation,
): ProviderSettings {
  return {
    name,
    url: baseUrl(url),
    otherUrls: {},
    auth: auth === undefined ? null : credentialOf(auth),
    rootAuth: new Map(),
    self: self === undefined ? null : selfOf(self),
    concurrency,
    rateLimit:
      rateLimit === undefined ? null : { requests: rateLimit.requests, perMs: parseDuration(rateLimit.per) },
    timeoutMs: parseDuration(timeout),
    options: { ...options },
    written: {},
    source,
  };
}

/** The credentials of single roots, by their id. */
export function rootCredentials<Written>(
  roots: Readonly<Record<string, { readonly auth: Written }>> | undefined,
  authOf: (written: Written) => Auth,
): ProviderSettings['rootAuth'] {
  return new Map(Object.entries(roots ?? {}).map(([id, { auth }]) => [id, credentialOf(authOf(auth))]));
}

/** Without the slashes at the end, so that paths can be appended. */
export function baseUrl(text: string): string {
  return text.replace(/\/+$/u, '');
}

function credentialOf(auth: Auth): Credential {
  return auth.method === 'client-credentials' ? { ...auth, audience: auth.audience ?? null } : auth;
}

/** An e-mail in lower case, or `user:ID`. */
function selfOf(text: string): string {
  const ref = userRef(text);
  if (ref?.by === 'email') return ref.value;
  return principalNamed(text) ?? (ref === null ? text : principalAddress('user', ref.value));
}
