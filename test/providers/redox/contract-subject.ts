import type { SandboxSeed } from '../../sandbox/start.js';
import { active, planned, user } from '../changes.js';
import { startSandbox } from '../../sandbox/start.js';
import type { ProviderModule } from '../../../src/providers/provider.js';
import type { ContractSubject } from '../contract.js';
import { scopeOf, token } from '../rig.js';

const production = 'prod-7f0c';
const staging = 'staging 2';

const seed: SandboxSeed = {
  redox: {
    roles: {
      organization: [
        { id: 'r-owner', name: 'Owner' },
        { id: 'r-admin', name: 'Admin' },
        { id: 'r-member', name: 'Member' },
      ],
      environment: [
        { id: 'r-engineer', name: 'Engineer' },
        { id: 'r-support', name: 'Support' },
      ],
    },
    tokens: [{ variable: 'TOKEN', token }],
    organizations: [
      {
        id: '1024',
        name: 'Acme Health',
        members: [
          {
            id: '1',
            name: 'Ada Lovelace',
            email: 'Ada@acme.test',
            role: 'Owner',
            verified2fa: true,
            lastLogin: '2026-11-20T08:15:00Z',
          },
          { id: '2', name: 'Grace Hopper', email: 'grace@acme.test', role: 'Admin' },
          { id: '3', name: 'Alan Turing', email: 'alan@acme.test', role: 'Member' },
        ],
        environments: [
          { id: production, name: 'Production', flag: 'Production', roles: { Engineer: ['1', '2'] } },
          { id: staging, name: 'Staging', flag: 'Staging', roles: { Support: ['1'] } },
        ],
      },
    ],
  },
};

const organizationPath = '/platform/v1/organizations/1024/role-assignment';
const productionPath = '/platform/v1/environments/prod-7f0c/role-assignment';
const stagingPath = '/platform/v1/environments/staging%202/role-assignment';
const ids = {
  Owner: 'r-owner',
  Admin: 'r-admin',
  Member: 'r-member',
  Engineer: 'r-engineer',
  Support: 'r-support',
};

interface Page {
  meta: Record<string, unknown>;
  payload: { memberships: (Record<string, Record<string, unknown>> | null)[] };
}

/** Changes a copy of one list's answer. */
function spoil(at: string, change: (page: Page) => void) {
  return (path: string, body: unknown) => {
    if (!path.startsWith(at)) return null;
    const copy = structuredClone(body) as Page;
    change(copy);
    return { json: copy };
  };
}

const firstRow = ({ payload }: Page): Record<string, Record<string, unknown>> => payload.memberships[0] ?? {};

