import { acmeHealth } from './seed-acme.js';
import { orbit } from './seed-orbit.js';
import type { SandboxSeed } from './seed-format.js';

/**
 * The sandbox's own seed: two Redox organizations, each with a credential of its own, and two Aion accounts. Live state
 * has drifted, so that there is something to plan: see the organization and the account.
 */
export const defaultSeed: SandboxSeed = {
  redox: {
    clients: [{ id: 'sandbox-client', keyId: 'sandbox-key', actsAs: '3300' }],
    tokens: [{ variable: 'OTHER_TOKEN', actsAs: '4100', organizations: ['2048'] }],
    organizations: [
      acmeHealth,
      {
        id: '2048',
        name: 'Borealis Labs',
        members: [
          {
            id: '4100',
            name: 'Borealis Operations',
            email: 'ops@borealis.test',
            role: 'owner',
            verified2fa: true,
          },
          { id: '4101', name: 'Mary Jackson', email: 'mary@borealis.test', role: 'owner', verified2fa: true },
          { id: '4102', name: 'Dorothy Vaughan', email: 'dorothy@borealis.test', role: 'member' },
        ],
        environments: [
          {
            id: '3b9e8a10-7777-4888-8999-aaaabbbbcccc',
            name: 'Borealis Development',
            flag: 'Development',
            roles: { engineer: ['ops@borealis.test', 'dorothy@borealis.test'] },
          },
        ],
      },
    ],
  },
  aion: {
    tokens: [
      { variable: 'AION_TOKEN' },
      { variable: 'ORBIT_TOKEN', accounts: ['orbit'] },
      { variable: 'AION_API_KEY', header: 'X-API-Key' },
    ],
    clients: [{ id: 'sandbox-aion-client', audience: 'https://api.aion.xyz' }],
    accounts: [
      orbit,
      {
        id: 'nova',
        projects: ['quasar'],
        users: [
          { id: 'vera.rubin', email: 'vera@nova.test', name: 'Vera Rubin' },
          { id: 'cecilia.payne', email: 'cecilia@nova.test', name: 'Cecilia Payne' },
        ],
        groups: [],
        customRoles: [],
        assignments: [
          { user: 'vera.rubin', role: 'team_member' },
          { user: 'vera.rubin', role: 'account_admin' },
          { user: 'cecilia.payne', role: 'team_member' },
          { user: 'cecilia.payne', role: 'project_reader', project: 'quasar' },
        ],
      },
    ],
  },
};
