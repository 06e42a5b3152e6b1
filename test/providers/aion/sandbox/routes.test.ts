import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../sandbox/start.js';
import { type Reply, send, sendAs, started } from '../../../sandbox/client.js';

const account = '/api/v1/accounts/orbit';
const assignments = `${account}/roles/assignments`;

function post(sandbox: Sandbox, json: unknown): Promise<Reply> {
  return sendAs('aion', sandbox.url, 'POST', assignments, { json });
}

function put(sandbox: Sandbox, path: string, json: unknown): Promise<Reply> {
  return sendAs('aion', sandbox.url, 'PUT', `${account}/roles/${path}`, { json });
}

function remove(sandbox: Sandbox, path: string): Promise<Reply> {
  return sendAs('aion', sandbox.url, 'DELETE', `${account}/roles/${path}`);
}

function held(sandbox: Sandbox): unknown {
  return sandbox.state().aion?.accounts[0]?.assignments;
}

const seeded = [
  { group: 'data-science', role: 'project_reader', project: 'apollo', status: 'ACTIVE' },
  { user: 'ada', role: 'account_admin', status: 'ACTIVE' },
  { user: 'lin', role: 'billing', status: 'INACTIVE' },
  { user: 'lin', role: 'project_reader', project: 'apollo', status: 'ACTIVE' },
];

describe('a new assignment in the Aion sandbox', () => {
  it('is echoed without its project, in the six documented fields', async () => {
    const sandbox = await started({ now: () => Date.UTC(2026, 10, 22, 9) });
    const sent = { assigneeId: 'ada', assigneeType: 'USER', roleId: 'project_admin', projectId: 'apollo' };
    const reply = await post(sandbox, sent);
    expect([reply.status, reply.json]).toEqual([
      201,
      {
        assigneeId: 'ada',
        assigneeType: 'USER',
        roleId: 'project_admin',
        status: 'ACTIVE',
        createdAt: '2026-11-22T09:00:00.000Z',
        updatedAt: '2026-11-22T09:00:00.000Z',
      },
    ]);
    expect(held(sandbox)).toContainEqual({
      user: 'ada',
      role: 'project_admin',
      project: 'apollo',
      status: 'ACTIVE',
    });
  });

  it.each([
    ['exists', { assigneeId: 'ada', assigneeType: 'USER', roleId: 'account_admin' }, 409],
    ['exists inactive', { assigneeId: 'lin', assigneeType: 'USER', roleId: 'billing' }, 409],
    [
      'has a project for an account role',
      { assigneeId: 'ada', assigneeType: 'USER', roleId: 'billing', projectId: 'apollo' },
      400,
    ],
    [
      'has an empty project',
      { assigneeId: 'ada', assigneeType: 'USER', roleId: 'billing', projectId: '' },
      400,
    ],
    [
      'has a null project',
      { assigneeId: 'ada', assigneeType: 'USER', roleId: 'billing', projectId: null },
      400,
    ],
    [
      'lacks the project of a project role',
      { assigneeId: 'ada', assigneeType: 'USER', roleId: 'project_admin' },
      400,
    ],
    [
      'names an unknown project',
      { assigneeId: 'ada', assigneeType: 'USER', roleId: 'project_admin', projectId: 'x' },
      404,
    ],
    [
      'names a role of another project',
      { assigneeId: 'ada', assigneeType: 'USER', roleId: 'gemini_only', projectId: 'apollo' },
      400,
    ],
    ['names a role of RESOURCE scope', { assigneeId: 'ada', assigneeType: 'USER', roleId: 'gpu' }, 400],
    ['names an unknown role', { assigneeId: 'ada', assigneeType: 'USER', roleId: 'nope' }, 400],
    ['names an unknown user', { assigneeId: 'nobody', assigneeType: 'USER', roleId: 'billing' }, 400],
    ['takes a user for a group', { assigneeId: 'ada', assigneeType: 'IAMGROUP', roleId: 'billing' }, 400],
    ['lacks the assignee type', { assigneeId: 'ada', roleId: 'billing' }, 400],
    ['has another assignee type', { assigneeId: 'ada', assigneeType: 'user', roleId: 'billing' }, 400],
    [
      'carries a status',
      { assigneeId: 'ada', assigneeType: 'USER', roleId: 'billing', status: 'ACTIVE' },
      400,
    ],
  ])('is refused where it %s', async (_, json, status) => {
    const sandbox = await started();
    const reply = await post(sandbox, json);
    expect([reply.status, reply.json.success]).toEqual([status, false]);
    expect(held(sandbox)).toEqual(seeded);
  });

  it('is answered with status 415 where its content type is not JSON', async () => {
    const { url } = await started();
    const body = JSON.stringify({ assigneeId: 'ada', assigneeType: 'USER', roleId: 'billing' });
    expect((await sendAs('aion', url, 'POST', assignments, { body })).status).toBe(415);
  });
});

