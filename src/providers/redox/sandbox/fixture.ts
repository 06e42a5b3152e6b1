import type { Organization, RedoxSeed } from '../../../generated/redox-seed.js';

/**
 * Acme Health. Drift: Mallory left but kept engineer in production, Linus became an admin by hand, Alan is a member
 * still, Margaret's role in staging was never given, and user 9 is in no list.
 */
const acmeHealth: Organization = {
  id: '1024',
  name: 'Acme Health',
  members: [
    member('3300', 'Acme Operations', 'ops@acme.test', 'owner', '2026-11-21T22:00:00Z'),
    member('3363', 'Ada Lovelace', 'ada@acme.test', 'owner', '2026-11-20T08:15:00Z'),
    member('3364', 'Grace Hopper', 'grace@acme.test', 'owner', '2026-11-18T16:40:00Z'),
    member('3365', 'Alan Turing', 'alan@acme.test', 'member', '2026-11-19T10:05:00Z'),
    member('3366', 'Margaret Hamilton', 'margaret@acme.test', 'admin', '2026-11-21T07:30:00Z'),
    member('3367', 'Katherine Johnson', 'katherine@acme.test', 'member', '2026-10-02T12:00:00Z'),
    {
      ...member('3368', 'Linus Contractor', 'linus@contractor.test', 'admin', '2026-08-30T09:00:00Z'),
      verified2fa: false,
    },
    {
      ...member('3369', 'Mallory Former', 'mallory@acme.test', 'member', '2026-03-01T09:00:00Z'),
      verified2fa: false,
    },
    member('3370', 'Break Glass', 'breakglass@acme.test', 'owner', '2025-01-01T00:00:00Z'),
    { id: '9', name: 'Trent Auditor', email: 'trent@auditor.test', role: 'member' },
  ],
  environments: [
    {
      id: '7f0c2d6e-1111-4222-8333-944455556666',
      name: 'Acme Production',
      flag: 'Production',
      roles: {
        engineer: ['ops@acme.test', 'ada@acme.test', 'mallory@acme.test'],
        support: ['katherine@acme.test'],
      },
    },
    {
      id: '7f0c2d6e-2222-4222-8333-944455556666',
      name: 'Acme Staging',
      flag: 'Staging',
      roles: { engineer: ['ops@acme.test', 'ada@acme.test', 'alan@acme.test'], support: ['grace@acme.test'] },
    },
    {
      id: '7f0c2d6e-3333-4222-8333-944455556666',
      name: 'Acme Development',
      flag: 'Development',
      roles: {
        engineer: ['ops@acme.test', 'alan@acme.test', 'katherine@acme.test', 'linus@contractor.test'],
      },
    },
  ],
};

const borealisLabs: Organization = {
  id: '2048',
  name: 'Borealis Labs',
  members: [
    { id: '4100', name: 'Borealis Operations', email: 'ops@borealis.test', role: 'owner', verified2fa: true },
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
};

/** The Redox part of the sandbox's own seed: two organizations, each with a credential of its own. */
export const defaultSeed: RedoxSeed = {
  clients: [{ id: 'sandbox-client', keyId: 'sandbox-key', actsAs: '3300' }],
  tokens: [{ variable: 'OTHER_TOKEN', actsAs: '4100', organizations: ['2048'] }],
  organizations: [acmeHealth, borealisLabs],
};

/** What a recording is served with: nothing but a credential, which may read everything. */
export const emptySeed: RedoxSeed = {
  clients: [{ id: 'sandbox-client', keyId: 'sandbox-key' }],
  organizations: [],
};

function member(
  id: string,
  name: string,
  email: string,
  role: string,
  lastLogin: string,
): Organization['members'][number] {
  return { id, name, email, role, lastLogin, verified2fa: true };
}