/** What holds a module that serves Redox to the contract, whether it is code or a connector. */
export function redoxSubject(redox: ProviderModule): ContractSubject {
  const organization = scopeOf(redox, 'organization', '1024');
  const productionScope = scopeOf(redox, 'environment', production, '1024');
  const stagingScope = scopeOf(redox, 'environment', staging, '1024');
  const all = [organization.address, productionScope.address, stagingScope.address];

  return {
    module: redox,
    start: () => startSandbox({ seed }),
    basePath: '/platform',
    root: organization,
    scopes: [organization, productionScope, stagingScope],
    named: [],
    holds: [
      'redox/organization/1024 user:1 Owner active',
      'redox/organization/1024 user:2 Admin active',
      'redox/organization/1024 user:3 Member active',
      'redox/environment/prod-7f0c user:1 Engineer active',
      'redox/environment/prod-7f0c user:2 Engineer active',
      'redox/environment/staging%202 user:1 Support active',
    ],
    discovers: [productionScope.address, stagingScope.address],
    reads: [`GET ${organizationPath}`, `GET ${productionPath}`, `GET ${stagingPath}`],
    changes: [
      {
        title: 'another role in an organization is the documented PUT',
        planned: planned(organization, user('3'), active('Member'), active('Admin'), ids),
        sent: [
          `PUT ${organizationPath} {"role":{"id":"r-admin","name":"Admin"},"user":{"id":"3","name":"Alan Turing"}}`,
        ],
        gained: ['redox/organization/1024 user:3 Admin active'],
        lost: ['redox/organization/1024 user:3 Member active'],
      },
      {
        title: 'another role in an environment is the documented PUT',
        planned: planned(productionScope, user('2'), active('Engineer'), active('Support'), ids),
        sent: [
          `PUT ${productionPath} {"role":{"id":"r-support","name":"Support"},"user":{"id":"2","name":"Grace Hopper"}}`,
        ],
        gained: ['redox/environment/prod-7f0c user:2 Support active'],
        lost: ['redox/environment/prod-7f0c user:2 Engineer active'],
      },
      {
        title: 'the first role in an environment is a POST',
        planned: planned(stagingScope, user('3'), null, active('Engineer'), ids),
        sent: [
          `POST ${stagingPath} {"role":{"id":"r-engineer","name":"Engineer"},"user":{"id":"3","name":"Alan Turing"}}`,
        ],
        gained: ['redox/environment/staging%202 user:3 Engineer active'],
        lost: [],
      },
      {
        title: 'no role in an environment is a DELETE with a body',
        planned: planned(productionScope, user('1'), active('Engineer'), null, ids),
        sent: [`DELETE ${productionPath} {"user":{"id":"1","name":"Ada Lovelace"}}`],
        gained: [],
        lost: ['redox/environment/prod-7f0c user:1 Engineer active'],
      },
      {
        title: 'removal from an organization is a DELETE with a body',
        planned: planned(organization, user('2'), active('Admin'), null, ids),
        sent: [`DELETE ${organizationPath} {"user":{"id":"2","name":"Grace Hopper"}}`],
        gained: [],
        lost: [
          'redox/environment/prod-7f0c user:2 Engineer active',
          'redox/organization/1024 user:2 Admin active',
        ],
      },
    ],
    faults: [
      {
        title: 'a list that is forbidden',
        incomplete: [productionScope.address],
        spoil: (path) => (path === productionPath ? { status: 403, json: { message: 'no' } } : null),
      },
      {
        title: 'an organization that is not found',
        incomplete: all,
        spoil: (path) => (path === organizationPath ? { status: 404, json: {} } : null),
      },
      {
        title: 'an answer without the envelope',
        incomplete: [stagingScope.address],
        spoil: (path) => (path === stagingPath ? { json: [] } : null),
      },
      {
        title: 'memberships that are no list',
        incomplete: all,
        spoil: (path) =>
          path === organizationPath ? { json: { meta: {}, payload: { memberships: {} } } } : null,
      },
      {
        title: 'an organization without members',
        incomplete: all,
        spoil: spoil(organizationPath, ({ payload }) => payload.memberships.splice(0)),
      },
      {
        title: 'a row without a user id',
        incomplete: [productionScope.address],
        spoil: spoil(productionPath, (page) => delete firstRow(page)['user']?.['id']),
      },
      {
        title: 'a row without a role id',
        incomplete: [productionScope.address],
        spoil: spoil(productionPath, (page) => delete firstRow(page)['role']?.['id']),
      },
      {
        title: 'a row without a role name',
        incomplete: all,
        spoil: spoil(organizationPath, (page) => delete firstRow(page)['role']?.['name']),
      },
      {
        title: 'a row that is null',
        incomplete: [stagingScope.address],
        spoil: spoil(stagingPath, ({ payload }) => payload.memberships.push(null)),
      },
      {
        title: 'a row of another organization',
        incomplete: all,
        spoil: spoil(organizationPath, (page) =>
          Object.assign(firstRow(page), { organization: { id: '9' } }),
        ),
      },
      {
        title: 'a row of another environment',
        incomplete: [productionScope.address],
        spoil: spoil(productionPath, (page) =>
          Object.assign(firstRow(page), { environment: { id: staging } }),
        ),
      },
      {
        title: 'a user with two rows',
        incomplete: [productionScope.address],
        spoil: spoil(productionPath, (page) => page.payload.memberships.push(firstRow(page))),
      },
      {
        title: 'fewer rows than a stated total',
        incomplete: [stagingScope.address],
        spoil: spoil(stagingPath, ({ meta }) => Object.assign(meta, { page: { total: 2 } })),
      },
      {
        title: 'a page that repeats',
        incomplete: all,
        spoil: spoil(organizationPath, ({ meta }) =>
          Object.assign(meta, { page: { links: { next: '/organizations/1024/role-assignment' } } }),
        ),
      },
      {
        title: 'a next page on another origin',
        incomplete: [stagingScope.address],
        spoil: spoil(stagingPath, ({ meta }) =>
          Object.assign(meta, { page: { links: { next: 'https://api.example.com/platform/v1/x' } } }),
        ),
      },
    ],
    refused: [
      {
        change: planned(organization, user('3'), active('Member'), active('Admin'), ids),
        bodies: [
          null,
          {},
          { payload: { success: false } },
          { payload: { success: 'true' } },
          { success: true },
          'ok',
        ],
      },
    ],
  };
}
