import { describe, expect, test } from 'vitest';
import { diagnose, orbit, orbitWith } from './world.js';

const withGroup = `project: apollo
account: orbit
roles:
  project_admin:
    - group:data-science
`;

test('an API that behaves as assumed is ready, and what was seen is settled', async () => {
  const { code, ready, checks, of } = await diagnose();
  expect(ready).toEqual({ plan: true, apply: true });
  expect(code).toBe(0);
  expect(
    checks.filter(({ state }) => state === 'settled').map(({ option, value }) => [option, value]),
  ).toEqual([
    ['providers.aion.usersUrl', expect.stringMatching(/^http:/u)],
    ['providers.aion.options.pageParameters', { page: 'page', size: 'pageSize', max: 100 }],
    ['providers.aion.options.systemRoles', ['team_member']],
  ]);
  expect(of('inactive-rows')).toMatchObject([{ state: 'needs-data', value: 'listed' }]);
  expect(of('inherited-rows')).toMatchObject([{ state: 'assumed', value: 'direct' }]);
  expect(of('group-roles')).toEqual([]);
  expect(checks.filter(({ state }) => state === 'failed' || state === 'conflict')).toEqual([]);
});

test('what only writing shows names the command, in a project of the files', async () => {
  const { checks } = await diagnose();
  const writes = checks.filter(({ state }) => state === 'needs-write-probe');
  expect(writes.map(({ id }) => id)).toEqual([
    'role-change',
    'write-project',
    'duplicate-grant',
    'missing-revoke',
    'write-delay',
  ]);
  expect(writes[0]).toMatchObject({
    option: 'providers.aion.options.roleChange',
    value: 'put',
    remedy:
      'Run rolecall doctor --probe-writes cycle --scope aion/project/orbit/apollo --principal user:ID, with a user who has no role there.',
  });
});

describe('the users service', () => {
  test('that is elsewhere needs its URL, and nothing that depends on it is tried', async () => {
    const { code, ready, of, checks, asked } = await diagnose({ behaviour: { listsUsers: false } });
    expect(of('users-url')).toMatchObject([{ state: 'needs-data', option: 'providers.aion.usersUrl' }]);
    expect(of('users-url')[0]?.remedy).toContain('set providers.aion.usersUrl');
    expect({ code, ready }).toEqual({ code: 1, ready: { plan: false, apply: false } });
    expect(checks.filter(({ layer }) => layer === 'permissions' || layer === 'identity')).toEqual([]);
    expect(asked.filter((path) => path.includes('/users'))).toEqual(['/api/v1/accounts/orbit/users']);
  });

  test('that the settings name wrongly is a conflict', async () => {
    const elsewhere = await diagnose({ behaviour: { listsUsers: false }, usersUrl: '/other' });
    expect(elsewhere.of('users-url')).toMatchObject([{ state: 'conflict' }]);
    expect(elsewhere.ready.plan).toBe(false);
  });
});

