import type { Aion, Redox } from '../generated/settings.js';
import { principalNamed } from '../model/address.js';
import { principalAddress } from '../model/principal.js';
import type { ProviderSettings } from '../model/settings.js';
import type { SourceLocation } from '../model/source.js';
import { baseUrl } from './base-url.js';
import { credentialOf } from './credential.js';
import { milliseconds } from './duration.js';
import { userRef } from './people-file.js';

const CONCURRENCY = 8;
const TIMEOUT = '30s';

export function redoxSettings(written: Redox, source: SourceLocation): ProviderSettings {
  const { url = 'https://api.redoxengine.com/platform', rateLimit = { requests: 6000, per: '5m' } } = written;
  return {
    ...shared('redox', { ...written, url, rateLimit }, source),
    otherUrls: {},
    rootAuth: rootAuth(written.organizations),
  };
}

export function aionSettings(written: Aion, source: SourceLocation): ProviderSettings {
  const { url = 'https://api.aion.xyz', usersUrl = url } = written;
  return {
    ...shared('aion', { ...written, url }, source),
    otherUrls: { usersUrl: baseUrl(usersUrl) },
    rootAuth: rootAuth(written.accounts),
  };
}

function shared(
  name: string,
  written: (Redox | Aion) & { readonly url: string },
  source: SourceLocation,
): Omit<ProviderSettings, 'otherUrls' | 'rootAuth'> {
  const { rateLimit, auth, self, concurrency = CONCURRENCY, timeout = TIMEOUT, options = {} } = written;
  return {
    name,
    url: baseUrl(written.url),
    auth: auth === undefined ? null : credentialOf(auth),
    self: self === undefined ? null : selfOf(self),
    concurrency,
    rateLimit:
      rateLimit === undefined ? null : { requests: rateLimit.requests, perMs: milliseconds(rateLimit.per) },
    timeoutMs: milliseconds(timeout),
    options: { ...options },
    source,
  };
}

function rootAuth(roots: Redox['organizations'] | Aion['accounts']): ProviderSettings['rootAuth'] {
  return new Map(Object.entries(roots ?? {}).map(([id, { auth }]) => [id, credentialOf(auth)]));
}

/** An e-mail in lower case, or `user:ID`. */
function selfOf(text: string): string {
  const ref = userRef(text);
  if (ref?.by === 'email') return ref.value;
  return principalNamed(text) ?? (ref === null ? text : principalAddress('user', ref.value));
}
