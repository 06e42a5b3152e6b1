import { active, planned, user } from '../changes.js';
import { providerContract } from '../contract.js';
import { scopeOf } from '../rig.js';
import { forge } from './forge.js';
import { serveForge } from './server.js';

const organization = scopeOf(forge, 'organization', 'acme');
const core = scopeOf(forge, 'team', 'core team', 'acme');
const members = '/orgs/acme/members';
const team = '/orgs/acme/teams/core%20team/members';

interface Page {
  items: Record<string, unknown>[];
  total?: number;
  next: string | null;
}

/** Changes a copy of the first page of a list. */
function spoil(at: string, change: (page: Page) => void) {
  return (path: string, body: unknown) => {
    if (path !== at) return null;
    const page = structuredClone(body) as Page;
    change(page);
    return { json: page };
  };
}

providerContract({
  module: forge,
  start: () =>
    serveForge({
      acme: {
        members: { ada: 'owner', grace: 'member', lin: 'member' },
        teams: { 'core team': { ada: 'maintainer', grace: 'member' } },
      },
    }),
  basePath: '',
  root: organization,
  scopes: [organization, core],
  named: [],
  holds: [
    'forge/organization/acme user:ada owner active',
    'forge/organization/acme user:grace member active',
    'forge/organization/acme user:lin member active',
    'forge/team/acme/core%20team user:ada maintainer active',
    'forge/team/acme/core%20team user:grace member active',
  ],
  discovers: [core.address],
  reads: [`GET ${members}`, `GET ${members}?from=2`, `GET ${team}`],
  changes: [
    {
      title: 'a first role in a team',
      planned: planned(core, user('lin'), null, active('member')),
      sent: [`PUT ${team}/lin {"role":"member"}`],
      gained: ['forge/team/acme/core%20team user:lin member active'],
      lost: [],
    },
    {
      title: 'another role in an organization',
      planned: planned(organization, user('grace'), active('member'), active('owner')),
      sent: [`PUT ${members}/grace {"role":"owner"}`],
      gained: ['forge/organization/acme user:grace owner active'],
      lost: ['forge/organization/acme user:grace member active'],
    },
    {
      title: 'no role in a team',
      planned: planned(core, user('grace'), active('member'), null),
      sent: [`DELETE ${team}/grace`],
      gained: [],
      lost: ['forge/team/acme/core%20team user:grace member active'],
    },
  ],
  faults: [
    {
      title: 'a list that is forbidden',
      incomplete: [core.address],
      spoil: (path) => (path === team ? { status: 403, json: {} } : null),
    },
    {
      title: 'an organization that is not found',
      incomplete: [organization.address, core.address],
      spoil: (path) => (path === members ? { status: 404, json: {} } : null),
    },
    {
      title: 'a list without a total',
      incomplete: [core.address],
      spoil: spoil(team, (page) => delete page.total),
    },
    {
      title: 'a list that ends before its total',
      incomplete: [organization.address, core.address],
      spoil: spoil(members, (page) => (page.next = null)),
    },
    {
      title: 'a member twice',
      incomplete: [core.address],
      spoil: spoil(team, ({ items }) => items.push(...items.slice(0, 1))),
    },
  ],
  refused: [
    {
      change: planned(organization, user('grace'), active('member'), active('owner')),
      bodies: [null, {}, { login: 'grace', role: 'member' }],
    },
  ],
});