describe('page parameters', () => {
  test.each([
    ['page_size', { page: 'page', size: 'page_size', max: 100 }],
    ['per_page', { page: 'page', size: 'per_page', max: 50 }],
    ['p and limit', { page: 'p', size: 'limit', max: 37 }],
    ['page[size]', { page: 'page[number]', size: 'page[size]', max: 100 }],
  ])(
    'of other names are settled, refused or ignored as the old ones may be: %s',
    async (_name, pageParameters) => {
      for (const ignoresQuery of [false, true]) {
        const { of, ready } = await diagnose({ behaviour: { pageParameters, ignoresQuery } });
        expect(of('page-parameters')).toMatchObject([{ state: 'settled', value: pageParameters }]);
        expect(of('scope').map(({ state }) => state)).toEqual(['ok', 'ok']);
        expect(ready.plan).toBe(false);
      }
    },
  );

  test('that the settings name are settled without a word to write', async () => {
    const pageParameters = { page: 'p', size: 'limit', max: 50 };
    const settings = ['options: { pageParameters: { page: p, size: limit, max: 50 } }'];
    const { of, ready } = await diagnose({ behaviour: { pageParameters }, settings });
    expect(of('page-parameters')).toMatchObject([{ state: 'settled', value: pageParameters, remedy: null }]);
    expect(ready.plan).toBe(true);
  });

  test('that the settings name wrongly are one conflict, and the rest is read as the API behaves', async () => {
    const settings = ['options: { pageParameters: { size: limit } }'];
    const { of, checks } = await diagnose({ settings });
    expect(of('page-parameters')).toMatchObject([{ state: 'conflict' }]);
    expect(checks.filter(({ state }) => state === 'conflict' || state === 'failed')).toHaveLength(1);
  });

  test('a page that is cut settles the largest', async () => {
    const pageParameters = { page: 'page', size: 'pageSize', max: 42 };
    const { of } = await diagnose({ behaviour: { pageParameters, cutsPages: true } });
    expect(of('page-parameters')).toMatchObject([{ state: 'settled', value: pageParameters }]);
  });

  test('a smaller page than the largest is no conflict', async () => {
    const settings = ['options: { pageParameters: { max: 10 } }'];
    const { of } = await diagnose({ settings });
    expect(of('page-parameters')).toMatchObject([{ state: 'settled', value: { max: 10 } }]);
  });

  test('that count rows cannot be set: that is said, and nothing is settled', async () => {
    const pageParameters = { page: 'offset', size: 'limit', max: 100 };
    const ignored = await diagnose({ behaviour: { pageParameters, pagesBy: 'offset', ignoresQuery: true } });
    expect(ignored.of('page-parameters')).toMatchObject([{ state: 'needs-data' }]);
    expect(ignored.of('page-parameters')[0]?.evidence).toContain('?offset=1 the second');
    const refused = await diagnose({ behaviour: { pageParameters, pagesBy: 'offset' } });
    expect(refused.of('page-parameters')).toMatchObject([{ state: 'failed' }]);
    expect(refused.ready.plan).toBe(false);
    expect(refused.of('scope')).toEqual([]);
  });

  test('cannot be told where nobody holds two roles', async () => {
    const account = { ...orbit, assignments: orbit.assignments.slice(0, 3) };
    const { of } = await diagnose({ account });
    expect(of('page-parameters')).toMatchObject([{ state: 'needs-data' }]);
  });
});

describe('inactive rows', () => {
  const account = orbitWith({ user: 'lin', role: 'project_admin', project: 'apollo', status: 'INACTIVE' });

  test('in the list are settled as listed', async () => {
    const { of, ready } = await diagnose({ account });
    expect(of('inactive-rows')).toMatchObject([{ state: 'settled', value: 'listed' }]);
    expect(ready.plan).toBe(true);
  });

  test('at the end of a list that comes in pages are settled as listed', async () => {
    const projects = Array.from({ length: 24 }, (_, index) => `p${index}`);
    const full = orbitWith(...projects.map((project) => ({ user: 'lin', role: 'project_reader', project })), {
      user: 'lin',
      role: 'project_admin',
      project: 'apollo',
      status: 'INACTIVE',
    });
    const { of } = await diagnose({ account: { ...full, projects: ['apollo', ...projects] } });
    expect(of('inactive-rows')).toMatchObject([{ state: 'settled', value: 'listed' }]);
  });

  test('that the list hides are settled as hidden, read apart, and to be written', async () => {
    const { of, ready, asked } = await diagnose({ account, behaviour: { inactiveListed: false } });
    expect(of('inactive-rows')).toMatchObject([{ state: 'settled', value: 'hidden' }]);
    expect(of('scope')[1]?.evidence).toContain('3 role assignments');
    expect(asked).toContain('/api/v1/accounts/orbit/roles/users/lin?page=1&pageSize=100&status=INACTIVE');
    expect(ready.plan).toBe(false);
  });
});

