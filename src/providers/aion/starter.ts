import type { Starter } from '../provider.js';
import { aionSandboxSettings } from './sandbox/settings.js';

/** What `rolecall init` writes about Aion. */
export const aionStarter: Starter = {
  settings: [
    '  aion:',
    '    auth: { method: bearer, token: { env: AION_TOKEN } }',
    '    # or { method: header, name: X-API-Key, token: { env: AION_TOKEN } }',
    '    # rolecall never revokes the roles of the user of the token:',
    '    # self: ops@example.com',
  ],
  variables: ['AION_TOKEN'],
  sandbox: { settings: aionSandboxSettings, root: 'orbit' },
  minHolders: ['{ scope: "aion/account/*", role: account_admin, min: 2 }'],
  separation: '{ name: no-self-approval, roles: [project_admin, billing_admin], within: account }',
  identity: (firstName, lastName) => `${firstName}.${lastName}`,
  access: [
    'account: orbit',
    'roles:',
    '  account_admin:',
    '    - ada@example.com',
    '---',
    'project: apollo',
    'account: orbit',
    'roles:',
    '  project_reader:',
    '    - group:data-science       # an IAM group',
    '    - { user: lin@example.com, status: inactive }',
  ],
};
