import { aion } from '../../../src/providers/aion/index.js';
import type { SandboxSeed } from '../../sandbox/start.js';
import { active, group, inactive, planned, user } from '../changes.js';
import { startSandbox } from '../../sandbox/start.js';
import { providerContract } from '../contract.js';
import { scopeOf, token } from '../rig.js';

const seed: SandboxSeed = {
  aion: {
    tokens: [{ variable: 'TOKEN', token }],
    accounts: [
      {
        id: 'orbit',
        projects: ['apollo', 'gem ini'],
        users: [
          { id: 'ada', email: 'Ada@acme.test', name: 'Ada Lovelace' },
          { id: 'lin/x', email: 'lin@acme.test', name: 'Lin Chen' },
        ],
        groups: [{ id: 'data', members: ['ada'] }],
        customRoles: [
          { id: 'billing_admin', name: 'Billing administrator', scope: 'ACCOUNT' },
          { id: 'gpu_operator', name: 'GPU operator', scope: 'RESOURCE' },
        ],
        assignments: [
          { user: 'ada', role: 'team_member' },
          { user: 'ada', role: 'account_admin' },
          { user: 'ada', role: 'gpu_operator' },
          { user: 'ada', role: 'project_admin', project: 'apollo' },
          { user: 'lin/x', role: 'project_reader', project: 'apollo' },
          { user: 'lin/x', role: 'project_reader', project: 'gem ini', status: 'INACTIVE' },
          { group: 'data', role: 'project_reader', project: 'apollo' },
        ],
      },
    ],
  },
};

const account = scopeOf(aion, 'account', 'orbit');
const apollo = scopeOf(aion, 'project', 'apollo', 'orbit');
const gemini = scopeOf(aion, 'project', 'gem ini', 'orbit');
const all = [account.address, apollo.address, gemini.address];

const roles = '/api/v1/accounts/orbit/roles';
const users = '/api/v1/accounts/orbit/users';
const ada = `${roles}/users/ada?page=1&pageSize=100`;
const paged = '?page=1&pageSize=100';

interface Page {
  data: Record<string, unknown>[];
  meta: Record<string, unknown>;
  users: Record<string, unknown>[];
  total: number;
}

/** Changes a copy of one answer. */
function spoil(at: string, change: (page: Page) => void) {
  return (path: string, body: unknown) => {
    if (path !== at) return null;
    const copy = structuredClone(body) as Page;
    change(copy);
    return { json: copy };
  };
}

