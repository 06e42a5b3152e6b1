import { expect, test } from 'vitest';
import { type Credential, credentialName, type ProviderSettings } from '../../src/model/settings.js';
import { aion } from '../../src/providers/aion/index.js';
import { httpOptionsOf } from '../../src/providers/http-options.js';
import { redox } from '../../src/providers/redox/index.js';
import { scopeOf, settingsFor } from './rig.js';

const other: Credential = { method: 'bearer', token: { env: 'OTHER_TOKEN' } };
const jwt: Credential = {
  method: 'private-key-jwt',
  tokenUrl: 'https://api.redoxengine.com/v2/auth/token',
  clientId: { env: 'ID' },
  keyId: { env: 'KEY' },
  privateKey: { env: 'PRIVATE' },
};

function redoxSettings(more: Partial<ProviderSettings> = {}): ProviderSettings {
  return {
    ...settingsFor(redox, 'https://api.redoxengine.com/platform'),
    rootAuth: new Map([['20/48', other]]),
    ...more,
  };
}

test('a connection has the base URLs of the settings', () => {
  const settings = {
    ...settingsFor(aion, 'https://api.aion.xyz'),
    otherUrls: { usersUrl: 'https://users.aion.xyz' },
  };
  expect(httpOptionsOf(settings, aion.traits).bases).toEqual({
    default: 'https://api.aion.xyz',
    usersUrl: 'https://users.aion.xyz',
  });
});

test('an organization with a credential of its own uses that, and so do its environments', () => {
  const settings = redoxSettings();
  expect(httpOptionsOf(settings, redox.traits).credentials).toEqual({
    redox: { method: 'bearer', token: { env: 'TOKEN' }, setting: 'providers.redox.auth' },
    'redox/organization/20%2F48': { ...other, setting: 'providers.redox.organizations."20/48".auth' },
  });
  expect(credentialName(settings, scopeOf(redox, 'organization', '20/48'))).toBe(
    'redox/organization/20%2F48',
  );
  expect(credentialName(settings, scopeOf(redox, 'environment', 'e', '20/48'))).toBe(
    'redox/organization/20%2F48',
  );
  expect(credentialName(settings, scopeOf(redox, 'organization', '1024'))).toBe('redox');
});

test('the extra claim of the options goes with the key that signs', () => {
  const credentials = (tokenScope: unknown) =>
    httpOptionsOf(redoxSettings({ auth: jwt, options: { tokenScope } }), redox.traits).credentials;
  expect(credentials('platform')['redox']).toMatchObject({
    method: 'private-key-jwt',
    tokenScope: 'platform',
  });
  expect(credentials('')['redox']).not.toHaveProperty('tokenScope', expect.anything());
});

test('a provider without a credential offers none', () => {
  expect(httpOptionsOf(redoxSettings({ auth: null }), redox.traits).credentials).not.toHaveProperty('redox');
});