describe('a replacement in the Aion sandbox', () => {
  it('has the new role in the path and the current one in the body', async () => {
    const sandbox = await started();
    const reply = await put(sandbox, 'project_admin/assignments/lin?projectId=apollo', {
      assigneeType: 'USER',
      roleId: 'project_reader',
      projectId: 'apollo',
      status: 'ACTIVE',
    });
    expect([reply.status, reply.json.roleId]).toEqual([200, 'project_admin']);
    expect(held(sandbox)).toContainEqual({
      user: 'lin',
      role: 'project_admin',
      project: 'apollo',
      status: 'ACTIVE',
    });
    expect(held(sandbox)).toHaveLength(4);
  });

  it('changes a status alone, and keeps it when none is sent', async () => {
    const sandbox = await started();
    const keep = await put(sandbox, 'billing/assignments/lin', { assigneeType: 'USER', roleId: 'billing' });
    expect(keep.json.status).toBe('INACTIVE');
    const json = { assigneeType: 'USER', roleId: 'billing', status: 'ACTIVE' };
    expect((await put(sandbox, 'billing/assignments/lin', json)).json.status).toBe('ACTIVE');
  });

  it.each([
    [
      'the wrong way round',
      'project_reader/assignments/lin?projectId=apollo',
      { roleId: 'project_admin', projectId: 'apollo' },
      404,
    ],
    ['of a role not held', 'account_admin/assignments/ada', { roleId: 'billing' }, 404],
    ['by a role held already', 'billing/assignments/lin', { roleId: 'team_member' }, 404],
    [
      'with two projects',
      'project_admin/assignments/lin?projectId=apollo',
      { roleId: 'project_reader', projectId: 'gemini' },
      400,
    ],
    [
      'with the project in the query alone',
      'project_admin/assignments/lin?projectId=apollo',
      { roleId: 'project_reader' },
      400,
    ],
    [
      'with the project in the body alone',
      'project_admin/assignments/lin',
      { roleId: 'project_reader', projectId: 'apollo' },
      400,
    ],
    [
      'without the project of a project role',
      'project_admin/assignments/lin',
      { roleId: 'project_reader' },
      400,
    ],
    [
      'with a project for an account role',
      'team_member/assignments/ada?projectId=apollo',
      { roleId: 'account_admin', projectId: 'apollo' },
      400,
    ],
    [
      'across scopes',
      'project_admin/assignments/ada?projectId=apollo',
      { roleId: 'account_admin', projectId: 'apollo' },
      400,
    ],
    ['by an unknown role', 'nope/assignments/ada', { roleId: 'account_admin' }, 404],
    ['of an unknown role', 'billing/assignments/ada', { roleId: 'nope' }, 400],
    ['for an unknown user', 'billing/assignments/nobody', { roleId: 'account_admin' }, 404],
    ['with another status', 'billing/assignments/lin', { roleId: 'billing', status: 'active' }, 400],
  ])('is refused %s', async (_, path, body, status) => {
    const sandbox = await started();
    expect((await put(sandbox, path, { assigneeType: 'USER', ...body })).status).toBe(status);
    expect(held(sandbox)).toEqual(seeded);
  });

  it('is a conflict where the new role is held already', async () => {
    const sandbox = await started();
    await post(sandbox, { assigneeId: 'lin', assigneeType: 'USER', roleId: 'team_member' });
    const json = { assigneeType: 'USER', roleId: 'billing' };
    expect((await put(sandbox, 'team_member/assignments/lin', json)).status).toBe(409);
  });

  it('needs the assignee type', async () => {
    const sandbox = await started();
    expect((await put(sandbox, 'billing/assignments/lin', { roleId: 'billing' })).status).toBe(400);
  });
});