describe('rows that come through groups', () => {
  test('are seen by what a row says', async () => {
    const behaviour = { inheritedRows: true, marksRows: true };
    const { of, ready } = await diagnose({ behaviour });
    const [check] = of('inherited-rows');
    expect(check).toMatchObject({ state: 'settled', value: 'may-include-inherited' });
    expect(check?.evidence).toContain('assigneeType');
    expect(ready.plan).toBe(false);
  });

  test('are seen by a role that comes twice', async () => {
    const account = orbitWith({ user: 'lin', role: 'project_admin', project: 'apollo' });
    const { of, checks } = await diagnose({ account, behaviour: { inheritedRows: true } });
    expect(of('inherited-rows')).toMatchObject([{ state: 'settled', value: 'may-include-inherited' }]);
    expect(checks.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  test('are not seen where nothing tells them apart: that stays assumed', async () => {
    const { of } = await diagnose({ behaviour: { inheritedRows: true } });
    expect(of('inherited-rows')).toMatchObject([{ state: 'assumed', value: 'direct' }]);
  });

  test('are not taken for such where rows only say that they are the user’s own', async () => {
    const { of } = await diagnose({ behaviour: { marksRows: true } });
    expect(of('inherited-rows')).toMatchObject([{ state: 'assumed', value: 'direct' }]);
  });

  test('are no question where the settings answer it', async () => {
    const { of } = await diagnose({ settings: ['options: { userRoles: direct }'] });
    expect(of('inherited-rows')).toMatchObject([{ state: 'ok' }]);
  });
});

describe('the roles of a group', () => {
  test('are read where the path of users has them', async () => {
    const { of } = await diagnose({ files: withGroup });
    expect(of('group-roles')).toMatchObject([{ state: 'settled', value: 'users-path' }]);
  });

  test('are written only where the path answers 404', async () => {
    const { of, ready } = await diagnose({ files: withGroup, behaviour: { groupReads: false } });
    expect(of('group-roles')).toMatchObject([{ state: 'settled', value: 'write-only' }]);
    expect(ready.plan).toBe(false);
  });

  test('are not settled where an id that cannot exist has an empty list too', async () => {
    const { of } = await diagnose({
      files: withGroup,
      behaviour: { groupReads: false, unknownAssigneeIsEmpty: true },
    });
    expect(of('group-roles')).toMatchObject([{ state: 'needs-data' }]);
  });

  test('are not settled where no group of the files holds one', async () => {
    const account = { ...orbit, assignments: orbit.assignments.slice(0, -1) };
    const { of } = await diagnose({ files: withGroup, account });
    expect(of('group-roles')).toMatchObject([{ state: 'needs-data', value: 'users-path' }]);
  });
});

describe('system roles', () => {
  test('that the API lacks are a conflict', async () => {
    const { of, code } = await diagnose({ settings: ['options: { systemRoles: [team_member, member] }'] });
    expect(of('system-roles')).toMatchObject([{ state: 'conflict' }]);
    expect(of('system-roles')[0]?.evidence).toContain('member is not among');
    expect(code).toBe(1);
  });

  test('that everybody holds and nobody made are settled with the documented one', async () => {
    const users = ['ada', 'lin', 'alan', 'grace', 'mary'];
    const account = {
      ...orbit,
      users: users.map((id) => ({ id, email: `${id}@acme.test`, name: id })),
      customRoles: [{ id: 'basic', name: 'Basic', scope: 'ACCOUNT' as const }],
      assignments: users.flatMap((user) => [
        { user, role: 'team_member' },
        { user, role: 'basic' },
      ]),
    };
    const made = await diagnose({ account });
    expect(made.of('system-roles')).toMatchObject([{ state: 'settled', value: ['team_member'] }]);
    const { of } = await diagnose({ account, behaviour: { systemRoles: ['basic'] } });
    expect(of('system-roles')).toMatchObject([{ state: 'settled', value: ['team_member', 'basic'] }]);
  });
});

describe('what has no option', () => {
  test('two reads that differ forbid to apply', async () => {
    const { of, ready } = await diagnose({ behaviour: { flickers: true } });
    expect(of('two-reads')).toMatchObject([{ state: 'failed' }]);
    expect(ready.apply).toBe(false);
  });

  test('a round number of users may be a list that was cut', async () => {
    const users = Array.from({ length: 60 }, (_, index) => ({
      id: `user${index}`,
      email: `user${index}@acme.test`,
      name: 'User',
    }));
    const account = { ...orbit, users: [...orbit.users, ...users] };
    const { of } = await diagnose({ account, behaviour: { cutsLists: 50 } });
    expect(of('cut-lists')).toMatchObject([{ state: 'needs-data' }]);
    expect(of('cut-lists')[0]?.evidence).toContain('exactly 50');
    expect((await diagnose({ account })).of('cut-lists')).toMatchObject([{ state: 'ok' }]);
  });

  test('ids that are numbers are told, and read', async () => {
    const account = {
      ...orbit,
      users: [...orbit.users, { id: '4711', email: 'num@acme.test', name: 'Num' }],
    };
    const { of } = await diagnose({ account, behaviour: { numberIds: true } });
    expect(of('user-ids')[0]?.evidence).toContain('3 words and 1 JSON numbers');
  });

  test('limits in headers, forms of errors and reads by role are told', async () => {
    const { of } = await diagnose({
      behaviour: { headers: { 'x-ratelimit-limit': '120' }, roleReads: true },
    });
    expect(of('rate-limit')[0]?.evidence).toContain('x-ratelimit-limit: 120');
    expect(of('error-form')[0]?.evidence).toContain('401 and 404 with JSON (success, message)');
    expect(of('role-reads')[0]?.evidence).toContain('200 with 1 row');
  });

  test('a role of RESOURCE scope is told', async () => {
    const customRoles = [{ id: 'gpu', name: 'GPU', scope: 'RESOURCE' as const }];
    const { of } = await diagnose({ account: { ...orbit, customRoles } });
    expect(of('resource-roles')[0]?.evidence).toContain('1 of RESOURCE scope: never granted');
  });
});

describe('the user of the credential', () => {
  const project = `project: apollo
account: orbit
roles:
  project_reader:
    - lin@acme.test
`;

  test('who is no administrator of the account cannot apply its document', async () => {
    const { of, ready } = await diagnose({ self: 'user:lin' });
    expect(of('self')).toMatchObject([{ state: 'failed', subject: 'aion/account/orbit' }]);
    expect(of('self')[0]?.remedy).toContain('give user:lin the role account_admin');
    expect(ready).toEqual({ plan: true, apply: false });
  });

  test('who is none may be able to apply the document of a project', async () => {
    const { of, ready } = await diagnose({ self: 'user:lin', files: project });
    expect(of('self')).toMatchObject([{ state: 'assumed' }]);
    expect(ready.apply).toBe(true);
  });
});

test.each([
  ['errorsAre200', 'invalid-credential'],
  ['unknownIsEmpty', 'missing-id'],
] as const)('an API for which %s is not asked any further', async (behaviour, id) => {
  const { checks, ready } = await diagnose({ behaviour: { [behaviour]: true } });
  expect(checks.filter(({ state }) => state !== 'ok').map((check) => check.id)).toEqual([id]);
  expect(ready.plan).toBe(false);
});

test('an account of thousands costs no more requests than one of a few', async () => {
  const users = Array.from({ length: 3000 }, (_, index) => ({
    id: `user${index}`,
    email: `user${index}@acme.test`,
    name: 'User',
  }));
  const { asked, of } = await diagnose({ account: { ...orbit, users: [...orbit.users, ...users] } });
  expect(asked.length).toBeLessThan(50);
  expect(of('user-ids')[0]?.evidence).toContain('ids of 3003 users');
});
