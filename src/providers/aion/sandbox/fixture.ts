import type { Account, AionSeed, Assignment } from '../../../generated/aion-seed.js';

/**
 * The account orbit. Drift: Alan administers apollo though he should only read it, Mallory still reads it, Lin's role
 * there is active, Grace's billing role is inactive, and the group data-science reads gemini only.
 */
const orbit: Account = {
  id: 'orbit',
  projects: ['apollo', 'gemini'],
  users: [
    { id: 'ada.lovelace', email: 'ada@acme.test', name: 'Ada Lovelace' },
    { id: 'grace.hopper', email: 'grace@acme.test', name: 'Grace Hopper' },
    { id: 'alan.turing', email: 'alan@acme.test', name: 'Alan Turing' },
    { id: 'margaret.hamilton', email: 'margaret@acme.test', name: 'Margaret Hamilton' },
    { id: 'lin', email: 'lin@acme.test', name: 'Lin Chen' },
    { id: 'mallory.former', email: 'mallory@acme.test', name: 'Mallory Former', status: 'INACTIVE' },
    { id: 'newcomer', email: 'newcomer@acme.test', name: 'New Comer', status: 'INVITED' },
  ],
  groups: [
    { id: 'data-science', members: ['margaret.hamilton', 'lin'] },
    { id: 'oncall', members: ['grace.hopper'] },
  ],
  customRoles: [
    { id: 'billing_admin', name: 'Billing administrator', scope: 'ACCOUNT', description: 'Pays the bills' },
    { id: 'ml_engineer', name: 'ML engineer', scope: 'PROJECT', description: 'Trains models' },
    { id: 'apollo_operator', name: 'Apollo operator', scope: 'PROJECT', project: 'apollo' },
    { id: 'gpu_operator', name: 'GPU operator', scope: 'RESOURCE', description: 'Operates single machines' },
  ],
  assignments: [
    ...[
      'ada.lovelace',
      'grace.hopper',
      'alan.turing',
      'margaret.hamilton',
      'lin',
      'mallory.former',
      'newcomer',
    ].map((user): Assignment => ({ user, role: 'team_member' })),
    { user: 'ada.lovelace', role: 'account_admin' },
    { user: 'grace.hopper', role: 'billing_admin', status: 'INACTIVE' },
    { user: 'ada.lovelace', role: 'project_admin', project: 'apollo' },
    { user: 'alan.turing', role: 'project_admin', project: 'apollo' },
    { user: 'mallory.former', role: 'project_reader', project: 'apollo' },
    { user: 'lin', role: 'project_reader', project: 'apollo' },
    { user: 'margaret.hamilton', role: 'ml_engineer', project: 'gemini' },
    { user: 'grace.hopper', role: 'gpu_operator', status: 'ACTIVE' },
    { group: 'data-science', role: 'project_reader', project: 'gemini' },
    { group: 'oncall', role: 'apollo_operator', project: 'apollo' },
  ],
};

const nova: Account = {
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
};

/** The Aion part of the sandbox's own seed: two accounts, and a credential of each kind. */
export const defaultSeed: AionSeed = {
  tokens: [
    { variable: 'AION_TOKEN' },
    { variable: 'ORBIT_TOKEN', accounts: ['orbit'] },
    { variable: 'AION_API_KEY', header: 'X-API-Key' },
  ],
  clients: [{ id: 'sandbox-aion-client', audience: 'https://api.aion.xyz' }],
  accounts: [orbit, nova],
};

/** What a recording is served with: nothing but a credential, which may read everything. */
export const emptySeed: AionSeed = { tokens: [{ variable: 'AION_TOKEN' }], accounts: [] };