describe('a revocation in the Aion sandbox', () => {
  it('takes the assignee for a user unless it says otherwise', async () => {
    const sandbox = await started();
    expect((await remove(sandbox, 'project_reader/assignments/data-science?projectId=apollo')).status).toBe(
      404,
    );
    const reply = await remove(
      sandbox,
      'project_reader/assignments/data-science?projectId=apollo&assigneeType=IAMGROUP',
    );
    expect([reply.status, reply.json]).toEqual([
      200,
      { success: true, message: 'Assignment deleted successfully' },
    ]);
    expect(held(sandbox)).toEqual(seeded.slice(1));
  });

  it.each([
    ['of what is not there', 'project_admin/assignments/lin?projectId=apollo', 404],
    ['without the project of a project role', 'project_reader/assignments/lin', 400],
    ['with a project for an account role', 'billing/assignments/lin?projectId=apollo', 400],
    ['of an unknown role', 'nope/assignments/lin', 404],
    ['from an unknown user', 'billing/assignments/nobody', 404],
    ['with another assignee type', 'billing/assignments/lin?assigneeType=GROUP', 400],
    ['with a parameter too many', 'billing/assignments/lin?force=true', 400],
  ])('is refused %s', async (_, path, status) => {
    const sandbox = await started();
    expect((await remove(sandbox, path)).status).toBe(status);
    expect(held(sandbox)).toEqual(seeded);
  });

  it('takes no body', async () => {
    const { url } = await started();
    const json = { assigneeType: 'USER' };
    expect(
      (await sendAs('aion', url, 'DELETE', `${account}/roles/billing/assignments/lin`, { json })).status,
    ).toBe(400);
  });
});

