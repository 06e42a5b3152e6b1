import type { Starter } from '../provider.js';
import { redoxSandboxSettings } from './sandbox/settings.js';

/** What `rolecall init` writes about Redox. */
export const redoxStarter: Starter = {
  settings: [
    '  redox:',
    '    auth:',
    '      # A user-level API key: a key pair whose public key was uploaded to Redox.',
    '      # Write the names of environment variables here, never a secret.',
    '      method: private-key-jwt',
    '      clientId: { env: REDOX_CLIENT_ID }',
    '      keyId: { env: REDOX_KEY_ID }',
    '      privateKey: { env: REDOX_PRIVATE_KEY } # PEM (PKCS#8) or JWK',
    '    # The user of the key: rolecall never revokes its roles, and its own changes come last.',
    '    # self: ops@example.com',
    '    # Another key for one organization:',
    '    # organizations: { "2048": { auth: { method: bearer, token: { env: OTHER_TOKEN } } } }',
    '    # Canada: url: https://api.ca.redoxengine.com/platform, and auth.tokenUrl likewise.',
  ],
  variables: ['REDOX_CLIENT_ID', 'REDOX_KEY_ID', 'REDOX_PRIVATE_KEY'],
  sandbox: { settings: (url) => redoxSandboxSettings(url, null), root: '1024' },
  minHolders: ['{ scope: "redox/organization/*", role: owner, min: 2 }'],
  require2fa: '{ scope: "redox/organization/*", roles: [owner, admin] }',
  identity: (firstName) => `${firstName}@example.com`,
  access: [
    'organization: "1024"           # ids are quoted',
    'roles:',
    '  owner:',
    '    - ada@example.com',
    '  admin:',
    '    - team:platform            # of people.yaml',
    '---',
    'environment: 7f0c2d6e-1111-4222-8333-944455556666',
    'organization: "1024"',
    'roles:',
    '  engineer:',
    '    - { user: alan@example.com, until: 2027-01-31, reason: INC-4211 }',
  ],
};