providerContract({
  module: aion,
  start: () => startSandbox({ seed }),
  basePath: '',
  root: account,
  scopes: [account, apollo, gemini],
  named: [{ kind: 'group', by: 'id', value: 'data' }],
  holds: [
    'aion/account/orbit user:ada account_admin active',
    'aion/account/orbit user:ada gpu_operator active resource-role',
    'aion/account/orbit user:ada team_member active system-role',
    'aion/project/orbit/apollo group:data project_reader active group',
    'aion/project/orbit/apollo user:ada project_admin active',
    'aion/project/orbit/apollo user:lin%2Fx project_reader active',
    'aion/project/orbit/gem%20ini user:lin%2Fx project_reader inactive',
  ],
  discovers: [apollo.address, gemini.address],
  reads: [
    `GET ${users}`,
    `GET ${roles}${paged}`,
    `GET ${ada}`,
    `GET ${roles}/users/lin%2Fx${paged}`,
    `GET ${roles}/users/data${paged}`,
  ],
  changes: [
    {
      title: 'another role in a project is the documented PUT',
      planned: planned(apollo, user('lin/x'), active('project_reader'), active('project_admin')),
      sent: [
        `PUT ${roles}/project_admin/assignments/lin%2Fx?projectId=apollo {"assigneeType":"USER","roleId":"project_reader","projectId":"apollo","status":"ACTIVE"}`,
      ],
      gained: ['aion/project/orbit/apollo user:lin%2Fx project_admin active'],
      lost: ['aion/project/orbit/apollo user:lin%2Fx project_reader active'],
    },
    {
      title: 'another role in an account is the documented PUT without a project',
      planned: planned(account, user('ada'), active('account_admin'), active('billing_admin')),
      sent: [
        `PUT ${roles}/billing_admin/assignments/ada {"assigneeType":"USER","roleId":"account_admin","status":"ACTIVE"}`,
      ],
      gained: ['aion/account/orbit user:ada billing_admin active'],
      lost: ['aion/account/orbit user:ada account_admin active'],
    },
    {
      title: 'another status is a PUT with the same role in path and body',
      planned: planned(gemini, user('lin/x'), inactive('project_reader'), active('project_reader')),
      sent: [
        `PUT ${roles}/project_reader/assignments/lin%2Fx?projectId=gem%20ini {"assigneeType":"USER","roleId":"project_reader","projectId":"gem ini","status":"ACTIVE"}`,
      ],
      gained: ['aion/project/orbit/gem%20ini user:lin%2Fx project_reader active'],
      lost: ['aion/project/orbit/gem%20ini user:lin%2Fx project_reader inactive'],
    },
    {
      title: 'a grant in an account is a POST without a project',
      planned: planned(account, user('lin/x'), null, active('billing_admin')),
      sent: [
        `POST ${roles}/assignments {"assigneeId":"lin/x","assigneeType":"USER","roleId":"billing_admin"}`,
      ],
      gained: ['aion/account/orbit user:lin%2Fx billing_admin active'],
      lost: [],
    },
    {
      title: 'a grant to a group in a project is a POST',
      planned: planned(gemini, group('data'), null, active('project_reader')),
      sent: [
        `POST ${roles}/assignments {"assigneeId":"data","assigneeType":"IAMGROUP","roleId":"project_reader","projectId":"gem ini"}`,
      ],
      gained: ['aion/project/orbit/gem%20ini group:data project_reader active group'],
      lost: [],
    },
    {
      title: 'a revoke in a project is a DELETE with assigneeType and projectId',
      planned: planned(gemini, user('lin/x'), inactive('project_reader'), null),
      sent: [`DELETE ${roles}/project_reader/assignments/lin%2Fx?assigneeType=USER&projectId=gem%20ini`],
      gained: [],
      lost: ['aion/project/orbit/gem%20ini user:lin%2Fx project_reader inactive'],
    },
    {
      title: 'a revoke from a group is a DELETE that says IAMGROUP',
      planned: planned(apollo, group('data'), active('project_reader'), null),
      sent: [`DELETE ${roles}/project_reader/assignments/data?assigneeType=IAMGROUP&projectId=apollo`],
      gained: [],
      lost: ['aion/project/orbit/apollo group:data project_reader active group'],
    },
    {
      title: 'a revoke in an account is a DELETE without a project',
      planned: planned(account, user('ada'), active('account_admin'), null),
      sent: [`DELETE ${roles}/account_admin/assignments/ada?assigneeType=USER`],
      gained: [],
      lost: ['aion/account/orbit user:ada account_admin active'],
    },
  ],
  faults: [
    {
      title: 'a list of users that is forbidden',
      incomplete: all,
      spoil: (path) => (path === users ? { status: 403, json: { message: 'no' } } : null),
    },
    {
      title: 'an account without users',
      incomplete: all,
      spoil: (path) => (path === users ? { json: { users: [], total: 0 } } : null),
    },
    {
      title: 'fewer users than the total',
      incomplete: all,
      spoil: spoil(users, (page) => page.users.pop()),
    },
    {
      title: 'users without a total',
      incomplete: all,
      spoil: spoil(users, (page) => Object.assign(page, { total: null })),
    },
    {
      title: 'a user without an id',
      incomplete: all,
      spoil: spoil(users, (page) => delete page.users[0]?.['id']),
    },
    {
      title: 'a user listed twice',
      incomplete: all,
      spoil: spoil(users, (page) => {
        page.users.push({ ...page.users[0] });
        page.total += 1;
      }),
    },
    {
      title: 'roles that are not found',
      incomplete: all,
      spoil: (path) => (path.startsWith(`${roles}?`) ? { status: 404, json: {} } : null),
    },
    {
      title: 'a role without an id',
      incomplete: all,
      spoil: spoil(roles + paged, (page) => delete page.data[0]?.['id']),
    },
    {
      title: 'a user whose roles cannot be read',
      incomplete: all,
      spoil: (path) => (path === ada ? { status: 404, json: {} } : null),
    },
    {
      title: 'a row without a role id',
      incomplete: all,
      spoil: spoil(ada, (page) => delete page.data[0]?.['roleId']),
    },
    {
      title: 'a status nobody knows',
      incomplete: all,
      spoil: spoil(ada, (page) => Object.assign(page.data[0] ?? {}, { status: 'PENDING' })),
    },
    {
      title: 'a projectId that is no id',
      incomplete: all,
      spoil: spoil(ada, (page) => Object.assign(page.data[0] ?? {}, { projectId: true })),
    },
    {
      title: 'a row that comes twice',
      incomplete: all,
      spoil: spoil(ada, (page) => {
        page.data.push({ ...page.data[0] });
        Object.assign(page.meta, { total: page.data.length });
      }),
    },
    {
      title: 'fewer rows than the total',
      incomplete: all,
      spoil: spoil(ada, (page) => page.data.pop()),
    },
    {
      title: 'more rows than the total',
      incomplete: all,
      spoil: spoil(ada, (page) => Object.assign(page.meta, { total: 1 })),
    },
    {
      title: 'a page that repeats',
      incomplete: all,
      spoil: (path, body) =>
        path.startsWith(`${roles}/users/ada?`)
          ? spoil(path, (page) => Object.assign(page.meta, { total: 8, totalPages: 2, pageSize: 4 }))(
              path,
              body,
            )
          : null,
    },
    {
      title: 'an answer without data',
      incomplete: all,
      spoil: (path) => (path === ada ? { json: { meta: { total: 0 } } } : null),
    },
  ],
  refused: [
    {
      change: planned(apollo, user('lin/x'), active('project_reader'), active('project_admin')),
      bodies: [
        null,
        {},
        { success: true },
        { assigneeId: 'lin/x', assigneeType: 'USER', roleId: 'project_reader', status: 'ACTIVE' },
        { assigneeId: 'lin/x', assigneeType: 'USER', roleId: 'project_admin', status: 'INACTIVE' },
        { assigneeId: 'lin', assigneeType: 'USER', roleId: 'project_admin', status: 'ACTIVE' },
        { assigneeId: 'lin/x', assigneeType: 'IAMGROUP', roleId: 'project_admin', status: 'ACTIVE' },
      ],
    },
    {
      change: planned(account, user('lin/x'), null, active('billing_admin')),
      bodies: [
        {},
        { assigneeId: 'lin/x', assigneeType: 'USER', roleId: 'billing_admin', status: 'INACTIVE' },
        { assigneeId: 'ada', assigneeType: 'USER', roleId: 'billing_admin', status: 'ACTIVE' },
      ],
    },
    {
      change: planned(account, user('ada'), active('account_admin'), null),
      bodies: [{}, { success: false }, { success: 'true' }, { message: 'Assignment deleted successfully' }],
    },
  ],
});