describe('the lists of the Aion sandbox', () => {
  it('hold all users, with their number', async () => {
    const { url } = await started();
    const { json } = await sendAs('aion', url, 'GET', `${account}/users`);
    expect(json.users.map((user) => user.id)).toEqual(['ada', 'lin']);
    expect([json.total, json.message]).toEqual([2, 'Users retrieved successfully']);
  });

  it('page the roles, 20 rows unless asked otherwise', async () => {
    const { url } = await started();
    const first = await sendAs('aion', url, 'GET', `${account}/roles`);
    expect(first.json.meta).toEqual({ total: 7, page: 1, pageSize: 20, totalPages: 1 });
    const third = await sendAs('aion', url, 'GET', `${account}/roles?page=3&pageSize=3`);
    expect(third.json.data.map((role) => role.id)).toEqual(['gpu']);
    const past = await sendAs('aion', url, 'GET', `${account}/roles?page=4&pageSize=3`);
    expect(past.json).toEqual({ data: [], meta: { total: 7, page: 4, pageSize: 3, totalPages: 3 } });
  });

  it.each([
    'pageSize=101',
    'pageSize=0',
    'page=0',
    'page=x',
    'scope=account',
    'status=GONE',
    'limit=5',
    'page=1&page=2',
  ])('refuse the query %s with status 400', async (query) => {
    const { url } = await started();
    expect((await sendAs('aion', url, 'GET', `${account}/roles?${query}`)).status).toBe(400);
  });

  it('filter the roles by scope and project', async () => {
    const { url } = await started();
    const ids = async (query: string): Promise<unknown> => {
      const { json } = await sendAs('aion', url, 'GET', `${account}/roles?${query}`);
      return json.data.map((role) => role.id);
    };
    expect(await ids('scope=RESOURCE')).toEqual(['gpu']);
    expect(await ids('projectId=apollo')).toEqual(['project_admin', 'project_reader']);
    expect(await ids('projectId=gemini')).toEqual(['project_admin', 'project_reader', 'gemini_only']);
  });

  it('show one role, system roles without an account', async () => {
    const { url } = await started();
    const system = await sendAs('aion', url, 'GET', `${account}/roles/account_admin`);
    expect(system.json).toMatchObject({
      id: 'account_admin',
      scope: 'ACCOUNT',
      isCustom: false,
      accountId: null,
    });
    const custom = await sendAs('aion', url, 'GET', `${account}/roles/gemini_only`);
    expect(custom.json).toMatchObject({ isCustom: true, accountId: 'orbit', projectId: 'gemini' });
    expect((await sendAs('aion', url, 'GET', `${account}/roles/nope`)).status).toBe(404);
  });

  it('show and filter the rows of a user, both statuses unless asked', async () => {
    const { url } = await started();
    const roles = async (query: string): Promise<unknown> => {
      const { json } = await sendAs('aion', url, 'GET', `${account}/roles/users/lin${query}`);
      return json.data.map((row) => row.roleId);
    };
    expect(await roles('')).toEqual(['project_reader', 'billing']);
    expect(await roles('?status=INACTIVE')).toEqual(['billing']);
    expect(await roles('?scope=PROJECT')).toEqual(['project_reader']);
    expect(await roles('?projectId=gemini')).toEqual([]);
    expect(await roles('?page=2&pageSize=1')).toEqual(['billing']);
    expect((await sendAs('aion', url, 'GET', `${account}/roles/users/nobody`)).status).toBe(404);
  });

  it('show the rows of a group under the path of users, where they may', async () => {
    const open = await started();
    const closed = await started({ aion: { groupReads: false } });
    const path = `${account}/roles/users/data-science`;
    expect((await sendAs('aion', open.url, 'GET', path)).json.meta.total).toBe(1);
    expect((await sendAs('aion', closed.url, 'GET', path)).status).toBe(404);
  });

  it('mix in inherited rows, and hide inactive ones, where told to', async () => {
    const { url } = await started({ aion: { inheritedRows: true, inactiveListed: false } });
    const { json } = await sendAs('aion', url, 'GET', `${account}/roles/users/lin`);
    expect(json.data.map((row) => row.roleId)).toEqual(['project_reader', 'project_reader']);
  });
});

describe('the Aion sandbox that behaves otherwise', () => {
  const rows = `${account}/roles/users/lin`;

  it('pages by an offset, cuts a page that is too large and ignores what it does not know', async () => {
    const pageParameters = { page: 'offset', size: 'limit', max: 1 };
    const { url } = await started({
      aion: { pageParameters, pagesBy: 'offset', cutsPages: true, ignoresQuery: true },
    });
    const { json } = await sendAs('aion', url, 'GET', `${rows}?offset=1&limit=50&page=7`);
    expect(json.data.map((row) => row.roleId)).toEqual(['billing']);
    expect(json.meta).toEqual({ total: 2, page: 2, pageSize: 1, totalPages: 2 });
  });

  it('answers with empty lists for what does not exist', async () => {
    const { url } = await started({ aion: { unknownIsEmpty: true, unknownAssigneeIsEmpty: true } });
    for (const path of [`${account}/roles/users/nobody`, '/api/v1/accounts/nowhere/roles']) {
      const { status, json } = await sendAs('aion', url, 'GET', path);
      expect([status, json.data]).toEqual([200, []]);
    }
  });

  it('answers errors with status 200', async () => {
    const { url } = await started({ aion: { errorsAre200: true } });
    const { status, json } = await sendAs('aion', url, 'GET', '/api/v1/accounts/nowhere/roles');
    expect([status, json.success]).toEqual([200, false]);
  });

  it('lists users elsewhere, and who holds a role', async () => {
    const { url } = await started({ aion: { listsUsers: false, roleReads: true } });
    expect((await sendAs('aion', url, 'GET', `${account}/users`)).status).toBe(404);
    const ofRole = await sendAs('aion', url, 'GET', `${account}/roles/billing/assignments`);
    expect(ofRole.json.data.map((row) => row.assigneeId)).toEqual(['lin']);
    expect(
      (await sendAs('aion', url, 'GET', `${account}/roles/assignments`)).json.meta.total,
    ).toBeGreaterThan(1);
  });

  it('cuts lists, states no totals and lacks a row every other time', async () => {
    const { url } = await started({
      aion: { cutsLists: 2, statesTotals: false, flickers: true, headers: { 'x-ratelimit-limit': '9' } },
    });
    const first = await send(url, 'GET', `${account}/users`, { headers: { authorization: 'Bearer aion' } });
    expect([first.json.users.length, first.json.total]).toEqual([2, undefined]);
    expect(first.headers['x-ratelimit-limit']).toBe('9');
    expect((await sendAs('aion', url, 'GET', `${account}/users`)).json.users).toHaveLength(1);
  });

  it('marks rows, and says that a role of the seed is one of the system', async () => {
    const { url } = await started({
      aion: { marksRows: true, inheritedRows: true, systemRoles: ['billing'] },
    });
    const { json } = await sendAs('aion', url, 'GET', rows);
    expect(json.data).toContainEqual(expect.objectContaining({ assigneeType: 'IAMGROUP', inherited: true }));
    const role = await sendAs('aion', url, 'GET', `${account}/roles/billing`);
    expect(role.json).toMatchObject({ isCustom: false });
  });
});

describe('the callers of the Aion sandbox', () => {
  it.each([
    ['aion-nova', '/api/v1/accounts/orbit/users', 403],
    ['aion-nova', '/api/v1/accounts/nova/users', 200],
    ['redox-all', '/api/v1/accounts/orbit/users', 401],
    ['aion', '/api/v1/accounts/nowhere/users', 404],
    ['aion', '/api/v1/accounts/orbit/groups', 404],
    ['aion', '/api/v1/accounts//users', 404],
    ['aion', '/api/v1/accounts/orbit/roles/assignments', 405],
  ])('send the token %s with GET %s and get status %i', async (token, path, status) => {
    const { url } = await started();
    expect((await sendAs(token, url, 'GET', path)).status).toBe(status);
  });

  it('may send a key in its own header, and in no other way', async () => {
    const { url } = await started();
    const own = await send(url, 'GET', `${account}/users`, { headers: { 'x-api-key': 'aion-key' } });
    expect([own.status, (await sendAs('aion-key', url, 'GET', `${account}/users`)).status]).toEqual([
      200, 401,
    ]);
    const swapped = await send(url, 'GET', `${account}/users`, { headers: { 'x-api-key': 'aion' } });
    expect(swapped.status).toBe(401);
  });
});

describe('an invitation in the Aion sandbox', () => {
  it('adds an invited user who holds team_member', async () => {
    const sandbox = await started();
    const invite = (email: string): Promise<Reply> =>
      sendAs('aion', sandbox.url, 'POST', `${account}/users/invite`, { json: { email } });
    expect((await invite('new@acme.test')).status).toBe(201);
    const { users } = (await sendAs('aion', sandbox.url, 'GET', `${account}/users`)).json;
    expect(users[2]).toMatchObject({ email: 'new@acme.test', status: 'INVITED' });
    expect(held(sandbox)).toContainEqual({ user: users[2]?.id, role: 'team_member', status: 'ACTIVE' });
    expect((await invite('ADA@acme.test')).status).toBe(409);
  });
});
